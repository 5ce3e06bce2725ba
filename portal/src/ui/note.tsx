import type { ReactElement, ReactNode } from 'react';
import '#portal/ui/problem-note.css';

/** A plain statement with a title: why something is empty, or why it is not shown. */
export function Note({ title, children }: { title: string; children?: ReactNode }): ReactElement {
  return (
    <div className="note">
      <p className="note-title">{title}</p>
      {children}
    </div>
  );
}

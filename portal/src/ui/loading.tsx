import type { ReactElement } from 'react';
import '#portal/ui/loading.css';

/** Keeps the space that the content will take; says so in words once the wait is noticeable. */
export function Loading({ what, lines = 4 }: { what: string; lines?: number }): ReactElement {
  return (
    <div className="loading" role="status">
      <p className="loading-words muted">Loading {what}.</p>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="loading-line" />
      ))}
    </div>
  );
}

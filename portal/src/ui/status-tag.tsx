import type { ReactElement } from 'react';
import '#portal/ui/status-tag.css';

export type StatusTone = 'open' | 'late' | 'done' | 'closed';

/** The one way to show where something stands: a word, with a shape and a colour that only repeat it. */
export function StatusTag({ words, tone }: { words: string; tone: StatusTone }): ReactElement {
  return <span className={`status-tag status-${tone}`}>{words}</span>;
}

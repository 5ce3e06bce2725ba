import type { ReactElement, ReactNode } from 'react';

/** Term and fact, in two columns where there is room. */
export function Facts({ rows }: { rows: readonly (readonly [term: string, fact: ReactNode] | null)[] }): ReactElement {
  return (
    <dl className="facts">
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]} className="facts-row">
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

export function NotRecorded(): ReactElement {
  return <span className="muted">Not recorded</span>;
}

import type { ReactElement } from 'react';
import type { ResultFlag } from '#portal/results/series.query.ts';
import { flagShapes, isCritical } from '#portal/results/trend-words.ts';
import { flagWords } from '#portal/ui/words.ts';

export function Flag({ flag }: { flag: ResultFlag | null }): ReactElement | null {
  if (flag === null) return null;
  if (flag === 'NORMAL') return <span className="muted">{flagWords[flag]}</span>;
  return (
    <span className={isCritical(flag) ? 'flag flag-critical' : 'flag'}>
      <span aria-hidden="true">{flagShapes[flag]}</span> {flagWords[flag]}
    </span>
  );
}

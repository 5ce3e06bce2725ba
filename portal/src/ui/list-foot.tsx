import type { ReactElement, ReactNode } from 'react';
import type { Problem } from '#portal/app/problem.ts';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/ui/list-foot.css';

interface Props {
  pages: { hasMore: boolean; busy: boolean; problem: Problem | null; showMore: () => void };
  /** What is listed, as in “the next part of the list”. */
  what: string;
  /** How many are shown. */
  children: ReactNode;
}

/** Ends a list that comes page by page. */
export function ListFoot({ pages: { hasMore, busy, problem, showMore }, what, children }: Props): ReactElement {
  return (
    <>
      <div className="list-foot">
        <p className="muted">{children}</p>
        {hasMore && (
          <button type="button" className="button" aria-disabled={busy} onClick={showMore}>
            {busy ? 'Loading more' : 'Show more'}
          </button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} what={what} again={showMore} />}
    </>
  );
}

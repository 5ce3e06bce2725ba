import type { ReactElement } from 'react';
import type { Problem } from '#portal/app/problem.ts';
import { instantWords } from '#portal/ui/dates.ts';
import { waitWords } from '#portal/ui/problem-note.tsx';
import '#portal/ui/problem-note.css';

interface Props {
  problem: Problem;
  receivedAt: number;
  timeZone: string;
  again: () => void;
}

const reasons: Partial<Record<Problem['kind'], string>> = {
  unreachable: 'Portage cannot be reached from this computer.',
  'rate-limited': 'Too many requests came from your account in a short time.',
};

/** What is on the page is older than it should be, and why. */
export function StaleNote({ problem, receivedAt, timeZone, again }: Props): ReactElement {
  const wait = problem.retryAfterSeconds ? ` Wait ${waitWords(problem.retryAfterSeconds)} before you try again.` : '';
  return (
    <div className="note note-stale note-inline stale-note" role="alert">
      <p>
        <strong>Not the latest: as loaded {instantWords(receivedAt, timeZone)}.</strong>{' '}
        {reasons[problem.kind] ?? 'The server could not read it again.'}
        {wait}
        {problem.referenceId && (
          <>
            {' '}
            Reference <code className="reference">{problem.referenceId}</code>.
          </>
        )}
      </p>
      <button type="button" className="button" onClick={again}>
        Try again
      </button>
    </div>
  );
}

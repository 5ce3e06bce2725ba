import type { ReactElement } from 'react';
import type { Problem } from '#portal/app/problem.ts';
import '#portal/ui/problem-note.css';

/** What happened, whether anything was lost, one next step. `what` completes "… could not be read". */
export function problemWords(problem: Problem, what: string): { title: string; text: string } {
  switch (problem.kind) {
    case 'unreachable':
      return {
        title: 'Portage cannot be reached from this computer.',
        text: `${capital(what)} could not be read. Nothing was changed. Check the line, then try again.`,
      };
    case 'rate-limited':
      return {
        title: 'Too many requests came from your account in a short time.',
        text: problem.retryAfterSeconds
          ? `Nothing was changed. Wait ${waitWords(problem.retryAfterSeconds)}, then try again.`
          : 'Nothing was changed. Wait a minute, then try again.',
      };
    case 'forbidden':
      return { title: 'This is not open to you.', text: `The access you were given does not include ${what}.` };
    case 'not-found':
      return { title: 'This is not open to you.', text: 'There is nothing at this address that you may read.' };
    case 'bad-input':
      return {
        title: 'The address of this page asks for something that Portage does not know.',
        text: 'Nothing was changed. Go to your patients and open the page from there.',
      };
    case 'signed-out':
      return { title: 'Your session has ended.', text: 'Nothing was lost. Sign in to go on.' };
    case 'failed':
      return {
        title: `${capital(what)} could not be read.`,
        text: 'The fault is on the server, not in what you did. Nothing was changed. Try again.',
      };
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const waitWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;

interface Props {
  problem: Problem;
  what: string;
  again?: (() => void) | undefined;
}

export function ProblemNote({ problem, what, again }: Props): ReactElement {
  const { title, text } = problemWords(problem, what);
  return (
    <div className="note note-problem" role="alert">
      <p className="note-title">{title}</p>
      <p>{text}</p>
      {problem.referenceId && (
        <p>
          If it happens again, call the help desk and quote reference{' '}
          <code className="reference">{problem.referenceId}</code>.
        </p>
      )}
      {again && problem.kind !== 'forbidden' && (
        <button type="button" className="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

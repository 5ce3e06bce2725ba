import type { ReactElement } from 'react';
import type { PlanChange } from '#portal/survivorship/use-plan.ts';

/** Why a change was not stored. What was typed stays where it is. */
export function ChangeProblem({ refusal, problem }: Pick<PlanChange, 'refusal' | 'problem'>): ReactElement | null {
  if (refusal) {
    return (
      <p className="plan-refused" role="alert">
        <strong>Not stored.</strong> {refusal.detail}
      </p>
    );
  }
  if (!problem) return null;
  return (
    <p className="plan-refused" role="alert">
      <strong>Not stored.</strong>{' '}
      {problem.kind === 'unreachable'
        ? 'Portage cannot be reached from this computer. Check the line, then try again.'
        : problem.kind === 'forbidden' || problem.kind === 'not-found'
          ? 'Your access does not include this change.'
          : 'The fault is on the server, not in what you did. Try again.'}
      {problem.referenceId && (
        <>
          {' '}
          Reference <code className="reference">{problem.referenceId}</code>.
        </>
      )}
    </p>
  );
}

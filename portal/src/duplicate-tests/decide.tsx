import { useState, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { decideMutation, type Check } from '#portal/duplicate-tests/check.query.ts';
import { OrderAnyway, type Why } from '#portal/duplicate-tests/order-anyway.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

interface Props {
  patientId: string;
  check: Check;
  putAway: () => void;
  print: () => void;
  /** The result as it is copied into one's own note. */
  text: string;
}

/** What the reader does about an answer. Each decision is recorded. */
export function Decide({ patientId, check, putAway, print, text }: Props): ReactElement {
  const { connection } = useSession();
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [ordering, setOrdering] = useState(false);
  const { family, verdict } = check;

  const decide = async (
    decision: 'REUSED' | 'ORDERED' | 'DEFERRED',
    said: string,
    why: Why = { reason: null, words: null },
  ): Promise<void> => {
    if (busy || !family) return;
    setBusy(true);
    const input = { patientId, family: family.key, verdict, decision, ...why };
    const { data, error } = await connection.client.mutation(decideMutation, { input }).toPromise();
    setBusy(false);
    setProblem((error && problemsOf(error)[0]) ?? null);
    if (!data) return;
    setDone(said);
    announce(said);
  };
  const reuse = async (): Promise<void> => {
    const copied = await copyText(text);
    await decide('REUSED', copied ? 'Recorded: reused. The result is copied as text.' : `Recorded: reused. ${text}`);
  };

  if (done !== null) {
    return (
      <div className="check-actions">
        <p role="status">{done}</p>
        <button type="button" className="button" onClick={putAway}>
          Put away
        </button>
      </div>
    );
  }
  return (
    <>
      <div className="check-actions">
        {check.priors.length > 0 && (
          <button type="button" className="button" aria-disabled={busy} onClick={() => void reuse()}>
            Reuse this result
          </button>
        )}
        {family && verdict !== 'NOT_DUPLICATE' && (
          <>
            <button
              type="button"
              className="button"
              aria-disabled={busy}
              onClick={() => void decide('DEFERRED', 'Recorded: deferred.')}
            >
              Defer
            </button>
            <button type="button" className="button" aria-expanded={ordering} onClick={() => setOrdering(!ordering)}>
              Order anyway
            </button>
          </>
        )}
        <button type="button" className="button" onClick={print}>
          Print
        </button>
        <button type="button" className="button" onClick={putAway}>
          Put away
        </button>
      </div>
      {ordering && (
        <OrderAnyway busy={busy} order={(why) => void decide('ORDERED', 'Recorded: ordered anyway.', why)} />
      )}
      {problem && <ProblemNote problem={problem} what="the decision" />}
    </>
  );
}

/** Whether it could be copied: outside HTTPS a browser has no clipboard at all. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

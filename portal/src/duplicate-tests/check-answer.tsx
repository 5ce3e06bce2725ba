import { useState, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { decideMutation, type Check } from '#portal/duplicate-tests/check.query.ts';
import { PrintHead, usePrint } from '#portal/duplicate-tests/print-answer.tsx';
import {
  intervalWords,
  noteText,
  orderReasons,
  plannedWords,
  priorDay,
  seriesOf,
  verdictWords,
  type OrderReason,
} from '#portal/duplicate-tests/words.ts';
import { Flag } from '#portal/results/flag.tsx';
import { Trend } from '#portal/results/trend.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

interface Props {
  patientId: string;
  check: Check;
  choose: (name: string) => void;
  putAway: () => void;
}

/** One answer: the verdict, why, the results behind it, what is not known, and what the reader does about it. */
export function CheckAnswer({ patientId, check, choose, putAway }: Props): ReactElement {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const name = check.family?.name ?? 'Test';
  const source = intervalWords(check);
  const series = seriesOf(check);
  const { printed, print, problem } = usePrint(patientId);
  return (
    <section className={`check-answer${printed ? ' check-printed' : ''}`} aria-label={`Answer: ${name}`}>
      {printed && <PrintHead identity={printed} />}
      <h3 className="check-verdict">
        {name}: {verdictWords[check.verdict]}
      </h3>
      {check.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {check.nearest.length > 0 && (
        <ul className="check-families" aria-label="Tests to choose from">
          {check.nearest.map((family) => (
            <li key={family.key}>
              <button type="button" className="button" onClick={() => choose(family.name)}>
                {family.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {check.priors.length > 0 && (
        <ul className="check-priors" aria-label="Earlier results">
          {check.priors.map((prior) => (
            <li key={prior.id}>
              {priorDay(prior, zone)}: {prior.name} <strong>{prior.text || 'no value sent'}</strong>{' '}
              <Flag flag={prior.flag} /> <span className="muted">{prior.institution}</span>
            </li>
          ))}
        </ul>
      )}
      {series && (
        <>
          <Trend series={series} />
          {check.trend && check.trend.leftOut > 0 && (
            <p className="small muted">Not drawn: {check.trend.leftOut}, whose unit cannot be told in this one.</p>
          )}
        </>
      )}
      {check.planned.length > 0 && (
        <ul className="check-priors" aria-label="Ordered or planned">
          {check.planned.map((planned) => (
            <li key={planned.id}>
              {plannedWords(planned)} {planned.by && <span className="muted">{planned.by}</span>}
            </li>
          ))}
        </ul>
      )}
      {source && <p className="small">{source}</p>}
      <p className="small muted">{check.notKnown.join(' ')}</p>
      <Decide patientId={patientId} check={check} putAway={putAway} print={print} text={noteText(check, zone)} />
      {problem && <ProblemNote problem={problem} what="the sheet to print" />}
    </section>
  );
}

function Decide({
  patientId,
  check,
  putAway,
  print,
  text,
}: {
  patientId: string;
  check: Check;
  putAway: () => void;
  print: () => void;
  text: string;
}): ReactElement {
  const { connection } = useSession();
  const [done, setDone] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const { family, verdict } = check;

  const decide = async (
    decision: 'REUSED' | 'ORDERED' | 'DEFERRED',
    words: string,
    reason: OrderReason | null = null,
  ): Promise<void> => {
    if (busy || !family) return;
    setBusy(true);
    const input = { patientId, family: family.key, verdict, decision, reason };
    const { data, error } = await connection.client.mutation(decideMutation, { input }).toPromise();
    setBusy(false);
    setProblem((error && problemsOf(error)[0]) ?? null);
    if (!data) return;
    setDone(words);
    announce(words);
  };
  const reuse = async (): Promise<void> => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
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
            <select
              className="input"
              aria-label="Order anyway, because"
              value=""
              onChange={({ target }) =>
                void decide('ORDERED', 'Recorded: ordered anyway.', target.value as OrderReason)
              }
            >
              <option value="">Order anyway, because</option>
              {Object.entries(orderReasons).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </>
        )}
        <button type="button" className="button" onClick={print}>
          Print
        </button>
        <button type="button" className="button" onClick={putAway}>
          Put away
        </button>
      </div>
      {problem && <ProblemNote problem={problem} what="the decision" />}
    </>
  );
}

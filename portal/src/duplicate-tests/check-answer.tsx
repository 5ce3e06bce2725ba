import { useState, type ReactElement } from 'react';
import { useSession } from '#portal/app/session.ts';
import type { Check } from '#portal/duplicate-tests/check.query.ts';
import { Decide } from '#portal/duplicate-tests/decide.tsx';
import { PrintHead, usePrint } from '#portal/duplicate-tests/print-answer.tsx';
import {
  intervalWords,
  noteText,
  plannedWords,
  priorDay,
  seriesOf,
  verdictWords,
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

/** The latest are what is decided by; the rest would push the buttons off a telephone's screen. */
const shownAtFirst = 3;

/** One answer: the verdict, why, the results behind it, what is not known, and what the reader does about it. */
export function CheckAnswer({ patientId, check, choose, putAway }: Props): ReactElement {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const name = check.family?.name ?? 'Test';
  const source = intervalWords(check);
  const series = seriesOf(check);
  const { printed, print, problem } = usePrint(patientId);
  const [all, setAll] = useState(false);
  const priors = all || printed ? check.priors : check.priors.slice(0, shownAtFirst);
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
      {priors.length > 0 && (
        <ul className="check-priors" aria-label="Earlier results">
          {priors.map((prior) => (
            <li key={prior.id}>
              {priorDay(prior, zone)}: {prior.name} <strong>{prior.text || 'no value sent'}</strong>{' '}
              <Flag flag={prior.flag} /> <span className="muted">{prior.institution}</span>
            </li>
          ))}
        </ul>
      )}
      {priors.length < check.priors.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Show all {check.priors.length} earlier results
        </button>
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

import { useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
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
import { isoDay } from '#portal/ui/dates.ts';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { statusWords } from '#portal/ui/words.ts';

interface Props {
  patientId: string;
  /** As it was asked. */
  test: string;
  check: Check;
  choose: (name: string) => void;
  putAway: () => void;
}

/** The latest are what is decided by; the rest would push the buttons off a telephone's screen. */
const shownAtFirst = 3;

/** What goes without saying; any other status of a result is told. */
const settled: ReadonlySet<string> = new Set(['final', 'completed', 'available', 'not recorded']);

/** The first of a long list; all of it when it is asked for or printed, and when one more is all there is. */
function useFirst<Item>(list: readonly Item[], printed: boolean) {
  const [all, setAll] = useState(false);
  const shown = all || printed || list.length <= shownAtFirst + 1 ? list : list.slice(0, shownAtFirst);
  return { shown, more: shown.length < list.length, showAll: () => setAll(true) };
}

/** One answer: the verdict, why, the results behind it, what is not known, and what the reader does about it. */
export function CheckAnswer({ patientId, test, check, choose, putAway }: Props): ReactElement {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const name = check.family?.name ?? `“${test}”`;
  const source = intervalWords(check, isoDay(Date.now(), zone));
  const series = seriesOf(check);
  const { printed, print, problem } = usePrint(patientId);
  const [latest] = check.priors;
  const [patientPage] = useLocation();
  const reasons = useFirst(check.reasons, printed !== null);
  const priors = useFirst(check.priors, printed !== null);
  return (
    <section className={`check-answer${printed ? ' check-printed' : ''}`} aria-label={`Answer: ${name}`}>
      {printed && <PrintHead identity={printed} />}
      <h3 className="check-verdict">
        {name}: {verdictWords[check.verdict]}
      </h3>
      {reasons.shown.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {reasons.more && (
        <button type="button" className="button" onClick={reasons.showAll}>
          Show all {check.reasons.length} reasons
        </button>
      )}
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
      {priors.shown.length > 0 && (
        <ul className="check-priors" aria-label="Earlier results">
          {priors.shown.map((prior) => (
            <li key={prior.id}>
              {priorDay(prior, zone)}: {prior.name} <strong>{prior.text || 'no value sent'}</strong>{' '}
              <Flag flag={prior.flag} /> {settled.has(prior.status) || `${statusWords(prior.status)} `}
              <span className="muted">{prior.institution}</span>
            </li>
          ))}
        </ul>
      )}
      {priors.more && (
        <button type="button" className="button" onClick={priors.showAll}>
          Show all {check.priors.length} earlier results
        </button>
      )}
      {latest && patientPage !== latest.link && (
        <p className="check-more">
          <Link href={latest.link}>All test results of this patient</Link>
        </p>
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

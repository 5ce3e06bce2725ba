import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { capital } from '#portal/patient/outline.ts';
import type { LineState, PlanLine } from '#portal/survivorship/plan.query.ts';
import { lineAnchor } from '#portal/survivorship/plan-views.ts';
import { lastDoneWords, ruleWords, stateWords, whenWords } from '#portal/survivorship/words.ts';

export function StateWord({ state }: { state: LineState }): ReactElement {
  const { shape, word } = stateWords[state];
  return (
    <strong className={`plan-state plan-state-${state.toLowerCase()}`}>
      <span aria-hidden="true">{shape}</span> {word}
    </strong>
  );
}

interface Props {
  line: PlanLine;
  /** For whoever judges it the reason of its state stands in sight; for others where they have to confirm it. */
  judged?: boolean;
  /** What the reader can do about it. */
  children?: ReactNode;
  /** What needs the whole width. */
  below?: ReactNode;
}

/** One line of the plan: what and when; how often and last done; why and by whose rule one click away. */
export function LineRow({ line, judged = false, children, below }: Props): ReactElement {
  const zone = useTimeZone();
  const [now] = useState(Date.now);
  const row = useRef<HTMLLIElement>(null);
  const anchor = lineAnchor(line.id);
  // The line that the address names, such as one opened from the list of what is due.
  useEffect(() => {
    if (window.location.hash === `#${anchor}`) row.current?.focus();
  }, [anchor]);
  const { title, ownerName, interval, state, reason, unconfirmed, target, why, ruleSource, nextDue, lastDone, advice } =
    line;
  const when = whenWords(line, now, zone);
  const facts = [
    interval && capital(interval),
    lastDone !== null || nextDue !== null ? lastDoneWords(line) : null,
    target && `target: ${target}`,
  ].filter(Boolean);
  const reasonInSight = reason !== '' && (judged || unconfirmed);
  return (
    <li ref={row} className="plan-line" id={anchor} tabIndex={-1}>
      <div>
        <h3>
          {title}
          {ownerName && <span className="plan-more">{ownerName}</span>}
        </h3>
        {reasonInSight && <p className="plan-more">{reason}</p>}
        {facts.length > 0 && <p className="plan-more">{facts.join(' · ')}</p>}
        <details className="plan-why small">
          <summary>Why, and whose rule</summary>
          <p>
            {why} {!reasonInSight && reason}
          </p>
          <p className="muted">Rule: {ruleWords(ruleSource)}. A default that the cancer centre reviews.</p>
        </details>
      </div>
      <div className="plan-when">
        <p className="figures">
          {nextDue === null && state === 'NOT_YET_DUE' ? (
            <span className="muted">{advice ? 'Not to be done' : 'At visits, no date'}</span>
          ) : (
            <>
              <StateWord state={state} /> <span className="plan-day">{when}</span>
            </>
          )}
        </p>
        {children}
      </div>
      {below}
    </li>
  );
}

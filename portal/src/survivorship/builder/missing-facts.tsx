import { useEffect, useRef, type ReactElement } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import { useTimeZone } from '#portal/app/session.ts';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { askedFor } from '#portal/survivorship/builder/asked-for.ts';
import { FactForm } from '#portal/survivorship/builder/fact-form.tsx';
import { moveToSign } from '#portal/survivorship/builder/move-to-sign.ts';
import { fillFactMutation } from '#portal/survivorship/plan.mutation.ts';
import { begun } from '#portal/survivorship/plan-views.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { Card } from '#portal/ui/card.tsx';
import { dateWords, dayWords } from '#portal/ui/dates.ts';

interface Props {
  patientId: string;
  revision: number;
  missing: Plan['missing'];
  filledIn: Plan['facts']['filledIn'];
}

/** What the record does not say, first; and what was filled in for it, with the name of who said so. */
export function MissingFacts({ missing, filledIn, ...draft }: Props): ReactElement | null {
  const list = useRef<HTMLUListElement>(null);
  // Whoever has just begun the plan starts at its first field. A filled-in fact takes its field with it: the keyboard
  // goes on at the next one, and then at the signature.
  const opened = useHistoryState<Partial<typeof begun> | null>();
  const from = useRef<number | null>(opened?.begun ? 0 : null);
  useEffect(() => {
    if (from.current === null) return;
    const after = [...(list.current?.children ?? [])].slice(from.current);
    from.current = null;
    const next = after.flatMap((row) => row.querySelector<HTMLElement>('.input') ?? [])[0];
    if (next) next.focus();
    else moveToSign();
  }, [missing]);
  if (missing.length + filledIn.length === 0) return null;
  return (
    <Card
      title={missing.length > 0 ? `Missing from the record: ${missing.length}` : 'Nothing is missing any more'}
      tone="accent"
    >
      {missing.length > 0 && (
        <p className="small muted prose">
          Fill in what you know; your name stands beside it. What stays empty is told as “not recorded”.
        </p>
      )}
      <ul ref={list} className="rows">
        {missing.map((fact, index) =>
          fact.mayFill ? (
            <FactForm key={fact.key} {...draft} fact={fact} done={() => (from.current = index)} />
          ) : (
            <li key={fact.key}>
              <strong>{fact.what}</strong>
              <span className="plan-more">{fact.why} It belongs into the record of the centre.</span>
            </li>
          ),
        )}
        {filledIn.map((fact) => (
          <FilledIn key={fact.key} {...draft} fact={fact} />
        ))}
      </ul>
    </Card>
  );
}

interface FilledInProps extends Omit<Props, 'missing' | 'filledIn'> {
  fact: Props['filledIn'][number];
}

function FilledIn({ patientId, revision, fact: { key, what, text, by, at } }: FilledInProps): ReactElement {
  const zone = useTimeZone();
  const { change, busy, ...failure } = usePlanChange();
  const takeBack = (): void => {
    const input = { patientId, key, text: '', value: null, unit: null, revision };
    void change(fillFactMutation, { input }, `Taken back: ${what}`);
  };
  return (
    <li className="plan-answer">
      <span>
        <strong>{what}:</strong> {askedFor(key).kind === 'day' ? dateWords(text) : text}
        <span className="plan-more">
          filled in by {by}, {dayWords(at, zone)}
        </span>
      </span>
      <button type="button" className="button" aria-disabled={busy} aria-label={`Take back ${what}`} onClick={takeBack}>
        Take back
      </button>
      <ChangeProblem {...failure} />
    </li>
  );
}

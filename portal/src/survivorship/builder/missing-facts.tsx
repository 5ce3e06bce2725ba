import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { fillFactMutation } from '#portal/survivorship/plan.mutation.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { Card } from '#portal/ui/card.tsx';

interface Props {
  patientId: string;
  revision: number;
  missing: Plan['missing'];
}

/** What the record does not say, first: what is filled in here carries the name of who filled it in. */
export function MissingFacts({ missing, ...draft }: Props): ReactElement | null {
  if (missing.length === 0) return null;
  return (
    <Card title={`Missing from the record: ${missing.length}`} tone="accent">
      <p className="small muted prose">
        Fill in what you know; your name stands beside it. What stays empty is told as “not recorded”.
      </p>
      <ul className="rows">
        {missing.map((fact) => (
          <Missing key={fact.key} {...draft} fact={fact} />
        ))}
      </ul>
    </Card>
  );
}

interface MissingProps extends Omit<Props, 'missing'> {
  fact: Plan['missing'][number];
}

/** Doses are numbers in the one unit that adds up; everything else is words. */
const unitOf = (key: string): string | null =>
  key.startsWith('dose:') ? 'mg/m²' : key.startsWith('radiation:') ? 'Gy' : null;

function Missing({ patientId, revision, fact }: MissingProps): ReactElement {
  const { change, busy, ...failure } = usePlanChange();
  const [value, setValue] = useState('');
  const field = useId();
  const unit = unitOf(fact.key);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = unit ? `${value.trim()} ${unit}` : value.trim();
    const input = { patientId, key: fact.key, text, value: unit ? Number(value) : null, unit, revision };
    if (value.trim()) void change(fillFactMutation, { input }, `Filled in: ${fact.what}`);
  };
  if (!fact.mayFill) {
    return (
      <li>
        <strong>{fact.what}</strong>
        <span className="plan-more">{fact.why} It belongs into the record of the centre.</span>
      </li>
    );
  }
  return (
    <li>
      <form className="plan-missing" onSubmit={submit}>
        <div className="field">
          <label htmlFor={field}>
            {fact.what}
            {unit && `, ${unit}`}
          </label>
          <span id={`${field}-why`} className="small muted">
            {fact.why}
          </span>
          <input
            id={field}
            className="input"
            autoComplete="off"
            inputMode={unit ? 'decimal' : 'text'}
            pattern={unit ? String.raw`\d+(\.\d+)?` : undefined}
            title={unit ? `A number of ${unit}, such as 240` : undefined}
            maxLength={200}
            aria-describedby={`${field}-why`}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        </div>
        <button className="button" aria-disabled={busy} aria-label={`Fill in ${fact.what}`}>
          Fill in
        </button>
      </form>
      <ChangeProblem {...failure} />
    </li>
  );
}

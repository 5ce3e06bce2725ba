import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { askedFor, type AskedFor } from '#portal/survivorship/builder/asked-for.ts';
import { fillFactMutation } from '#portal/survivorship/plan.mutation.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';

interface Props {
  patientId: string;
  revision: number;
  fact: Plan['missing'][number];
  done: () => void;
}

/** One fact that the record does not say, to be filled in. */
export function FactForm({ patientId, revision, fact, done }: Props): ReactElement {
  const { change, busy, ...failure } = usePlanChange();
  const [value, setValue] = useState('');
  const field = useId();
  const asked = askedFor(fact.key);
  const unit = asked.kind === 'dose' ? asked.unit : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const said = value.trim();
    if (said === '') return;
    const input = {
      patientId,
      key: fact.key,
      text: unit ? `${said} ${unit}` : said,
      value: unit ? Number(said) : null,
      unit,
      revision,
    };
    if (await change(fillFactMutation, { input }, `Filled in: ${fact.what}`)) done();
  };
  return (
    <li>
      <form className="plan-missing" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label htmlFor={field}>
            {fact.what}
            {unit && `, ${unit}`}
          </label>
          <span id={`${field}-why`} className="small muted">
            {fact.why}
          </span>
          <Field id={field} asked={asked} value={value} set={setValue} />
        </div>
        <button className="button" aria-disabled={busy} aria-label={`Fill in ${fact.what}`}>
          Fill in
        </button>
      </form>
      <ChangeProblem {...failure} />
    </li>
  );
}

interface FieldProps {
  id: string;
  asked: AskedFor;
  value: string;
  set: (value: string) => void;
}

function Field({ id, asked, value, set }: FieldProps): ReactElement {
  const shared = { id, className: 'input', 'aria-describedby': `${id}-why`, value };
  switch (asked.kind) {
    case 'choice':
      return (
        <select {...shared} onChange={({ target }) => set(target.value)}>
          <option value="">Not recorded</option>
          {asked.choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      );
    case 'day':
      return <input {...shared} type="date" onChange={({ target }) => set(target.value)} />;
    case 'dose':
      return (
        <input
          {...shared}
          autoComplete="off"
          inputMode="decimal"
          pattern={String.raw`\d+(\.\d+)?`}
          title={`A number of ${asked.unit}, such as 240`}
          onChange={({ target }) => set(target.value)}
        />
      );
    case 'words':
      return <input {...shared} autoComplete="off" maxLength={200} onChange={({ target }) => set(target.value)} />;
  }
}

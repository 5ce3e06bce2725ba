import { useId, useState, type FormEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { updateLineMutation } from '#portal/survivorship/plan.mutation.ts';
import type { Owner, PlanLine } from '#portal/survivorship/plan.query.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { ownerWords } from '#portal/survivorship/words.ts';

export interface LineEditorProps {
  line: PlanLine;
  patientId: string;
  revision: number;
  done: () => void;
}

/** A list of choices keeps Enter for itself. */
function saveByKey(event: KeyboardEvent<HTMLSelectElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

const focusOnce = (element: HTMLElement | null): void => element?.focus();

const owners = Object.keys(ownerWords) as Owner[];
const monthsOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** Corrects one line: who, how often, by when, or that it does not apply and why. */
export function LineEditor({ line, patientId, revision, done }: LineEditorProps): ReactElement {
  const { change, busy, ...failure } = usePlanChange();
  const [owner, setOwner] = useState(line.owner);
  const [ownerName, setOwnerName] = useState(line.ownerName ?? '');
  const [least, setLeast] = useState('');
  const [most, setMost] = useState('');
  const [dueBy, setDueBy] = useState('');
  const [applies, setApplies] = useState(line.state !== 'NOT_APPLICABLE');
  const [reason, setReason] = useState('');

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const from = monthsOf(least) ?? monthsOf(most);
    const until = monthsOf(most) ?? monthsOf(least);
    const corrected = applies
      ? {
          owner,
          ownerName: ownerName.trim() || null,
          // Empty: it applies after all.
          notApplicable: line.state === 'NOT_APPLICABLE' ? '' : null,
          everyMonths: from === null || until === null ? null : { least: from, most: until },
          dueOn: dueBy || null,
        }
      : { notApplicable: reason.trim() };
    const input = { patientId, lineId: line.id, revision, ...corrected };
    if (await change(updateLineMutation, { input }, `Corrected: ${line.title}`)) done();
  };

  return (
    <form className="plan-editor" onSubmit={(event) => void submit(event)} aria-label={`Correct ${line.title}`}>
      <label className="choice">
        <input type="checkbox" checked={applies} onChange={({ target }) => setApplies(target.checked)} />
        Applies to this patient
      </label>
      {applies ? (
        <>
          <Field label="Who does it">
            {(id) => (
              <select
                id={id}
                className="input"
                ref={focusOnce}
                aria-keyshortcuts="Control+Enter"
                value={owner}
                onKeyDown={saveByKey}
                onChange={({ target }) => setOwner(target.value as Owner)}
              >
                {owners.map((key) => (
                  <option key={key} value={key}>
                    {ownerWords[key]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Text label="Name or role" value={ownerName} set={setOwnerName} longest={100} required={owner === 'OTHER'} />
          <Months label="Every so many months, at least" value={least} set={setLeast} />
          <Months label="and at most" value={most} set={setMost} />
          <Field label="Next one due by">
            {(id) => (
              <input
                id={id}
                type="date"
                className="input"
                value={dueBy}
                onChange={({ target }) => setDueBy(target.value)}
              />
            )}
          </Field>
          <p className="small muted">Months and day left empty stay as the rule has them: {line.interval ?? 'none'}.</p>
        </>
      ) : (
        <Text label="Why it does not apply" value={reason} set={setReason} longest={500} required first />
      )}
      <div className="dialog-actions">
        <button className="button button-primary" aria-disabled={busy}>
          Save this line
        </button>
        <button type="button" className="button" onClick={done}>
          Leave it as it was
        </button>
        <span className="small muted">Ctrl and Enter saves.</span>
      </div>
      <ChangeProblem {...failure} />
    </form>
  );
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

interface TextProps {
  label: string;
  value: string;
  set: (value: string) => void;
  longest: number;
  required?: boolean;
  /** Where the keyboard goes on when the form opens. */
  first?: boolean;
}

function Text({ label, value, set, longest, required = false, first = false }: TextProps): ReactElement {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          className="input"
          autoComplete="off"
          ref={first ? focusOnce : undefined}
          maxLength={longest}
          required={required}
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </Field>
  );
}

function Months({ label, value, set }: Pick<TextProps, 'label' | 'value' | 'set'>): ReactElement {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          className="input"
          min="1"
          max="240"
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </Field>
  );
}

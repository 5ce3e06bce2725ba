import { useId, useState, type FormEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import type { VariablesOf } from '#portal/graphql.ts';
import { ChangeProblem } from '#portal/survivorship/change-problem.tsx';
import { updateLineMutation } from '#portal/survivorship/plan.mutation.ts';
import type { Owner, PlanLine } from '#portal/survivorship/plan.query.ts';
import { usePlanChange } from '#portal/survivorship/use-plan.ts';
import { ownerWords } from '#portal/survivorship/words.ts';
import { dateWords } from '#portal/ui/dates.ts';

type Decided = Omit<VariablesOf<typeof updateLineMutation>['input'], 'patientId' | 'lineId' | 'revision'>;

export interface LineEditorProps {
  line: PlanLine;
  patientId: string;
  revision: number;
  /** It is stored, and the page has yet to read it anew. */
  isStored: boolean;
  stored: () => void;
  close: () => void;
}

/** A list of choices keeps Enter for itself. */
function saveByKey(event: KeyboardEvent<HTMLSelectElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

const focusOnce = (element: HTMLElement | null): void => element?.focus();

/** "every year, due by 4 Feb 2027" */
const asItIs = ({ interval, nextDue }: PlanLine): string =>
  [interval ?? 'no interval', nextDue === null ? 'no day' : `due by ${dateWords(nextDue)}`].join(', ');

const owners = Object.keys(ownerWords) as Owner[];
const monthsOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** Corrects one line: who, how often, by when, or that it does not apply and why. */
export function LineEditor({ line, patientId, revision, isStored, stored, close }: LineEditorProps): ReactElement {
  const { change, busy, ...failure } = usePlanChange();
  // Null: not touched, so it stays as it is, also where that was stored after this form was opened.
  const [owner, setOwner] = useState<Owner | null>(null);
  const [ownerName, setOwnerName] = useState<string | null>(null);
  const [least, setLeast] = useState('');
  const [most, setMost] = useState('');
  const [dueBy, setDueBy] = useState('');
  const [saidToApply, setApplies] = useState<boolean | null>(null);
  const [reason, setReason] = useState('');
  const applies = saidToApply ?? line.state !== 'NOT_APPLICABLE';

  const waiting = busy || isStored;

  const store = async (decided: Decided, said: string): Promise<void> => {
    if (waiting) return;
    const input = { patientId, lineId: line.id, revision, ...decided };
    if (await change(updateLineMutation, { input }, said)) stored();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const from = monthsOf(least) ?? monthsOf(most);
    const until = monthsOf(most) ?? monthsOf(least);
    const corrected = applies
      ? {
          owner,
          ownerName,
          // Empty: it applies after all.
          notApplicable: line.state === 'NOT_APPLICABLE' ? '' : null,
          everyMonths: from === null || until === null ? null : { least: from, most: until },
          dueOn: dueBy || null,
        }
      : { notApplicable: reason.trim() };
    void store(corrected, `Corrected: ${line.title}`);
  };

  return (
    <form className="plan-editor" onSubmit={submit} aria-label={`Correct ${line.title}`}>
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
                value={owner ?? line.owner}
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
          <Text
            label="Name or role"
            value={ownerName ?? line.ownerName ?? ''}
            set={setOwnerName}
            longest={100}
            required={(owner ?? line.owner) === 'OTHER'}
          />
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
          <p className="small muted">Months and day left empty stay as they are: {asItIs(line)}.</p>
        </>
      ) : (
        <Text label="Why it does not apply" value={reason} set={setReason} longest={500} required first />
      )}
      <div className="dialog-actions">
        <button className="button button-primary" aria-disabled={waiting}>
          Save this line
        </button>
        <button type="button" className="button" onClick={close}>
          Leave it as it was
        </button>
        {line.corrected && (
          <button
            type="button"
            className="button"
            aria-disabled={waiting}
            onClick={() => void store({ byItsRule: true }, `By its rule again: ${line.title}`)}
          >
            Back to its rule
          </button>
        )}
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

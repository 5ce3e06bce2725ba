import { useState, type FormEvent, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { coverQuery } from '#portal/identity/cover.query.ts';
import { LabelledField } from '#portal/ui/labelled-field.tsx';
import { askDraft, keepAskDraft, type AskFields } from '#portal/tasks/ask-draft.ts';
import { fieldOf, missing, type AskFaults } from '#portal/tasks/ask-faults.ts';
import { ownerInput } from '#portal/tasks/owner-choice.ts';
import { OwnerField } from '#portal/tasks/owner-field.tsx';
import { requestTask, type Task } from '#portal/tasks/task.query.ts';
import { isoDay } from '#portal/ui/dates.ts';
import { problemWords } from '#portal/ui/problem-note.tsx';

const names: Record<keyof AskFields, string> = {
  title: 'What is to be done',
  detail: 'More about it',
  owner: 'Who does it',
  dueOn: 'By when',
  urgent: 'Urgent',
  onBehalfOfId: 'In whose name',
};
const idOf = (field: string): string => `ask-${field}`;

interface Props {
  patientId: string;
  /** Of `askAbout`: whose draft it is. */
  about: string;
  asked: (task: Task) => void;
}

/** Who is to do what by when. What is typed stays until it has been asked for, through errors and log-off. */
export function AskForm({ patientId, about, asked }: Props): ReactElement {
  const { viewer, connection } = useSession();
  const zone = viewer.organization.timeZone;
  const [draft, setDraft] = useState(() => askDraft(viewer.id, about));
  const [faults, setFaults] = useState<AskFaults>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { fields } = draft;
  const change = (part: Partial<AskFields>): void => {
    const next = { ...draft, fields: { ...fields, ...part } };
    setDraft(next);
    keepAskDraft(viewer.id, about, next);
    // What was said of a field was said of what stood there before.
    setFaults(Object.fromEntries(Object.entries(faults).filter(([field]) => !(field in part))));
  };

  const tell = (found: AskFaults, words: string | null): void => {
    setFaults(found);
    setRefusal(words);
    const [first] = Object.keys(found);
    if (first) document.getElementById(idOf(first))?.focus();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const lacking = missing(fields);
    if (Object.keys(lacking).length > 0) return tell(lacking, null);
    setBusy(true);
    const { title, detail, owner, dueOn, urgent, onBehalfOfId } = fields;
    const input = {
      ...ownerInput(owner),
      patientId,
      title,
      detail: detail.trim() || null,
      dueOn,
      priority: urgent ? 'URGENT' : 'ROUTINE',
      onBehalfOfId,
      idempotencyKey: draft.key,
    } as const;
    const { data, error } = await connection.client.mutation(requestTask, { input }).toPromise();
    setBusy(false);
    const answer = data?.answer;
    if (answer?.__typename === 'TaskChanged') {
      keepAskDraft(viewer.id, about, null);
      announce(`Asked for: ${answer.task.title}.`);
      return asked(answer.task);
    }
    const field = answer && fieldOf(answer.reason);
    if (field) return tell({ [field]: answer.detail }, null);
    const problem = error && problemsOf(error)[0];
    const why = answer?.detail ?? (problem ? problemWords(problem, 'the task').title : 'Portage did not answer.');
    return tell({}, `${why} What you typed is kept here. Ask again: it will not be asked for twice.`);
  };

  return (
    <form className="card ask" aria-label="Task" onSubmit={(event) => void submit(event)} noValidate>
      <FaultList faults={faults} />
      <LabelledField
        id={idOf('title')}
        label={names.title}
        hint="Its verb first: “Order the breast MRI”"
        fault={faults.title}
      >
        {(given) => (
          <input
            {...given}
            className="input"
            autoComplete="off"
            maxLength={200}
            value={fields.title}
            onChange={({ target }) => change({ title: target.value })}
          />
        )}
      </LabelledField>
      <LabelledField id={idOf('detail')} label="More about it, if it needs it" fault={faults.detail}>
        {(given) => (
          <textarea
            {...given}
            className="input"
            rows={3}
            maxLength={2000}
            value={fields.detail}
            onChange={({ target }) => change({ detail: target.value })}
          />
        )}
      </LabelledField>
      <OwnerField
        patientId={patientId}
        id={idOf('owner')}
        label={names.owner}
        value={fields.owner}
        fault={faults.owner}
        change={(owner) => change({ owner })}
      />
      <LabelledField id={idOf('dueOn')} label={names.dueOn} fault={faults.dueOn}>
        {(given) => (
          <input
            {...given}
            className="input ask-day"
            type="date"
            min={isoDay(Date.now(), zone)}
            value={fields.dueOn}
            onChange={({ target }) => change({ dueOn: target.value })}
          />
        )}
      </LabelledField>
      <label className="choice">
        <input type="checkbox" checked={fields.urgent} onChange={({ target }) => change({ urgent: target.checked })} />
        Urgent: somebody must look at it today
      </label>
      <BehalfField
        value={fields.onBehalfOfId}
        fault={faults.onBehalfOfId}
        change={(onBehalfOfId) => change({ onBehalfOfId })}
      />
      {refusal && (
        <p className="task-refusal" role="alert">
          <strong>Not asked for.</strong> {refusal}
        </p>
      )}
      <div>
        <button className="button button-primary" aria-disabled={busy}>
          {busy ? 'Asking' : 'Ask for this task'}
        </button>
      </div>
    </form>
  );
}

/** All that is wrong, with links to it: a long form on a small screen shows one field at a time. */
function FaultList({ faults }: { faults: AskFaults }): ReactElement | null {
  const found = Object.keys(faults) as (keyof AskFields)[];
  if (found.length === 0) return null;
  return (
    <div className="task-refusal" role="alert">
      <p>
        <strong>Not asked for yet.</strong> Look at:
      </p>
      <ul>
        {found.map((field) => (
          <li key={field}>
            <a href={`#${idOf(field)}`}>{names[field]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface BehalfProps {
  value: string | null;
  fault: string | undefined;
  change: (id: string | null) => void;
}

/** For who works for others: in whose name it is asked. */
function BehalfField({ value, fault, change }: BehalfProps): ReactElement | null {
  const { viewer } = useSession();
  const { data } = useKeptQuery(coverQuery, {});
  const others = data?.viewer?.standsInFor ?? [];
  if (others.length === 0) return null;
  return (
    <LabelledField id={idOf('onBehalfOfId')} label={names.onBehalfOfId} fault={fault}>
      {(given) => (
        <select
          {...given}
          className="input"
          value={value ?? ''}
          onChange={({ target }) => change(target.value || null)}
        >
          <option value="">Your own, {viewer.name}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              On behalf of {name}
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  );
}

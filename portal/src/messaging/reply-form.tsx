import { useId, useState, type FormEvent, type ReactElement, type RefObject } from 'react';
import { useSession } from '#portal/app/session.ts';
import { BodyField } from '#portal/messaging/body-field.tsx';
import { emptyTask, isEmpty } from '#portal/messaging/draft-fields.ts';
import { Extras } from '#portal/messaging/extras.tsx';
import { SendRow } from '#portal/messaging/send-row.tsx';
import { TaskFieldset } from '#portal/messaging/task-fields.tsx';
import type { Thread } from '#portal/messaging/thread.query.ts';
import { useComposer } from '#portal/messaging/use-composer.ts';
import { useDraft } from '#portal/messaging/use-draft.ts';
import { useSendKeys } from '#portal/messaging/use-send-keys.ts';
import { listWords } from '#portal/messaging/words.ts';

interface Props {
  thread: Thread;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** One line until it is used; a reply goes to everybody who takes part. */
export function ReplyForm({ thread, field }: Props): ReactElement {
  const { viewer } = useSession();
  const patientId = thread.patient?.id ?? '';
  const place = { threadId: thread.id, patientId };
  const draft = useDraft(place);
  const { desk, fields } = draft;
  const writer = thread.onBehalfOf?.id ?? viewer.id;
  const others = thread.participants.filter(({ person, mayRead }) => person.id !== writer && mayRead);
  const names = listWords(others.map(({ person }) => person.name));
  const { faults, refusal, send } = useComposer(place, desk, names);
  const [used, setUsed] = useState(false);
  const open = used || !isEmpty(fields) || refusal !== null;
  const sendIt = (): void => void send();
  const form = useSendKeys(sendIt);
  const submit = (event: FormEvent): void => event.preventDefault();

  return (
    <form
      ref={form}
      className={open ? 'card reply' : 'card reply reply-closed'}
      aria-label="Reply"
      onSubmit={submit}
      noValidate
    >
      {thread.onBehalfOf && (
        <p className="behalf">
          You write on behalf of <strong>{thread.onBehalfOf.name}</strong>. Everybody sees that.
        </p>
      )}
      <BodyField
        label={`Reply to ${names}`}
        body={fields.body}
        rows={open ? 6 : 2}
        fault={faults.body}
        field={field}
        enter={() => setUsed(true)}
        change={(body) => desk.change({ body })}
      />
      {others.map(
        ({ person, cover }) =>
          cover && (
            <p key={person.id} className="small cover-line">
              {person.name} is away: {cover.person.name} receives for them.
            </p>
          ),
      )}
      {open && (
        <>
          <TaskChoice
            value={fields.task === null ? '' : fields.intent === 'HAND_OVER' ? 'HAND_OVER' : 'INFORM'}
            choose={(intent) =>
              desk.change(intent ? { intent, task: fields.task ?? emptyTask } : { intent: 'ASK', task: null })
            }
          />
          {fields.task && (
            <TaskFieldset
              task={fields.task}
              handsOver={fields.intent === 'HAND_OVER'}
              people={thread.participants.map(({ person }) => person)}
              faults={faults}
              change={(task) => desk.change({ task })}
            />
          )}
          <Extras desk={desk} fields={fields} patientId={thread.patient?.id ?? null} />
        </>
      )}
      <SendRow now={draft} desk={desk} refusal={refusal} label="Send reply" send={sendIt} />
    </form>
  );
}

function TaskChoice({
  value,
  choose,
}: {
  value: '' | 'HAND_OVER' | 'INFORM';
  choose: (value: 'HAND_OVER' | 'INFORM' | null) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="field field-inline">
      <label htmlFor={id}>With this reply</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={({ target }) => choose((target.value || null) as 'HAND_OVER' | 'INFORM' | null)}
      >
        <option value="">Nothing but the message</option>
        <option value="HAND_OVER">Hand something over</option>
        <option value="INFORM">Recommend something</option>
      </select>
    </div>
  );
}

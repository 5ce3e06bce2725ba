import { useEffect, useRef, useSyncExternalStore, type FormEvent, type ReactElement } from 'react';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { BehalfField } from '#portal/messaging/behalf-field.tsx';
import { BodyField } from '#portal/messaging/body-field.tsx';
import { recipientsQuery } from '#portal/messaging/compose.query.ts';
import { emptyTask, isEmpty, type Place } from '#portal/messaging/draft-fields.ts';
import { Extras } from '#portal/messaging/extras.tsx';
import { firstChoice } from '#portal/messaging/first-choice.ts';
import type { Intent } from '#portal/messaging/inbox.query.ts';
import { IntentField } from '#portal/messaging/intent-field.tsx';
import { LabelledField } from '#portal/ui/labelled-field.tsx';
import type { Person } from '#portal/messaging/messaging.query.ts';
import { onOutgoing, outgoing } from '#portal/messaging/outbox.ts';
import { OutgoingItem } from '#portal/messaging/outgoing-item.tsx';
import { proposedFields, type Proposal } from '#portal/messaging/proposal.ts';
import { RecipientField } from '#portal/messaging/recipient-field.tsx';
import { SendRow } from '#portal/messaging/send-row.tsx';
import { TaskFieldset } from '#portal/messaging/task-fields.tsx';
import { useComposer } from '#portal/messaging/use-composer.ts';
import { useDraft } from '#portal/messaging/use-draft.ts';
import { useSendKeys } from '#portal/messaging/use-send-keys.ts';
import { listWords } from '#portal/messaging/words.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { Note } from '#portal/ui/note.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

interface Props {
  patientId: string;
  proposal: Proposal;
  /** What the task says that it is about. */
  subject: string | null;
  standsInFor: readonly Person[];
}

export function NewMessageForm({ patientId, proposal, subject, standsInFor }: Props): ReactElement {
  const { viewer } = useSession();
  const place: Place = { threadId: null, patientId };
  const draft = useDraft(place);
  const { desk, fields, loaded } = draft;
  const quoted = fields.references.map(({ kind, id }) => ({ kind, id }));
  const { data, loading, problems, again } = useKeptQuery(recipientsQuery, {
    patientId,
    search: null,
    references: quoted,
  });
  // While a piece is added the people stay; only what they may not read is asked for again.
  const recipients = data?.recipients.filter(({ person }) => person.id !== fields.onBehalfOfId);
  const chosen = recipients?.filter(({ person }) => fields.recipientIds.includes(person.id)) ?? [];
  // Whoever may not be written to about this patient does not write about them either.
  const principals = standsInFor.filter(({ id }) => data?.recipients.some(({ person }) => person.id === id));
  const names = listWords(chosen.map(({ person }) => person.name));
  const { faults, refusal, send } = useComposer(place, desk, names);
  const sendIt = (): void => void send();
  const form = useSendKeys(sendIt);
  const onTheirWay = useSyncExternalStore(onOutgoing, outgoing).filter(
    (one) => one.personId === viewer.id && one.place.threadId === null && one.place.patientId === patientId,
  );

  // Filled in once for each opening, when it is known what the draft holds: what the address says, else whoever is on the other side.
  const proposed = useRef(false);
  const untouched = isEmpty(fields) && draft.keeping === 'empty' && onTheirWay.length === 0;
  useEffect(() => {
    if (!loaded || !recipients || proposed.current) return;
    proposed.current = true;
    const suggestion = firstChoice(recipients, viewer.organization.kind, proposal.to, viewer.id);
    if (untouched)
      desk.propose({ ...proposedFields(proposal, subject), ...(suggestion && { recipientIds: [suggestion] }) });
  });

  if (onTheirWay.length > 0)
    return (
      <ol className="messages compose" aria-label="On its way">
        {onTheirWay.map((message) => (
          <OutgoingItem key={message.key} message={message} />
        ))}
      </ol>
    );
  const [problem] = problems;
  if (!recipients && problem && !loading)
    return <ProblemNote problem={problem} what="the list of recipients" again={again} />;
  if (recipients?.length === 0) return <NobodyToWriteTo />;
  const chooseIntent = (intent: Intent): void =>
    desk.change({ intent, task: intent === 'HAND_OVER' ? (fields.task ?? emptyTask) : null });
  const submit = (event: FormEvent): void => event.preventDefault();
  const self = { ...viewer, organization: viewer.organization };

  return (
    <form ref={form} className="card compose" aria-label="New message" onSubmit={submit} noValidate>
      <BehalfField
        writer={viewer.name}
        principals={principals}
        chosen={fields.onBehalfOfId}
        choose={(onBehalfOfId) =>
          desk.change({ onBehalfOfId, recipientIds: fields.recipientIds.filter((id) => id !== onBehalfOfId) })
        }
      />
      <IntentField intent={fields.intent} choose={chooseIntent} />
      {recipients ? (
        <RecipientField
          recipients={recipients}
          chosen={fields.recipientIds}
          references={fields.references}
          fault={faults.recipientIds}
          change={(recipientIds) => desk.change({ recipientIds })}
        />
      ) : (
        <Loading what="who may be written to" lines={2} />
      )}
      <LabelledField id="subject" label="Subject" fault={faults.subject}>
        {(given) => (
          <input
            {...given}
            className="input"
            maxLength={200}
            value={fields.subject}
            onChange={({ target }) => desk.change({ subject: target.value })}
          />
        )}
      </LabelledField>
      <BodyField
        label="Message"
        body={fields.body}
        rows={9}
        fault={faults.body}
        change={(body) => desk.change({ body })}
      />
      {fields.intent !== 'HAND_OVER' && (
        <label className="choice">
          <input
            type="checkbox"
            checked={fields.task !== null}
            onChange={({ target }) => desk.change({ task: target.checked ? emptyTask : null })}
          />
          It holds a recommendation that somebody is to decide on
        </label>
      )}
      {fields.task && (
        <TaskFieldset
          task={fields.task}
          handsOver={fields.intent === 'HAND_OVER'}
          people={[...chosen.map(({ person }) => person), self]}
          faults={faults}
          change={(task) => desk.change({ task })}
        />
      )}
      <Extras desk={desk} fields={fields} patientId={patientId} />
      <SendRow now={draft} desk={desk} refusal={refusal} label={names ? `Send to ${names}` : 'Send'} send={sendIt} />
    </form>
  );
}

function NobodyToWriteTo(): ReactElement {
  return (
    <Note title="Nobody else may read messages about this patient yet.">
      <p className="prose">
        A message goes only to people whom the cancer centre has given access to this patient. Call the oncology team
        and ask them to share the patient with the colleague you want to write to.
      </p>
    </Note>
  );
}

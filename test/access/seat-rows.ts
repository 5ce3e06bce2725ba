// The rows of one conversation, each text of which holds a mark that stands nowhere else.
import { createHash, randomUUID } from 'node:crypto';
import { ago, ahead, DAY, MINUTE, type Clinic, type PatientInClinic, type PersonInClinic } from '#test/kit/clinic.ts';
import type { QUOTED, Seat } from './seats-truth-table.ts';

/** What a text belongs to, which decides who may be shown it. */
export type Belonging = 'thread' | 'draft' | 'undoable' | 'nobody';

export interface ThreadInClinic {
  readonly id: string;
  readonly messages: { readonly sent: string; readonly undoable: string; readonly undone: string };
  /** Files: of the message that was sent, of the one that can still be taken back, of the reader's draft, of somebody else's. */
  readonly files: {
    readonly sent: string;
    readonly undoable: string;
    readonly draft: string;
    readonly foreign: string;
  };
  /** Every text by its mark, in lower case. */
  readonly marks: ReadonlyMap<string, Belonging>;
}

export interface Parties {
  readonly patient: PatientInClinic;
  /** Writes, by the hand of the assistant, who acts for them. */
  readonly author: PersonInClinic;
  readonly assistant: PersonInClinic;
  readonly reader: PersonInClinic;
  /** Has the place: the reader, or whom they stand in for. Undefined: only the author has one. */
  readonly holder: PersonInClinic | undefined;
  readonly seat: Seat;
}

const bytesOf = (text: string) => Buffer.from(text);
const digestOf = (body: Buffer) => createHash('sha256').update(body).digest();

/** The rows of the patient's record that a message quotes, one of each kind. */
function quotedOf({ rows }: PatientInClinic): { kind: keyof typeof QUOTED; id: string }[] {
  const row = (table: string, needs: string) => rows.find((one) => one.table === table && one.needs.join() === needs)!;
  return [
    { kind: 'RESULT', id: row('observation', 'results').id },
    { kind: 'TREATMENT', id: row('procedure', 'oncology').id },
    { kind: 'DIAGNOSIS', id: row('condition', 'oncology').id },
    { kind: 'DOCUMENT', id: row('document_reference', 'documents').id },
    { kind: 'PLAN_LINE', id: String(row('follow_up_line', 'care-plan').columns['line_id']) },
  ];
}

const stored = (kind: string) => kind.toLowerCase().replace('_', '-');

export async function writeThread(clinic: Clinic, parties: Parties): Promise<ThreadInClinic> {
  const { patient, author, assistant, reader, holder, seat } = parties;
  const marks = new Map<string, Belonging>();
  const text = (words: string, belonging: Belonging) => {
    const mark = `${patient.canary}n${900 + marks.size}n`;
    marks.set(mark.toLowerCase(), belonging);
    return `${words} ${mark}`;
  };
  const insert = (table: string, columns: Record<string, unknown>) => clinic.insert('owner', table, columns);
  const whose = { patient_id: patient.id };
  const [id, sent, undoable, undone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [sentAt, released] = [ago(DAY), seat === 'not-yet' ? ahead(DAY) : ago(DAY)];
  const takenBack = seat === 'taken-back';

  const file = async (belonging: Belonging, by: PersonInClinic, message: string | null): Promise<string> => {
    const [file_id, body] = [randomUUID(), bytesOf(text('Bytes', belonging))];
    await insert('attachment_content', { sha256: digestOf(body), body });
    await insert('attachment', {
      id: file_id,
      message_id: message,
      patient_id: message && patient.id,
      uploaded_by_id: by.id,
      file_name: text('file', belonging),
      content_type: 'text/plain',
      size_bytes: body.length,
      sha256: digestOf(body),
    });
    return file_id;
  };
  const message = (message_id: string, more: Record<string, unknown>) =>
    insert('message', { id: message_id, thread_id: id, ...whose, priority: 'routine', ...more });

  await insert('thread', {
    id,
    ...whose,
    subject: text('After the third cycle', 'thread'),
    intent: 'hand-over',
    created_by_id: author.id,
    last_message_at: sentAt,
  });
  const places = takenBack ? [] : [author, ...(holder ? [holder] : [])];
  for (const person of places) {
    await insert('thread_seat', {
      thread_id: id,
      person_id: person.id,
      ...whose,
      visible_from: released,
      last_message_at: sentAt,
      last_incoming_at: person === author ? '-infinity' : sentAt,
    });
    await insert('thread_participant', {
      thread_id: id,
      person_id: person.id,
      ...whose,
      joined_at: sentAt,
      added_by_id: author.id,
      last_read_at: sentAt,
    });
  }
  await message(sent, {
    sender_id: assistant.id,
    on_behalf_of_id: author.id,
    body: text('Check the blood count', 'thread'),
    sent_at: sentAt,
    undo_until: takenBack ? ahead(DAY) : released,
    undone_at: takenBack ? sentAt : null,
  });
  for (const [position, { kind, id: record_id }] of quotedOf(patient).entries())
    await insert('message_reference', { message_id: sent, position, ...whose, kind: stored(kind), record_id });
  await insert('message_request', {
    message_id: sent,
    kind: 'hand-over',
    ...whose,
    title: text('Check it each week', 'thread'),
    owner_id: (holder ?? reader).id,
    due_on: '2099-03-04',
    fallback_telephone: text('+1 505', 'thread'),
  });
  await clinic.behindTheWall(`update task set source_kind = 'message', source_id = $1 where patient_id = $2`, [
    sent,
    patient.id,
  ]);
  await insert('message_delivery', {
    message_id: sent,
    recipient_id: (holder ?? reader).id,
    thread_id: id,
    ...whose,
    stored_at: sentAt,
    notified_at: sentAt,
    channel: 'e-mail',
    opened_at: sentAt,
    opened_by_id: assistant.id,
    answered_at: sentAt,
    failed_at: sentAt,
    failure: text('Refused', 'thread'),
    escalated_at: sentAt,
    escalated_to_id: assistant.id,
  });
  const files = { sent: await file('thread', author, sent), undoable: '', draft: '', foreign: '' };

  // Written a moment ago, and one that was taken back: of the reader where they write, else of the author.
  const voice = seat === 'writer' ? reader : author;
  const [now, opened] = [ago(MINUTE), { sender_id: voice.id, undo_until: ahead(DAY) }];
  await message(undoable, { ...opened, body: text('And another thing', 'undoable'), sent_at: now });
  await message(undone, {
    ...opened,
    sender_id: author.id,
    body: text('Sent too soon', 'nobody'),
    sent_at: ago(2 * MINUTE),
    undone_at: now,
  });
  files.undoable = await file('undoable', voice, undoable);

  for (const [person, belonging] of [
    [reader, 'draft'],
    [author, 'nobody'],
    ...(holder && holder !== reader ? [[holder, 'nobody'] as const] : []),
  ] as const) {
    const upload = await file(belonging, person, null);
    if (person === reader) files.draft = upload;
    else files.foreign = upload;
    await insert('draft', {
      person_id: person.id,
      ...whose,
      thread_id: id,
      content: JSON.stringify({
        subject: text('Re', belonging),
        intent: 'ask',
        priority: 'routine',
        body: text('Half a thought', belonging),
        recipientIds: [author.id],
        attachmentIds: [upload],
        references: quotedOf(patient).map((one) => ({ ...one, kind: stored(one.kind) })),
        onBehalfOfId: author.id,
        task: {
          title: text('Call', belonging),
          ownerId: author.id,
          dueOn: '2099-03-04',
          fallbackTelephone: text('+1 505', belonging),
        },
      }),
    });
  }
  return { id, messages: { sent, undoable, undone }, files, marks };
}

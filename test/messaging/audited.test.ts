// S9 for messages: whatever is told is named in the audit of the same transaction, and without the audit nothing is told.
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asking, type Ask } from '#test/access/asking.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post, THREAD, type Correspondence } from './correspondence.ts';

let clinic: Clinic;
let ask: Ask;
let post: Post;
let at: Correspondence;
let thread: string;
let message: string;
beforeAll(async () => {
  clinic = await openClinic();
  ask = asking(clinic);
  post = new Post(clinic);
  at = await correspond(clinic);
  const result = at.patient.rows.find(({ table, needs }) => table === 'observation' && needs.join() === 'results')!;
  const sent = await post.begin(at.oncologist, at.patient, [at.physician], {
    references: [{ kind: 'RESULT', id: result.id }],
  });
  thread = sent.thread.id;
  message = sent.message.id;
  await post.letUndoPass();
});
afterAll(() => clinic.close());

interface AuditRow {
  xid: string;
  person_id: string;
  patient_id: string | null;
  action: string;
  outcome: string;
  row_ids: string[];
}

const auditOf = (requestId: string) =>
  clinic.behindTheWall<AuditRow>('select * from audit_event where request_id = $1 order by id', [requestId]);

it.each([
  ['one thread', () => `{ thread(id: "${thread}") { ${THREAD} } }`, 'messages:read'],
  ['the inbox', () => `{ threads(first: 2) { edges { node { ${THREAD} } } } }`, 'messages:list'],
])('%s names the thread, its message, what it quotes and the patient', async (_, query, action) => {
  const { codes, requestId } = await ask(at.physician.token, parse(query()));
  expect(codes).toEqual([]);
  const [row, ...more] = await auditOf(requestId);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ action, outcome: 'done', person_id: at.physician.person.id, patient_id: at.patient.id });
  const result = at.patient.rows.find(({ table, needs }) => table === 'observation' && needs.join() === 'results')!;
  expect(row!.row_ids.toSorted()).toEqual([thread, message, result.id, at.patient.id].toSorted());
});

it('a thread that is hidden is audited as denied', async () => {
  const { codes, requestId } = await ask(
    at.physician.token,
    parse('{ thread(id: "00000000-0000-4000-8000-000000000000") { id } }'),
  );
  expect(codes).toEqual(['NOT_FOUND']);
  expect(await auditOf(requestId)).toMatchObject([{ action: 'messages:read', outcome: 'denied', patient_id: null }]);
});

it('without the audit nothing is told and nothing is written', async () => {
  const messages = () => clinic.behindTheWall('select id from message');
  const before = await messages();
  await clinic.owner.query('revoke insert on audit_event from portage_app');
  try {
    for (const query of [
      `{ thread(id: "${thread}") { subject } }`,
      '{ threads { edges { node { subject } } } }',
      '{ drafts { body } }',
      `mutation { closeThread(id: "${thread}") { __typename } }`,
      `mutation { sendMessage(input: { idempotencyKey: "unaudited", threadId: "${thread}", body: "b" }) { __typename } }`,
    ]) {
      const { data, codes } = await ask(at.physician.token, parse(query));
      expect(data ?? null).toBeNull();
      expect(codes).toEqual(['FORBIDDEN']);
    }
  } finally {
    await clinic.owner.query(
      'grant insert (request_id, session_id, person_id, acting_for_id, organization_id, role, patient_id, action, outcome, sections, row_ids, detail) on audit_event to portage_app',
    );
  }
  expect(await messages()).toEqual(before);
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '#api/http/index.ts';
import { messagingJobs } from '#api/messaging/index.ts';
import type { Caller } from '#test/kit/caller.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';
import { correspond, Post, type Correspondence, type Person, type ThreadTold } from './correspondence.ts';

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n');

let served: ServedClinic;
let post: Post;
let at: Correspondence;
let oncologist: Caller;
let physician: Caller;
beforeAll(async () => {
  served = await serveClinic();
  post = new Post(served.clinic);
});
beforeEach(async () => {
  at = await correspond(served.clinic);
  [oncologist, physician] = await Promise.all([browserOf(at.oncologist), browserOf(at.physician)]);
});
afterAll(() => served.close());

async function browserOf({ person }: Person): Promise<Caller> {
  await served.admit(person);
  const caller = served.caller();
  await caller.signIn(person.email, PASSWORD);
  return caller;
}

interface Upload {
  status: number;
  id: string;
  contentType: string;
  reason: string;
}

async function upload(
  caller: Caller,
  name: string,
  body: Buffer | string,
  headers: Record<string, string> = {},
): Promise<Upload> {
  const reply = await caller.fetch('/attachments', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name), ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  const json = (reply.text === '' ? {} : JSON.parse(reply.text)) as {
    id: string;
    contentType: string;
    errors?: { extensions: { reason: string } }[];
  };
  return {
    status: reply.status,
    id: json.id,
    contentType: json.contentType,
    reason: json.errors?.[0]?.extensions.reason ?? '',
  };
}

const stored = async () =>
  Number((await served.clinic.behindTheWall<{ count: string }>('select count(*) from attachment_content'))[0]!.count);

describe('a file', () => {
  it('goes with a message, and is saved by whoever is in the thread and never shown', async () => {
    const { status, id, contentType } = await upload(oncologist, 'Befund März.pdf', PDF);
    expect([status, contentType]).toEqual([201, 'application/pdf']);
    const sent = await post.begin(at.oncologist, at.patient, [at.physician], { attachmentIds: [id] });
    expect(sent.thread.messages.edges[0]!.node.attachments).toEqual([
      { id, name: 'Befund März.pdf', contentType: 'application/pdf', sizeBytes: PDF.length },
    ]);
    expect((await physician.fetch(`/attachments/${id}`)).status).toBe(404);
    await post.letUndoPass();
    const got = await physician.fetch(`/attachments/${id}`);
    expect(got.status).toBe(200);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''Befund%20M%C3%A4rz.pdf",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(got.text).toContain('%PDF-1.7');
  });

  it('is stored once, whoever sends it and however often', async () => {
    const before = await stored();
    const body = `Counts of ${randomUUID()}`;
    const ids = [
      await upload(oncologist, 'a.txt', body),
      await upload(physician, 'b.txt', body),
      await upload(oncologist, 'a.txt', body),
    ];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
    expect(await stored()).toBe(before + 1);
  });

  it('with an active type is saved as bytes', async () => {
    const { id } = await upload(oncologist, 'bundle.json', '{"resourceType":"Bundle"}');
    expect((await oncologist.fetch(`/attachments/${id}`)).headers.get('content-type')).toBe('application/octet-stream');
  });

  it('is named in the audit when it is stored and when it is read', async () => {
    const { id } = await upload(oncologist, 'note.txt', 'Words');
    await post.begin(at.oncologist, at.patient, [at.physician], { attachmentIds: [id] });
    await post.letUndoPass();
    await physician.fetch(`/attachments/${id}`);
    const rows = await served.clinic.behindTheWall(
      `select action, outcome, person_id, patient_id from audit_event where $1 = any (row_ids) and action in ('messages:attach', 'messages:read') order by id`,
      [id],
    );
    expect(rows).toMatchObject([
      { action: 'messages:attach', outcome: 'done', person_id: at.oncologist.person.id },
      { action: 'messages:read', outcome: 'done', person_id: at.physician.person.id, patient_id: at.patient.id },
    ]);
  });
});

describe('a file is not taken', () => {
  it.each([
    ['when it lies about its type', 'scan.pdf', '<html><script>alert(1)</script></html>', 422, 'TYPE_NOT_ALLOWED'],
    ['when its name says something else', 'scan.png', PDF, 422, 'TYPE_MISMATCH'],
    ['when it is empty', 'note.txt', '', 422, 'EMPTY'],
    ['when it is larger than 10 MB', 'note.txt', 'x'.repeat(10 * 1024 * 1024 + 1), 413, 'TOO_LARGE'],
  ])('%s', async (_, name, body, status, reason) => {
    const before = await stored();
    expect(await upload(oncologist, name, body)).toMatchObject({ status, reason });
    expect(await stored()).toBe(before);
  });

  it('from nobody, from another site, or as something else than bytes', async () => {
    const before = await stored();
    expect((await upload(served.caller(), 'note.txt', 'Words')).status).toBe(401);
    expect((await upload(oncologist, 'note.txt', 'Words', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await upload(oncologist, 'note.txt', 'Words', { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await upload(oncologist, 'note.txt', 'Words', { 'content-type': 'text/html' })).status).toBe(415);
    expect((await upload(oncologist, '../', 'Words')).status).toBe(400);
    expect(await stored()).toBe(before);
  });

  it('for a message when it is somebody else’s, was sent already, or makes more than 25 MB', async () => {
    const { id } = await upload(physician, 'note.txt', 'Words');
    const refused = { __typename: 'MessageRefused', reason: 'ATTACHMENT_UNKNOWN' };
    expect(await post.begin(at.oncologist, at.patient, [at.physician], { attachmentIds: [id] })).toMatchObject(refused);
    expect(await post.begin(at.physician, at.patient, [at.oncologist], { attachmentIds: [id, id] })).toMatchObject({
      __typename: 'MessageSent',
    });
    expect(await post.begin(at.physician, at.patient, [at.oncologist], { attachmentIds: [id] })).toMatchObject(refused);
    const large = await Promise.all(
      ['a', 'b', 'c'].map((letter) => upload(oncologist, `${letter}.txt`, letter.repeat(9 * 1024 * 1024))),
    );
    const attachmentIds = large.map((file) => file.id);
    expect(await post.begin(at.oncologist, at.patient, [at.physician], { attachmentIds })).toMatchObject({
      reason: 'ATTACHMENTS_TOO_LARGE',
    });
  });
});

describe('a file is hidden', () => {
  it('from everybody but its uploader until it is sent, and comes back to them when the message is taken back', async () => {
    const { id } = await upload(oncologist, 'note.txt', 'Words');
    const seen = async () => [
      (await oncologist.fetch(`/attachments/${id}`)).status,
      (await physician.fetch(`/attachments/${id}`)).status,
    ];
    expect(await seen()).toEqual([200, 404]);
    const { message } = await post.begin(at.oncologist, at.patient, [at.physician], { attachmentIds: [id] });
    await post.undo(at.oncologist, message.id);
    expect(await seen()).toEqual([200, 404]);
    const { data } = await post.ask(at.oncologist, '{ drafts { attachments { id name } } }');
    expect(data!['drafts']).toEqual([{ attachments: [{ id, name: 'note.txt' }] }]);
  });

  it('with the thread, like one that never was', async () => {
    const { id } = await upload(oncologist, 'note.txt', 'Words');
    await post.begin(at.oncologist, at.patient, [at.physician], { attachmentIds: [id] });
    await post.letUndoPass();
    expect((await physician.fetch(`/attachments/${id}`)).status).toBe(200);
    await served.clinic.revoke(at.grants.practice);
    const answers = await Promise.all([id, randomUUID(), 'x'].map((one) => physician.fetch(`/attachments/${one}`)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await served.caller().fetch(`/attachments/${id}`)).status).toBe(401);
    expect(((await post.inbox(at.oncologist)) as ThreadTold[])[0]!.messages.edges[0]!.node.attachments).toHaveLength(1);
  });
});

describe('a file that is never sent', () => {
  const left = async () =>
    (await served.clinic.behindTheWall<{ id: string }>('select id from attachment')).map(({ id }) => id);
  const bytesOf = async (body: Buffer) =>
    (
      await served.clinic.behindTheWall<{ n: number }>(
        'select count(*)::integer as n from attachment_content where body = $1',
        [body],
      )
    )[0]!.n;
  const forget = () =>
    messagingJobs['messages.forget-uploads']!(
      {},
      { pool: served.clinic.pool('portage_worker'), log: createLogger('silent'), signal: AbortSignal.timeout(5_000) },
    );

  it('is forgotten after seven days; one that was sent, lies in a draft or is young stays, and so do its bytes', async () => {
    const alone = Buffer.from('Only here.');
    const shared = Buffer.from('In two files.');
    const [unused, twin, sent, drafted] = await Promise.all([
      upload(oncologist, 'alone.txt', alone),
      upload(oncologist, 'twin.txt', shared),
      upload(oncologist, 'sent.txt', shared),
      upload(oncologist, 'drafted.txt', 'For later.'),
    ]);
    await post.begin(at.oncologist, at.patient, [at.physician], { attachmentIds: [sent!.id] });
    await post.ask(at.oncologist, 'mutation ($input: DraftInput!) { saveDraft(input: $input) { __typename } }', {
      input: { patientId: at.patient.id, version: 0, body: 'Later', attachmentIds: [drafted!.id] },
    });
    await forget();
    expect(await left()).toEqual(expect.arrayContaining([unused!.id, twin!.id]));

    await served.clinic.owner.query(`update attachment set uploaded_at = uploaded_at - interval '8 days'`);
    const young = await upload(oncologist, 'young.txt', 'Just now.');
    await forget();
    const kept = await left();
    expect(kept).toEqual(expect.arrayContaining([sent!.id, drafted!.id, young.id]));
    expect(kept).not.toContain(unused!.id);
    expect(kept).not.toContain(twin!.id);
    expect([await bytesOf(alone), await bytesOf(shared)]).toEqual([0, 1]);
    const [audited] = await served.clinic.behindTheWall<{ row_ids: string[] }>(
      `select row_ids from audit_event where action = 'messages:forget-uploads'`,
    );
    expect(audited!.row_ids).toEqual(expect.arrayContaining([unused!.id, twin!.id]));
  });

  it('is looked after by a job, one for each day', async () => {
    const jobs = await served.clinic.behindTheWall<{ days: number }>(
      `select round(extract(epoch from j.run_at - now()) / 86400)::integer as days from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'messages.forget-uploads'`,
    );
    expect(jobs).toHaveLength(1);
    expect(jobs[0]!.days).toBeGreaterThanOrEqual(7);
  });
});

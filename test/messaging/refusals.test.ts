import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post, signedIn, type Correspondence, type Person } from './correspondence.ts';

let clinic: Clinic;
let post: Post;
let at: Correspondence;
let stranger: Person;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
  at = await correspond(clinic);
  stranger = await signedIn(await clinic.person('oncologist').of(await clinic.organization()));
});
afterAll(() => clinic.close());

const refused = (reason: string, field?: string) => ({
  __typename: 'MessageRefused',
  reason,
  ...(field === undefined ? {} : { field }),
});
const nothingWasSent = async () => {
  const [row] = await clinic.behindTheWall<{ count: string }>('select count(*) from message');
  expect(row!.count).toBe('0');
};

describe('a message is refused, in words and with its draft kept,', () => {
  it.each([
    ['when it is empty', { body: ' \n ' }, 'EMPTY', 'body'],
    ['when it is too long', { body: 'x'.repeat(10_001) }, 'TOO_LONG', 'body'],
    ['when it has no subject', { subject: ' ' }, 'SUBJECT_MISSING', 'subject'],
    ['when its subject is too long', { subject: 'x'.repeat(201) }, 'TOO_LONG', 'subject'],
    ['when it does not say what it is for', { intent: null }, 'INTENT_MISSING', 'intent'],
    ['when it goes to nobody', { recipientIds: [] }, 'NO_RECIPIENT', 'recipientIds'],
    [
      'when it goes to a crowd',
      { recipientIds: Array.from({ length: 21 }, () => randomUUID()) },
      'TOO_MANY_RECIPIENTS',
      'recipientIds',
    ],
    ['when it hands over without saying what', { intent: 'HAND_OVER' }, 'HAND_OVER_INCOMPLETE', 'handOver'],
    ['when a file is not there', { attachmentIds: [randomUUID()] }, 'ATTACHMENT_UNKNOWN', 'attachmentIds'],
    [
      'when what it quotes is not there',
      { references: [{ kind: 'RESULT', id: randomUUID() }] },
      'REFERENCE_NOT_READABLE',
      'references',
    ],
    [
      'when its sender does not stand in for that person',
      { onBehalfOfId: randomUUID() },
      'NOT_YOUR_PRINCIPAL',
      'onBehalfOfId',
    ],
  ])('%s', async (_, change, reason, field) => {
    const before = { body: 'A long thought', ...change };
    const answer = await post.begin(at.oncologist, at.patient, [at.physician], before);
    expect(answer).toMatchObject(refused(reason, field));
    expect(answer.draft).not.toBeNull();
    await nothingWasSent();
  });

  it.each([
    ['no number to call', { fallbackTelephone: 'ask me' }, 'HAND_OVER_INCOMPLETE'],
    ['a day that is over', { dueOn: '2020-01-01' }, 'DUE_IN_THE_PAST'],
    ['nothing to do', { title: ' ' }, 'HAND_OVER_INCOMPLETE'],
    ['an owner who is not in the thread', { ownerId: randomUUID() }, 'OWNER_NOT_IN_THREAD'],
  ])('when it hands over with %s', async (_, change, reason) => {
    const handOver = {
      title: 'Watch the counts',
      ownerId: at.physician.person.id,
      dueOn: '2099-01-01',
      fallbackTelephone: '+1 505 555 0124',
      ...change,
    };
    expect(
      await post.begin(at.oncologist, at.patient, [at.physician], { intent: 'HAND_OVER', handOver }),
    ).toMatchObject(refused(reason));
    await nothingWasSent();
  });

  it('when somebody among the recipients may not read the patient, whoever they are', async () => {
    for (const id of [stranger.person.id, randomUUID(), 'no id']) {
      const answer = await post.begin(at.oncologist, at.patient, [], { recipientIds: [at.physician.person.id, id] });
      expect(answer).toMatchObject({ ...refused('RECIPIENT_WITHOUT_ACCESS', 'recipientIds'), personIds: [id] });
    }
    await nothingWasSent();
  });
});

describe('a message about a patient who is hidden and one about none', () => {
  it('are answered with the same bytes', async () => {
    const answers = [];
    for (const id of [at.patient.id, randomUUID(), 'no id']) {
      const answer = await post.begin(stranger, { ...at.patient, id }, [at.physician]);
      answers.push(JSON.stringify(answer));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('NOT_FOUND');
    await nothingWasSent();
  });
});

describe('a reply', () => {
  it('is refused when it hands over without saying what', async () => {
    const { thread } = await post.begin(at.oncologist, at.patient, [at.physician]);
    const reply = { threadId: thread.id, body: 'All yours.', intent: 'HAND_OVER' };
    expect(await post.send(at.oncologist, reply)).toMatchObject(refused('HAND_OVER_INCOMPLETE', 'handOver'));
  });
});

describe('script in a text', () => {
  it('is stored as text and told as text', async () => {
    const body = '<script>alert(1)</script> & <img src=x onerror=alert(1)>';
    const { message } = await post.begin(at.oncologist, at.patient, [at.physician], { body });
    expect(message.body).toBe(body);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post, type Correspondence } from './correspondence.ts';

let clinic: Clinic;
let post: Post;
let at: Correspondence;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
  at = await correspond(clinic);
});
afterAll(() => clinic.close());

const count = async (table: string) =>
  Number((await clinic.behindTheWall<{ count: string }>(`select count(*) from ${table}`))[0]!.count);

describe('the same key', () => {
  it('gives the same answer and one message, though fifty ask at once', async () => {
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post.begin(at.oncologist, at.patient, [at.physician], { idempotencyKey })),
    );
    expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
    expect(await count('message')).toBe(1);
    expect(await count('thread')).toBe(1);
    expect(await count('message_delivery')).toBe(1);
  });

  it('for another text is refused, and nothing is sent', async () => {
    const idempotencyKey = randomUUID();
    await post.begin(at.oncologist, at.patient, [at.physician], { idempotencyKey, body: 'One' });
    const before = await count('message');
    expect(
      await post.begin(at.oncologist, at.patient, [at.physician], { idempotencyKey, body: 'Other' }),
    ).toMatchObject({
      __typename: 'MessageRefused',
      reason: 'KEY_REUSED',
    });
    expect(await count('message')).toBe(before);
  });

  it('belongs to its person: another sends their own message with it', async () => {
    const idempotencyKey = randomUUID();
    const one = await post.begin(at.oncologist, at.patient, [at.physician], { idempotencyKey });
    const other = await post.begin(at.physician, at.patient, [at.oncologist], { idempotencyKey });
    expect(other.message.id).not.toBe(one.message.id);
  });

  it('is free again after a refusal', async () => {
    const idempotencyKey = randomUUID();
    const refused = { idempotencyKey, recipientIds: [randomUUID()] };
    expect((await post.begin(at.oncologist, at.patient, [], refused)).reason).toBe('RECIPIENT_WITHOUT_ACCESS');
    expect((await post.begin(at.oncologist, at.patient, [at.physician], { idempotencyKey })).__typename).toBe(
      'MessageSent',
    );
  });
});

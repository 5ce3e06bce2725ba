import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post, type Correspondence, type Person } from './correspondence.ts';

const DRAFT = 'id version body subject intent recipientIds patient { id } threadId task { title dueOn }';
const SAVE = `mutation ($input: DraftInput!) { saveDraft(input: $input) { __typename
  ... on DraftSaved { draft { ${DRAFT} } } ... on DraftStale { stored { ${DRAFT} } yours } ... on DraftRefused { reason yours } } }`;

interface Saving {
  __typename: string;
  draft: { id: string; version: number; body: string };
  stored: { id: string; version: number; body: string };
  yours: string;
  reason: string;
}

let clinic: Clinic;
let post: Post;
let at: Correspondence;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
});
beforeEach(async () => {
  at = await correspond(clinic);
});
afterAll(() => clinic.close());

async function save(who: Person, input: Record<string, unknown>): Promise<Saving & { codes: string[] }> {
  const { data, codes } = await post.ask(who, SAVE, { input: { patientId: at.patient.id, version: 0, ...input } });
  return { ...(data?.['saveDraft'] as Saving), codes };
}

async function drafts(who: Person) {
  const { data } = await post.ask(who, `{ drafts { ${DRAFT} } }`);
  return data!['drafts'] as { id: string; body: string; patient: { id: string } | null }[];
}

describe('a draft', () => {
  it('stays through log-off, with all that the composer held', async () => {
    const recipientIds = [at.physician.person.id];
    const task = { title: 'Check the counts', dueOn: '2099-02-03' };
    await save(at.oncologist, { body: 'Half a thought', subject: 'Counts', intent: 'HAND_OVER', recipientIds, task });
    await clinic.read(at.oncologist.token, 'select app.close_session()');
    expect((await post.ask(at.oncologist, '{ drafts { id } }')).codes).toEqual(['UNAUTHENTICATED']);
    const again = { person: at.oncologist.person, token: await at.oncologist.person.signIn() };
    expect(await drafts(again)).toMatchObject([
      {
        body: 'Half a thought',
        subject: 'Counts',
        intent: 'HAND_OVER',
        recipientIds,
        task,
        patient: { id: at.patient.id },
        version: 1,
      },
    ]);
  });

  it('is replaced by whoever has seen it, and by nobody else: both texts are told', async () => {
    const first = await save(at.oncologist, { body: 'One' });
    const second = await save(at.oncologist, { body: 'Two', version: first.draft.version });
    expect(second).toMatchObject({ __typename: 'DraftSaved', draft: { id: first.draft.id, version: 2 } });
    const stale = await save(at.oncologist, { body: 'From another tab', version: first.draft.version });
    expect(stale).toMatchObject({
      __typename: 'DraftStale',
      stored: { body: 'Two', version: 2 },
      yours: 'From another tab',
    });
    const unaware = await save(at.oncologist, { body: 'From a third', version: 0 });
    expect(unaware).toMatchObject({
      __typename: 'DraftStale',
      stored: { body: 'Two', version: 2 },
      yours: 'From a third',
    });
    expect(await drafts(at.oncologist)).toMatchObject([{ body: 'Two' }]);
  });

  it('saved again by a try whose answer was lost is saved', async () => {
    const first = await save(at.oncologist, { body: 'Once' });
    expect(await save(at.oncologist, { body: 'Once' })).toMatchObject({ __typename: 'DraftSaved', draft: first.draft });
  });

  it('of two tabs that save at once is one, and the other is told', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((body) => save(at.oncologist, { body })));
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'DraftSaved',
      'DraftStale',
      'DraftStale',
      'DraftStale',
    ]);
  });

  it('that is too long to keep comes back as it was', async () => {
    const body = 'x'.repeat(50_001);
    expect(await save(at.oncologist, { body })).toMatchObject({
      __typename: 'DraftRefused',
      reason: 'TOO_LONG',
      yours: body,
    });
  });

  it('goes with the message that it became, and not with another version', async () => {
    const { draft } = await save(at.oncologist, { body: 'One' });
    await save(at.oncologist, { body: 'Two', version: 1 });
    await post.begin(at.oncologist, at.patient, [at.physician], { body: 'One', draftVersion: draft.version });
    expect(await drafts(at.oncologist)).toHaveLength(1);
    await post.begin(at.oncologist, at.patient, [at.physician], { body: 'Two', draftVersion: 2 });
    expect(await drafts(at.oncologist)).toEqual([]);
  });

  it('of a message that is refused is kept, and an older one is not pushed out', async () => {
    const refused = await post.begin(at.oncologist, at.patient, [], { body: 'To nobody yet' });
    expect(refused.draft).toMatchObject({ body: 'To nobody yet' });
    const again = await post.begin(at.oncologist, at.patient, [], { body: 'Something else' });
    expect(again.draft).toMatchObject({ body: 'To nobody yet' });
  });

  it('is its writer’s alone, and is not told while they may not read the patient', async () => {
    await save(at.oncologist, { body: 'Private' });
    const nurse = { person: await clinic.person('oncology-nurse').of(at.oncologist.person.organization), token: '' };
    const standIn = { person: nurse.person, token: await nurse.person.signIn() };
    await clinic.standIn(at.oncologist.person).by(standIn.person);
    expect(await drafts(standIn)).toEqual([]);
    expect(await drafts(at.physician)).toEqual([]);
    await clinic.revoke(at.grants.centre);
    expect(await drafts(at.oncologist)).toEqual([]);
    expect((await save(at.oncologist, { body: 'More' })).codes).toEqual(['NOT_FOUND']);
    await clinic.grant(at.patient).to(at.oncologist.person.organization);
    expect(await drafts(at.oncologist)).toMatchObject([{ body: 'Private' }]);
  });
});

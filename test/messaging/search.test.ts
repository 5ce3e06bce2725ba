import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClinic, type Clinic, type PatientInClinic } from '#test/kit/clinic.ts';
import { correspond, Post, signedIn, type Correspondence, type Person } from './correspondence.ts';

let clinic: Clinic;
let post: Post;
let at: Correspondence;
let nurse: Person;
let other: PatientInClinic;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
  at = await correspond(clinic);
  nurse = await signedIn(await clinic.person('oncology-nurse').of(at.oncologist.person.organization));
  other = await clinic.patient();
  await clinic.grant(other).to(at.oncologist.person.organization);
  await clinic.grant(other).to(at.physician.person.organization);
  await post.begin(at.oncologist, at.patient, [at.physician], {
    subject: 'Neutropenia',
    body: 'Her counts are falling.',
  });
  await post.begin(at.oncologist, at.patient, [nurse], {
    subject: 'Port',
    body: 'Please flush the port before neutropenia sets in.',
  });
  await post.begin(at.physician, other, [at.oncologist], {
    subject: 'Other matters',
    body: 'Nausea, treated with ondansetron.',
  });
  await post.letUndoPass();
});
afterAll(() => clinic.close());

const found = async (who: Person, filter: Record<string, unknown>) =>
  (await post.inbox(who, filter)).map(({ subject }) => subject).toSorted();

async function familyName({ person }: Person): Promise<string> {
  const { rows } = await clinic.owner.query<{ family_name: string }>('select family_name from person where id = $1', [
    person.id,
  ]);
  return rows[0]!.family_name;
}

describe('a search', () => {
  it.each([
    ['a word of a subject or a text', 'neutropenia', ['Neutropenia', 'Port']],
    ['another form of a word', 'fall', ['Neutropenia']],
    ['a phrase', '"flush the port"', ['Port']],
    ['all words but one', 'neutropenia -port', ['Neutropenia']],
    ['a word that is half typed, the last', 'flush neutro', ['Port']],
    ['nothing by a word that is half typed, not the last', 'neutro flush', []],
    ['either of two', 'ondansetron or counts', ['Neutropenia', 'Other matters']],
    ['signs that mean nothing', `'; drop table message; --`, []],
    ['a word that is nowhere', 'pembrolizumab', []],
  ])('finds %s', async (_, search, subjects) => {
    expect(await found(at.oncologist, { search })).toEqual(subjects);
  });

  it('finds by the name and the number of the patient, and by who takes part', async () => {
    const { rows } = await clinic.owner.query<{ mrn: string }>('select mrn from patient where id = $1', [
      at.patient.id,
    ]);
    const about = ['Neutropenia', 'Port'];
    expect(await found(at.oncologist, { search: at.patient.canary.toUpperCase() })).toEqual(about);
    expect(await found(at.oncologist, { search: rows[0]!.mrn })).toEqual(about);
    expect(await found(at.oncologist, { search: `${at.patient.canary} and more` })).toEqual([]);
    expect(await found(at.oncologist, { search: await familyName(nurse) })).toEqual(['Port']);
    // Everybody takes part in all of their own.
    expect(await found(nurse, { search: await familyName(nurse) })).toEqual([]);
  });

  it('finds nothing by the name of a patient whom the searcher may write about and not see', async () => {
    const guest = await signedIn(await clinic.person('community-clinician').of(await clinic.organization()));
    await clinic.grant(at.patient).to(guest.person, { scopes: ['messages'] });
    await post.begin(at.physician, at.patient, [guest], { subject: 'Guest', body: 'Welcome.' });
    await post.letUndoPass();
    expect(await found(guest, { search: 'welcome' })).toEqual(['Guest']);
    expect(await found(guest, { search: at.patient.canary })).toEqual([]);
  });

  it('finds nothing in what others write to each other', async () => {
    expect(await found(at.physician, { search: 'neutropenia' })).toEqual(['Neutropenia']);
    expect(await found(nurse, { search: 'ondansetron' })).toEqual([]);
  });

  it('finds nothing in a message that was taken back, or is not shown yet', async () => {
    const sent = await post.begin(at.oncologist, at.patient, [at.physician], { body: 'Zoledronate' });
    expect(await found(at.physician, { search: 'zoledronate' })).toEqual([]);
    await post.undo(at.oncologist, sent.message.id);
    expect(await found(at.oncologist, { search: 'zoledronate' })).toEqual([]);
  });
});

describe('the inbox', () => {
  it('is narrowed by patient, by person, by state, and by all at once', async () => {
    expect(await found(at.oncologist, { patientId: other.id })).toEqual(['Other matters']);
    expect(await found(at.oncologist, { personId: nurse.person.id })).toEqual(['Port']);
    expect(await found(at.oncologist, { personId: nurse.person.id, search: 'counts' })).toEqual([]);
    const [port] = await post.inbox(at.oncologist, { search: 'flush' });
    expect(await post.change(nurse, `closeThread(id: "${port!.id}")`)).toMatchObject({ thread: { state: 'CLOSED' } });
    expect(await found(at.oncologist, { state: 'CLOSED' })).toEqual(['Port']);
    const { message } = await post.send(at.oncologist, { threadId: port!.id, body: 'One more thing.' });
    await post.release(message.id);
    expect(await found(at.oncologist, { state: 'CLOSED' })).toEqual([]);
    expect(await found(at.oncologist, { patientId: 'no id' })).toEqual([]);
  });

  it('comes in pages, newest first, each thread once', async () => {
    const subjects: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await post.ask(
        at.oncologist,
        `query ($after: String) { threads(first: 1, after: $after) { edges { node { subject } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const page = data!['threads'] as {
        edges: { node: { subject: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      subjects.push(...page.edges.map(({ node }) => node.subject));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(subjects).toEqual(['Port', 'Other matters', 'Neutropenia']);
  });

  it.each([
    ['a page of none', 'threads(first: 0) { edges { cursor } }'],
    ['a page of too many', 'threads(first: 101) { edges { cursor } }'],
    ['a cursor that is none', 'threads(after: "x") { edges { cursor } }'],
    ['a search that is a text', `threads(filter: { search: "${'x'.repeat(201)}" }) { edges { cursor } }`],
  ])('refuses %s', async (_, query) => {
    expect((await post.ask(at.oncologist, `{ ${query} }`)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

// The inbox of a person with many messages beside that of one with few. PORTAGE_MESSAGES=100000 for the figure.
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { figure } from '#test/access/figure.ts';
import { openClinic, type Clinic, type OrganizationInClinic } from '#test/kit/clinic.ts';
import { Post, signedIn, type Person } from './correspondence.ts';

const FEW = 1_000;
const MANY = Number(process.env['PORTAGE_MESSAGES'] ?? 20_000);
const IN_A_THREAD = 10;
const ROUNDS = 60;

let clinic: Clinic;
let post: Post;
let centre: OrganizationInClinic;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
  centre = await clinic.organization('cancer-centre');
}, 120_000);
afterAll(() => clinic.close());

/** Somebody whose inbox holds so many messages, ten to a thread, about a hundred patients. */
async function personWith(messages: number): Promise<Person> {
  const [reader, writer] = [
    await clinic.person('oncologist').of(centre),
    await clinic.person('oncology-nurse').of(centre),
  ];
  const patients = await Promise.all(Array.from({ length: 100 }, () => clinic.patient()));
  for (const patient of patients) await clinic.grant(patient).to(centre, { basis: 'care-team' });
  const threads = messages / IN_A_THREAD;
  await clinic.owner.query(
    `with made as (
       insert into thread (patient_id, subject, intent, created_by_id, last_message_at)
       select ($1::uuid[])[1 + n % 100], 'Thread ' || n, 'ask', $3, now() - n * interval '1 minute' from generate_series(1, $4::integer) n
       returning id, patient_id, last_message_at
     ), seated as (
       insert into thread_seat (thread_id, person_id, patient_id, visible_from, last_message_at, last_incoming_at, read_until)
       select m.id, p, m.patient_id, m.last_message_at - interval '1 day', m.last_message_at, m.last_message_at, m.last_message_at
       from made m cross join unnest(array[$2, $3]::uuid[]) p
     ), taking_part as (
       insert into thread_participant (thread_id, person_id, patient_id, joined_at, added_by_id)
       select m.id, p, m.patient_id, m.last_message_at, $3 from made m cross join unnest(array[$2, $3]::uuid[]) p
     )
     insert into message (thread_id, patient_id, sender_id, priority, body, sent_at, undo_until)
     select m.id, m.patient_id, $3, 'routine', 'The counts of day ' || n || ' are as expected; next cycle as planned.',
       m.last_message_at - n * interval '1 second', m.last_message_at - n * interval '1 second'
     from made m cross join generate_series(0, $5::integer - 1) n`,
    [patients.map(({ id }) => id), reader.id, writer.id, threads, IN_A_THREAD],
  );
  return signedIn(reader);
}

const ASKED: Record<string, [query: string, filter: Record<string, unknown>]> = {
  inbox: [
    `query ($filter: ThreadFilter) { threads(filter: $filter, first: 25) { edges { node { id subject preview unreadCount patient { name } participants { person { name } } } } } }`,
    {},
  ],
  search: [
    `query ($filter: ThreadFilter) { threads(filter: $filter, first: 25) { edges { node { id subject preview } } } }`,
    { search: 'nothing like it' },
  ],
  'search for a word of every message': [
    `query ($filter: ThreadFilter) { threads(filter: $filter, first: 25) { edges { node { id subject preview } } } }`,
    { search: 'counts' },
  ],
  'search by who takes part in every conversation': [
    `query ($filter: ThreadFilter) { threads(filter: $filter, first: 25) { edges { node { id subject preview } } } }`,
    { search: 'reader' },
  ],
  badge: ['{ viewer { unreadCount } }', {}],
};

async function median(who: Person, [query, filter]: [string, Record<string, unknown>]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    const { codes } = await post.ask(who, query, { filter });
    times.push(performance.now() - begun);
    expect(codes).toEqual([]);
  }
  return times.toSorted((one, other) => one - other)[ROUNDS / 2]!;
}

it(`${MANY} messages against ${FEW}`, { timeout: 600_000 }, async () => {
  const few = await personWith(FEW);
  const many = await personWith(MANY);
  await clinic.owner.query('analyze');
  const asked = vi.spyOn(Client.prototype, 'query');
  await post.ask(many, ...ASKED['inbox']!);
  const statements = asked.mock.calls.length;
  asked.mockRestore();
  const ratios: Record<string, number> = {};
  for (const [what, query] of Object.entries(ASKED)) {
    const [small, large] = [await median(few, query), await median(many, query)];
    ratios[what] = large / small;
    figure(
      `messages ${what}: ${FEW} → ${MANY} messages, median ${small.toFixed(1)} → ${large.toFixed(1)} ms, ratio ${(large / small).toFixed(2)}`,
    );
  }
  figure(`messages inbox: ${statements} statements a page, BEGIN, session and COMMIT included`);
  expect(statements).toBeLessThanOrEqual(4);
  expect(ratios['inbox']).toBeLessThan(3);
  expect(ratios['search']).toBeLessThan(3);
  expect(ratios['search for a word of every message']).toBeLessThan(3);
  expect(ratios['badge']).toBeLessThan(3);
});

// S1 and S9 for the home page: every role, beside patients in every state, all of whose record is news.
import { randomUUID } from 'node:crypto';
import { getNamedType, parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { asking, schema, type Ask } from './asking.ts';
import { everyRoleInEveryState, Watch, type Case } from './cases.ts';
import { figure } from './figure.ts';
import { everythingOf } from './surface.ts';
import { rowMayShow } from './truth-table.ts';

let clinic: Clinic;
let ask: Ask;
let cases: Case[];
let watch: Watch;
beforeAll(async () => {
  clinic = await openClinic();
  ask = asking(clinic);
  cases = await everyRoleInEveryState(clinic);
  watch = new Watch(cases);
  // Everybody visited long ago, so that every row is news.
  await clinic.behindTheWall(
    `insert into visit_mark (person_id, session_id, visited_at) select distinct person_id, gen_random_uuid(), now() - interval '1 year' from membership`,
  );
});
afterAll(() => clinic.close());

const HOME = parse(`{ home { ${everythingOf(getNamedType(schema.getQueryType()!.getFields()['home']!.type))} } }`);

it('shows no row that is not open, and of open records what is new', { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  let shown = 0;
  for (const token of new Set(cases.map((one) => one.token))) {
    const answer = await ask(token, HOME);
    const { role } = cases.find((one) => one.token === token)!;
    if (answer.codes.length > 0) wrong.push(`${role}: ${answer.codes.join()}`);
    wrong.push(...watch.leaksIn(answer, token).map((leak) => `${role} ${leak}`));
    const rows = watch.shownIn(answer);
    shown += rows.length;
    const audit = await clinic.behindTheWall<{ patient_id: string; row_ids: string[] }>(
      'select patient_id, row_ids from audit_event where request_id = $1',
      [answer.requestId],
    );
    const named = new Set(audit.flatMap(({ patient_id, row_ids }) => row_ids.map((id) => `${patient_id} ${id}`)));
    for (const { of, row } of rows)
      if (!named.has(`${of.patient.id} ${row.id}`)) wrong.push(`${role} ${row.table} is not in the audit`);
    const { changes } = answer.data!['home'] as { changes: { kind: string; patient: { id: string } }[] };
    for (const one of cases.filter((other) => other.token === token)) {
      for (const [kind, need] of [
        ['RESULTS', 'results'],
        ['DOCUMENTS', 'documents'],
        ['TREATMENT', 'oncology'],
      ] as const) {
        const told = changes.some((item) => item.kind === kind && item.patient.id === one.patient.id);
        if (told !== rowMayShow(one, ['demographics', need])) wrong.push(`${role} ${one.state} ${kind}: ${told}`);
      }
    }
  }
  figure(`S1 home: 10 roles beside 14 states, ${shown} rows told, ${wrong.length} wrong`);
  expect(shown).toBeGreaterThan(100);
  expect(wrong.slice(0, 20)).toEqual([]);
});

it('is not told without its audit', async () => {
  await clinic.owner.query('revoke insert on audit_event from portage_app');
  try {
    const { data, codes } = await ask(cases[0]!.token, HOME);
    expect([data ?? null, codes.length]).toEqual([null, 1]);
  } finally {
    await clinic.owner.query(
      `grant insert (request_id, session_id, person_id, acting_for_id, organization_id, role, patient_id, action, outcome, sections, row_ids, detail) on audit_event to portage_app`,
    );
  }
});

it('somebody’s marks are nobody else’s to read, and none is written but one’s own', async () => {
  const [row] = await clinic.read<{ count: number }>(
    cases[0]!.token,
    'select count(*)::int as count from visit_mark where person_id <> (select person_id from app.current_session())',
  );
  expect(row).toEqual({ count: 0 });
  await expect(
    clinic.read(cases[0]!.token, 'insert into visit_mark (person_id, session_id) values ($1, $1)', [randomUUID()]),
  ).rejects.toMatchObject({ code: '42501' });
});

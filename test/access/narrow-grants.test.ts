// S1, further columns: grants that give less than usual, and sensitive segments that need their own scope.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { asking, type Ask } from './asking.ts';
import { askWhole, given, Watch, type Case } from './cases.ts';
import { figure } from './figure.ts';
import {
  ORDINARY,
  outcomeFor,
  PATIENT_FIELDS,
  ROLE_READS,
  rowMayShow,
  SEGMENTS,
  type Between,
  type TruthRole,
} from './truth-table.ts';

const FIELDS = Object.keys(PATIENT_FIELDS);
const ROLES = Object.keys(ROLE_READS) as TruthRole[];

let clinic: Clinic;
let ask: Ask;
beforeAll(async () => {
  clinic = await openClinic();
  ask = asking(clinic);
});
afterAll(() => clinic.close());

const caseOf = async (role: TruthRole, scopes: readonly string[]) =>
  given(clinic, await clinic.person(role).of(await clinic.organization()), scopes);

/** Asks for every field, compares outcomes with the table, and says which rows showed. */
async function askAll(one: Case, watch: Watch, wrong: string[]): Promise<Set<string>> {
  const shown = new Set<string>();
  for (const field of FIELDS) {
    const answer = await ask(one.token, askWhole(field), { id: one.patient.id });
    const expected = outcomeFor(one, field);
    const value = (answer.data?.['patient'] as Record<string, unknown> | undefined)?.[field];
    const outcome = answer.codes[0] ?? (value === null || value === undefined ? 'nothing' : 'told');
    const cell = `${field} ${one.role} with ${one.given.join('+')}`;
    if (outcome !== expected) wrong.push(`${cell}: ${outcome}, not ${expected}`);
    wrong.push(...watch.leaksIn(answer, one.token).map((leak) => `${cell} ${leak}`));
    for (const { row } of watch.shownIn(answer)) shown.add(row.id);
  }
  return shown;
}

it('a grant without one of the scopes opens everything but that', { timeout: 300_000 }, async () => {
  const wrong: string[] = [];
  let cells = 0;
  for (const scope of ORDINARY) {
    const cases = [
      await caseOf(
        'community-clinician',
        ORDINARY.filter((one) => one !== scope),
      ),
      await caseOf('oncologist', ['demographics', scope]),
      await caseOf('practice-staff', [scope]),
    ];
    const watch = new Watch(cases);
    for (const one of cases) {
      await askAll(one, watch, wrong);
      cells += FIELDS.length;
    }
  }
  figure(`S1 narrow grants: ${cells} cells, ${wrong.length} wrong`);
  expect(wrong).toEqual([]);
});

it('two grants that each give half of what a row needs do not give the row', async () => {
  const reader = await clinic.person('community-clinician').of(await clinic.organization());
  const one = await given(clinic, reader, ORDINARY);
  await clinic.grant(one.patient).to(reader, { basis: 'patient-request', scopes: ['hiv', 'genetics'] });
  const wrong: string[] = [];
  await askAll(one, new Watch([one]), wrong);
  expect(wrong).toEqual([]);
});

it('a segment shows to clinicians who were given it by name, and to nobody else', { timeout: 300_000 }, async () => {
  const wrong: string[] = [];
  let cells = 0;
  for (const role of ROLES) {
    // a patient for each segment, and one with none
    const cases: Case[] = [];
    for (const segment of [...SEGMENTS, undefined]) {
      cases.push(await caseOf(role, segment === undefined ? ORDINARY : [...ORDINARY, segment]));
    }
    const watch = new Watch(cases);
    for (const one of cases) {
      const shown = await askAll(one, watch, wrong);
      for (const segment of SEGMENTS) {
        cells++;
        const labelled = one.patient.rows.filter(({ needs }) => needs.includes(segment));
        const expected = labelled.filter(({ needs }) => rowMayShow(one as Between, needs)).map(({ table }) => table);
        const told = labelled.filter(({ id }) => shown.has(id)).map(({ table }) => table);
        const missing = expected.filter((table) => !told.includes(table));
        const extra = told.filter((table) => !expected.includes(table));
        if (missing.length + extra.length > 0) {
          wrong.push(
            `${segment} ${role} with ${one.given.at(-1)}: missing ${missing.join()}, too many ${extra.join()}`,
          );
        }
      }
    }
  }
  figure(
    `S1 segments: ${ROLES.length} roles × ${SEGMENTS.length + 1} grants × ${SEGMENTS.length} segments = ${cells} cells, ${wrong.length} wrong`,
  );
  expect(wrong).toEqual([]);
});

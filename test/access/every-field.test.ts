// S1: every field of the schema, asked for by every role in every state between reader and patient.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '#api/access/index.ts';
import { RELATIONS } from '#test/kit/clinic-relations.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { asking, schema, type Answer, type Ask } from './asking.ts';
import { askWhole, askWholeInList, everyRoleInEveryState, Watch, type Case } from './cases.ts';
import { figure } from './figure.ts';
import { OTHER_FIELDS } from './other-fields.ts';
import { askOne, coordinatesOf, pathsBelow, valuesAt } from './surface.ts';
import { outcomeFor, PATIENT_FIELDS, ROLE_READS, STATE_OPENS } from './truth-table.ts';

const ofOne = pathsBelow(schema, schema.getQueryType()!, 'patient');
const below = (field: string) => ofOne.filter(({ names }) => names[1] === field);
const FIELDS = Object.keys(PATIENT_FIELDS);

let clinic: Clinic;
let ask: Ask;
let cases: Case[];
let watch: Watch;

beforeAll(async () => {
  clinic = await openClinic();
  ask = asking(clinic);
  cases = await everyRoleInEveryState(clinic);
  watch = new Watch(cases);
});
afterAll(() => clinic.close());

describe('the truth table', () => {
  it('has a row for every field of the schema, and for nothing else', () => {
    const decided = [
      ...FIELDS.map((field) => `Patient.${field}`),
      ...Object.entries(OTHER_FIELDS).flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`)),
    ];
    expect(coordinatesOf(schema).sort()).toEqual(decided.sort());
  });

  it('has a row for every role and every state', () => {
    expect(Object.keys(ROLE_READS).sort()).toEqual([...ROLES].sort());
    expect(Object.keys(STATE_OPENS).sort()).toEqual([...RELATIONS].sort());
  });
});

const outcomeOf = (answer: Answer, values: readonly unknown[]) =>
  answer.codes[0] ?? (values.length > 0 ? 'told' : 'nothing');

/** Runs `work` for every item, a few at a time: as many as there are connections. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

describe('every field × role × state', { timeout: 300_000 }, () => {
  it('of one patient by id is told, or refused, as the table says', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const field of FIELDS) {
      const document = askWhole(field);
      await each(cases, async (one) => {
        const answer = await ask(one.token, document, { id: one.patient.id });
        const expected = outcomeFor(one, field);
        for (const { names } of below(field)) {
          cells++;
          const outcome = outcomeOf(answer, valuesAt(answer.data, names));
          if (outcome !== expected)
            wrong.push(`${names.join('.')} ${one.role} ${one.state}: ${outcome}, not ${expected}`);
        }
        wrong.push(...watch.leaksIn(answer, one.token).map((leak) => `${field} ${one.role} ${one.state} ${leak}`));
      });
    }
    const fields = ofOne.length - 1;
    figure(
      `S1 by id: ${fields} fields × ${ROLES.length} roles × ${RELATIONS.length} states = ${cells} cells, ${wrong.length} wrong`,
    );
    expect(wrong.slice(0, 40)).toEqual([]);
    expect(cells).toBe(fields * ROLES.length * RELATIONS.length);
  });

  it('of the list shows the patients that may be read, and of them as much as by id', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const field of FIELDS) {
      const document = askWholeInList(field);
      await each(ROLES, async (role) => {
        const own = cases.filter((one) => one.role === role);
        const answer = await ask(own[0]!.token, document);
        const list = answer.data?.['patients'] as { totalCount: number; edges: { node: { id: string } }[] } | undefined;
        const openTo = own.filter((one) => !['NOT_FOUND', 'FORBIDDEN'].includes(outcomeFor(one, field)));
        const forbidden = own.some((one) => outcomeFor(one, field) === 'FORBIDDEN');
        const total = forbidden ? undefined : openTo.length;
        if (list?.totalCount !== total) wrong.push(`${field} ${role}: ${list?.totalCount} patients, not ${total}`);
        for (const one of own) {
          const expected = outcomeFor(one, field);
          const edge = list?.edges.find(({ node }) => node.id === one.patient.id);
          for (const { names } of below(field)) {
            cells++;
            const outcome = edge
              ? outcomeOf(answer, valuesAt(edge.node, names.slice(1)))
              : (answer.codes[0] ?? 'NOT_FOUND');
            // One field that is forbidden refuses the list, the patients that it does not hold included.
            const wanted = forbidden && expected === 'NOT_FOUND' ? 'FORBIDDEN' : expected;
            if (outcome !== wanted)
              wrong.push(`list ${names.join('.')} ${role} ${one.state}: ${outcome}, not ${wanted}`);
          }
        }
        wrong.push(...watch.leaksIn(answer, own[0]!.token).map((leak) => `list ${field} ${role} ${leak}`));
      });
    }
    figure(
      `S1 in the list: ${ofOne.length - 1} fields × ${ROLES.length} roles × ${RELATIONS.length} states = ${cells} cells, ${wrong.length} wrong`,
    );
    expect(wrong.slice(0, 40)).toEqual([]);
    expect(cells).toBe((ofOne.length - 1) * ROLES.length * RELATIONS.length);
  });

  // What a query selects decides what its statement reads, so each field is also asked for alone.
  it('alone is told, or refused, like the field that it lies in', async () => {
    const kinds = cases.filter(({ role, state }) =>
      [
        'community-clinician primary-care',
        'community-clinician none',
        'practice-staff primary-care',
        'navigator primary-care',
      ].includes(`${role} ${state}`),
    );
    const wrong: string[] = [];
    await each(ofOne, async ({ names, holds }) => {
      const document = askOne(names.slice(1), holds ? '__typename' : '');
      for (const one of kinds) {
        const answer = await ask(one.token, document, { id: one.patient.id });
        const expected = outcomeFor(one, names[1] ?? 'id');
        const outcome = outcomeOf(answer, valuesAt(answer.data, names));
        if (outcome !== expected)
          wrong.push(`${names.join('.')} ${one.role} ${one.state}: ${outcome}, not ${expected}`);
        wrong.push(...watch.leaksIn(answer, one.token).map((leak) => `${names.join('.')} ${one.role} ${leak}`));
      }
    });
    figure(
      `S1 alone: ${ofOne.length} fields × ${kinds.length} kinds of reader = ${ofOne.length * kinds.length} cells, ${wrong.length} wrong`,
    );
    expect(wrong.slice(0, 40)).toEqual([]);
  });
});

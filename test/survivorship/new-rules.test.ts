// A centre reviews its rules while plans are in force: what changes is shown before it does.
import { graphql, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RequestContext } from '#api/graphql/context.ts';
import { buildPortageSchema } from '#api/graphql/schema.ts';
import { withCentreRules } from '#api/survivorship/centre-rules.ts';
import { OWN_CENTRE } from '#api/survivorship/index.ts';
import type { PersonInClinic } from '#test/kit/clinic.ts';
import { ARMS, ownRule } from './board-rules.ts';
import { before, openSharedCare, type SharedCare } from './shared-care.ts';

const REVIEWED = withCentreRules(
  JSON.stringify({
    version: 'Three Rivers 2027',
    rules: [{ ...ownRule('breast-mammogram'), owner: 'primary-care', source: ARMS.source, year: ARMS.year }, ARMS],
    without: ['work-money', 'diabetes-hba1c'],
  }),
  OWN_CENTRE.rules,
  OWN_CENTRE.catalogue,
);

let care: SharedCare;
let reviewed: GraphQLSchema;
beforeAll(async () => {
  care = await openSharedCare();
  reviewed = buildPortageSchema(undefined, { ...OWN_CENTRE, rules: REVIEWED });
  await care.record('observation', ['results'], {
    category: 'laboratory',
    family: 'hba1c',
    display: 'Hemoglobin A1c',
    value_number: 6.9,
    unit: '%',
    status: 'final',
    effective_at: `${before(20)}T15:00:00Z`,
  });
  await care.does(care.oncologist, 'draftCarePlan');
  await care.does(care.oncologist, 'signCarePlan', { version: 1 });
  await care.does(care.oncologist, 'sendCarePlan', { version: 1, recipientId: care.physician.id });
}, 60_000);
afterAll(() => care.clinic.close());

async function ask<Data>(person: PersonInClinic, source: string): Promise<Data> {
  const contextValue = {
    token: await person.signIn(),
    pool: care.clinic.app,
    requestId: crypto.randomUUID(),
  } as RequestContext;
  const { data, errors } = await graphql({
    schema: reviewed,
    source,
    variableValues: { id: care.patient.id },
    contextValue,
  });
  expect(errors ?? []).toEqual([]);
  return data as Data;
}

interface Told {
  carePlan: {
    version: number;
    rulesChanged: boolean;
    ruleSetVersion: string;
    lines: { key: string; owner: string; state: string; lastDone: { on: string } | null }[];
  };
}
const PLAN =
  'query ($id: ID!) { carePlan(patientId: $id) { version rulesChanged ruleSetVersion lines { key owner state lastDone { on } } } }';
const ownersOf = ({ carePlan }: Told) => Object.fromEntries(carePlan.lines.map(({ key, owner }) => [key, owner]));

it('newer rules change nothing of a plan in force, and both sides are told that there are newer ones', async () => {
  for (const person of [care.oncologist, care.physician]) {
    const told = await ask<Told>(person, PLAN);
    expect(told.carePlan).toMatchObject({ version: 1, rulesChanged: true, ruleSetVersion: OWN_CENTRE.rules.version });
    expect(ownersOf(told)).toMatchObject({ 'breast-mammogram': 'ONCOLOGY', 'work-money': 'OTHER' });
    expect(ownersOf(told)).not.toHaveProperty('breast-arm');
  }
});

it('what was done still counts for a line whose rule the centre has put away', async () => {
  const { carePlan } = await ask<Told>(care.physician, PLAN);
  expect(carePlan.lines.find(({ key }) => key === 'diabetes-hba1c')).toMatchObject({
    state: 'NOT_YET_DUE',
    lastDone: { on: before(20) },
  });
});

it('a new version shows what would change, line by line, while the old one stays in force', async () => {
  await ask(care.nurse, 'mutation ($id: ID!) { draftCarePlan(patientId: $id) { __typename } }');
  const { carePlanDiff: changes } = await ask<{ carePlanDiff: Record<string, string | null>[] }>(
    care.oncologist,
    'query ($id: ID!) { carePlanDiff(patientId: $id, from: 1, to: 2) { key kind field before after } }',
  );
  expect(changes).toEqual([
    { key: 'breast-mammogram', kind: 'changed', field: 'owner', before: 'oncology', after: 'primary-care' },
    {
      key: 'breast-mammogram',
      kind: 'changed',
      field: 'source',
      before: 'ASCO, breast cancer follow-up, 2013',
      after: 'Three Rivers breast board, 2027',
    },
    { key: 'breast-arm', kind: 'added', field: null, before: null, after: 'Measure both arms' },
    { key: 'diabetes-hba1c', kind: 'removed', field: null, before: 'HbA1c', after: null },
    {
      key: 'work-money',
      kind: 'removed',
      field: null,
      before: 'Ask about return to work, insurance and the cost of care',
      after: null,
    },
  ]);
  expect((await ask<Told>(care.physician, PLAN)).carePlan.version).toBe(1);
});

it('a draft that was read under other rules is not signed by them', async () => {
  const { signCarePlan: refused } = await ask<{ signCarePlan: Record<string, unknown> }>(
    care.oncologist,
    `mutation ($id: ID!) { signCarePlan(input: { patientId: $id, version: 2, ruleSetVersion: "${OWN_CENTRE.rules.version}" }) {
      __typename ... on CarePlanRefused { reason detail now: plan { state ruleSetVersion } } } }`,
  );
  expect(refused).toMatchObject({
    __typename: 'CarePlanRefused',
    reason: 'CHANGED_MEANWHILE',
    detail: expect.stringContaining('The rules have changed') as string,
    now: { state: 'DRAFT', ruleSetVersion: REVIEWED.version },
  });
});

it('the plan changes once that version is signed and sent, and names its rules', async () => {
  const changed = '{ __typename ... on CarePlanRefused { reason detail } }';
  const sign = `mutation ($id: ID!) { signCarePlan(input: { patientId: $id, version: 2, ruleSetVersion: "${REVIEWED.version}" }) ${changed} }`;
  const send = `mutation ($id: ID!) { sendCarePlan(input: { patientId: $id, version: 2, recipientId: "${care.physician.id}" }) ${changed} }`;
  for (const [field, source] of Object.entries({ signCarePlan: sign, sendCarePlan: send }))
    expect(await ask(care.oncologist, source)).toEqual({ [field]: { __typename: 'CarePlanChanged' } });
  const told = await ask<Told>(care.physician, PLAN);
  expect(told.carePlan).toMatchObject({ version: 2, rulesChanged: false, ruleSetVersion: REVIEWED.version });
  expect(ownersOf(told)).toMatchObject({ 'breast-mammogram': 'PRIMARY_CARE', 'breast-arm': 'PRIMARY_CARE' });
});

// S1, the root fields beside `patient` and `patients`: each asked by every role in every state.
import { getNamedType, parse, type DocumentNode, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { asking, schema, type Ask } from './asking.ts';
import { everyRoleInEveryState, Watch, type Case } from './cases.ts';
import { figure } from './figure.ts';
import { everythingOf, pathsBelow } from './surface.ts';
import { OTHER_ROOTS, outcomeOfNeed, ROOTS_OF_A_PATIENT, ROOTS_OF_A_TASK } from './truth-table.ts';

const rootTypes = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!];
const typeOf = (root: string): GraphQLObjectType => rootTypes.find((type) => root in type.getFields())!;

/** A root with all that lies in it. */
function askRoot(root: string, parameters: string, given: string): DocumentNode {
  const type = typeOf(root);
  const everything = everythingOf(getNamedType(type.getFields()[root]!.type));
  const inside = everything && `{ ${everything} }`;
  const operation = type === schema.getMutationType() ? 'mutation' : 'query';
  return parse(`${operation} ${parameters && `(${parameters})`} { ${root}(${given}) ${inside} }`);
}

/** Nobody's and nothing's id. */
const NOTHING = '00000000-0000-4000-8000-000000000000';

/** How each root is asked about a patient. */
const ASKED: Record<string, DocumentNode> = {
  checkDuplicateTest: askRoot('checkDuplicateTest', '$id: ID!', 'input: { patientId: $id, test: "hemoglobin" }'),
  checkDuplicateTests: askRoot(
    'checkDuplicateTests',
    '$id: ID!',
    'inputs: [{ patientId: $id, test: "CEA" }, { patientId: $id, test: "CT chest" }]',
  ),
  recordTestDecision: askRoot(
    'recordTestDecision',
    '$id: ID!',
    'input: { patientId: $id, family: "cea", verdict: DUPLICATE, decision: REUSED }',
  ),
  recipients: askRoot('recipients', '$id: ID!', 'patientId: $id'),
  // To nobody: whoever may write is told so, and nobody else is told anything.
  sendMessage: askRoot(
    'sendMessage',
    '$id: ID!',
    'input: { idempotencyKey: "of-every-role", patientId: $id, subject: "s", intent: ASK, body: "b", recipientIds: [] }',
  ),
  requestTask: askRoot(
    'requestTask',
    '$id: ID!',
    'input: { patientId: $id, title: "Repeat the CEA", ownerId: "00000000-0000-4000-8000-000000000000", dueOn: "2099-01-01" }',
  ),
  carePlan: askRoot('carePlan', '$id: ID!', 'patientId: $id'),
  carePlanVersions: askRoot('carePlanVersions', '$id: ID!', 'patientId: $id'),
  carePlanDiff: askRoot('carePlanDiff', '$id: ID!', 'patientId: $id, from: 1, to: 1'),
  draftCarePlan: askRoot('draftCarePlan', '$id: ID!', 'patientId: $id'),
  updateCarePlanLine: askRoot('updateCarePlanLine', '$id: ID!', `input: { patientId: $id, lineId: "${NOTHING}" }`),
  fillMissingFact: askRoot('fillMissingFact', '$id: ID!', 'input: { patientId: $id, key: "stage", text: "II" }'),
  signCarePlan: askRoot('signCarePlan', '$id: ID!', 'input: { patientId: $id, version: 9 }'),
  sendCarePlan: askRoot('sendCarePlan', '$id: ID!', `input: { patientId: $id, version: 9, recipientId: "${NOTHING}" }`),
  receiveCarePlan: askRoot('receiveCarePlan', '$id: ID!', 'patientId: $id'),
  respondToCarePlanLine: askRoot(
    'respondToCarePlanLine',
    '$id: ID!',
    `input: { patientId: $id, lineIds: ["${NOTHING}"], response: ACCEPTED }`,
  ),
  undoCarePlanResponse: askRoot('undoCarePlanResponse', '$id: ID!', `patientId: $id, lineIds: ["${NOTHING}"]`),
  closeFollowUp: askRoot('closeFollowUp', '$id: ID!', 'input: { patientId: $id }'),
};

/** A root that may be null is null beside its error, which says no more than no data. */
const saysSomething = (data: Record<string, unknown> | null | undefined) =>
  Object.values(data ?? {}).some((value) => value !== null);

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

it('there is no root field that nobody decided about', () => {
  const decided = ['patient', ...Object.keys(ROOTS_OF_A_PATIENT), ...ROOTS_OF_A_TASK, ...Object.keys(OTHER_ROOTS)];
  expect(rootTypes.flatMap((type) => Object.keys(type.getFields())).sort()).toEqual(decided.sort());
  expect(Object.keys(ASKED).sort()).toEqual(Object.keys(ROOTS_OF_A_PATIENT).sort());
});

it.each(Object.entries(ROOTS_OF_A_PATIENT))(
  '%s is answered or refused as the table says',
  { timeout: 300_000 },
  async (root, need) => {
    const wrong: string[] = [];
    const fields = pathsBelow(schema, typeOf(root), root).length;
    let cells = 0;
    for (const one of cases) {
      const answer = await ask(one.token, ASKED[root]!, { id: one.patient.id });
      const outcome = answer.codes[0] ?? 'told';
      const expected = outcomeOfNeed(one, need);
      cells += fields;
      if (outcome !== expected) wrong.push(`${root} ${one.role} ${one.state}: ${outcome}, not ${expected}`);
      if (expected !== 'told' && saysSomething(answer.data))
        wrong.push(`${root} ${one.role} ${one.state}: data beside ${outcome}`);
      wrong.push(...watch.leaksIn(answer, one.token).map((leak) => `${root} ${one.role} ${one.state} ${leak}`));
    }
    for (const token of [undefined, '', 'x'.repeat(43)]) {
      const { codes, data } = await ask(token, ASKED[root]!, { id: cases[0]!.patient.id });
      if (codes.join() !== 'UNAUTHENTICATED' || saysSomething(data))
        wrong.push(`${root} without a session: ${codes.join()}`);
    }
    figure(`S1 ${root}: ${fields} fields × ${cases.length} roles and states = ${cells} cells, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  },
);

it('tests are found by whoever is signed in, and by nobody else', async () => {
  const document = askRoot('testFamilies', '$search: String!', 'search: $search');
  for (const { token } of cases.filter(({ state }) => state === 'none')) {
    const { codes, data } = await ask(token, document, { search: 'cea' });
    expect(codes).toEqual([]);
    expect(data?.['testFamilies']).not.toEqual([]);
  }
  expect((await ask(undefined, document, { search: 'cea' })).codes).toEqual(['UNAUTHENTICATED']);
});

it('counts of checks are told to the administrators of a cancer centre, and to nobody else', async () => {
  const query = askRoot('duplicateTestFigures', '', 'months: 12');
  for (const { role, token } of cases.filter(({ state }) => state === 'none')) {
    const { codes, data } = await ask(token, query, {});
    const may = role === 'centre-administrator';
    expect([role, codes]).toEqual([role, may ? [] : ['FORBIDDEN']]);
    expect(data === null).toBe(!may);
  }
  expect((await ask(undefined, query, {})).codes).toEqual(['UNAUTHENTICATED']);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from 'graphql';
import { OWN_TESTS } from '#api/duplicate-tests/centre.ts';
import { buildPortageSchema } from '#api/graphql/schema.ts';
import { openClinic, type Clinic, type OrganizationInClinic, type PatientInClinic } from '#test/kit/clinic.ts';
import { execute } from '#test/kit/execute.ts';

const CHECK = `query ($inputs: [DuplicateTestInput!]!) { checkDuplicateTests(inputs: $inputs) { verdict } }`;
const DECIDE = `mutation ($input: TestDecisionInput!) { recordTestDecision(input: $input) { id } }`;
const FIGURES = `query ($months: Int!) { duplicateTestFigures(months: $months) { months checks avoided
  families { key name checks avoided deferred ordered saved } money { currency source saved avoidedWithoutPrice } } }`;

interface Figures {
  checks: number;
  avoided: number;
  families: { key: string | null; checks: number; avoided: number; deferred: number; ordered: number }[];
  money: unknown;
}

let clinic: Clinic;
let practice: OrganizationInClinic;
let physician: string;
let administrator: string;
let patient: PatientInClinic;
beforeAll(async () => {
  clinic = await openClinic();
  practice = await clinic.organization();
  physician = await (await clinic.person('community-clinician').of(practice)).signIn();
  const centre = await clinic.organization('cancer-centre');
  administrator = await (await clinic.person('centre-administrator').of(centre)).signIn();
  patient = await clinic.patient();
  await clinic.grant(patient).to(practice);
  const check = (...tests: string[]) =>
    execute(clinic, physician, CHECK, { inputs: tests.map((test) => ({ patientId: patient.id, test })) });
  for (let count = 0; count < 6; count++) await check('a1c', 'nonsense that is no test');
  await check('CEA', 'HIV viral load');
  const decide = (family: string, decision: string, more = {}) =>
    execute(clinic, physician, DECIDE, {
      input: { patientId: patient.id, family, verdict: 'DUPLICATE', decision, ...more },
    });
  await decide('hba1c', 'REUSED');
  await decide('hba1c', 'REUSED');
  await decide('hba1c', 'DEFERRED');
  await decide('hba1c', 'ORDERED', { reason: 'NEW_SYMPTOM' });
  await decide('cea', 'REUSED');
  // nothing was to be avoided
  await decide('hba1c', 'REUSED', { verdict: 'NOT_DUPLICATE' });
});
afterAll(() => clinic.close());

async function figures(months = 12, token = administrator): Promise<Figures> {
  const { data } = await execute(clinic, token, FIGURES, { months });
  return data!['duplicateTestFigures'] as Figures;
}

describe('the centre’s figures', () => {
  it('count checks and avoided tests by family, and name no family that was rarely asked about', async () => {
    const { checks, avoided, families, money } = await figures();
    expect([checks, avoided, money]).toEqual([8, 3, null]);
    expect(families).toEqual([
      { key: 'hba1c', name: 'Hemoglobin A1c', checks: 6, avoided: 2, deferred: 1, ordered: 1, saved: null },
      { key: null, name: null, checks: 2, avoided: 1, deferred: 0, ordered: 0, saved: null },
    ]);
  });

  it('tell money by the centre’s own prices, and what has none', async () => {
    const prices = { currency: 'USD', source: 'Our schedule', prices: new Map([['hba1c', 13.5]]) };
    const schema = buildPortageSchema({ ...OWN_TESTS, prices });
    const context = { token: administrator, pool: clinic.app, requestId: crypto.randomUUID() };
    const { data } = await graphql({
      schema,
      source: FIGURES,
      variableValues: { months: 12 },
      contextValue: context,
    });
    expect(data).toMatchObject({
      duplicateTestFigures: {
        families: [{ saved: 27 }, { saved: null }],
        money: { currency: 'USD', source: 'Our schedule', saved: 27, avoidedWithoutPrice: 1 },
      },
    });
  });

  it('are of whole windows only', async () => {
    expect((await execute(clinic, administrator, FIGURES, { months: 2 })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await figures(1)).checks).toBe(8);
    await clinic.behindTheWall(`update test_decision set made_at = now() - interval '2 months'`);
    expect([(await figures(1)).avoided, (await figures(3)).avoided]).toEqual([0, 3]);
  });

  it('are nobody else’s, even past the API: not a physician’s, and not of an administrator of a practice', async () => {
    const elsewhere = await (await clinic.person('centre-administrator').of(practice)).signIn();
    for (const token of [physician, elsewhere, undefined])
      expect(await clinic.read(token, 'select * from app.test_figures(12)')).toEqual([]);
  });

  it('hold no patient, no reader and no practice', async () => {
    const told = await clinic.read<Record<string, unknown>>(administrator, 'select * from app.test_figures(12)');
    expect(Object.keys(told[0]!)).toEqual(['family', 'checks', 'reused', 'withdrawn', 'deferred', 'ordered']);
    expect(await clinic.read(administrator, 'select 1 from test_decision')).toEqual([]);
    expect(await clinic.read(administrator, 'select 1 from audit_event')).toEqual([]);
  });

  it('are counted from what no reader of the access log is shown', async () => {
    await expect(clinic.read(physician, 'select detail from audit_event')).rejects.toThrow('permission denied');
  });
});

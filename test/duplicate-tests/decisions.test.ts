import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClinic, type Clinic, type OrganizationInClinic, type PatientInClinic } from '#test/kit/clinic.ts';
import { execute } from '#test/kit/execute.ts';

const DECIDE = `mutation ($input: TestDecisionInput!) { recordTestDecision(input: $input) { id decision at } }`;

let clinic: Clinic;
let practice: OrganizationInClinic;
let token: string;
beforeAll(async () => {
  clinic = await openClinic();
  practice = await clinic.organization();
  token = await (await clinic.person('community-clinician').of(practice)).signIn();
});
afterAll(() => clinic.close());

async function granted(): Promise<PatientInClinic> {
  const patient = await clinic.patient();
  await clinic.grant(patient).to(practice);
  return patient;
}

describe('a decision', () => {
  const input = { family: 'hba1c', verdict: 'DUPLICATE', decision: 'REUSED' };
  const decide = (patient: { id: string }, more: Record<string, unknown> = {}, as = token) =>
    execute(clinic, as, DECIDE, { input: { patientId: patient.id, ...input, ...more } });

  const auditOf = ({ id }: { id: string }) =>
    clinic.behindTheWall(
      `select outcome, cardinality(row_ids) as rows from audit_event where patient_id = $1 and action = 'duplicate-tests:decide'`,
      [id],
    );

  it('is recorded in the name of the session, with its audit row', async () => {
    const patient = await granted();
    const { data, codes } = await decide(patient);
    expect(codes).toEqual([]);
    const id = (data!['recordTestDecision'] as { id: string }).id;
    const [row] = await clinic.behindTheWall(
      `select d.decision, a.action from test_decision d join audit_event a on d.id = any (a.row_ids) where d.id = $1 and a.xid = (d.xmin::text)::xid8`,
      [id],
    );
    expect(row).toEqual({ decision: 'reused', action: 'duplicate-tests:decide' });
    expect(await auditOf(patient)).toEqual([{ outcome: 'done', rows: 1 }]);
  });

  it('has one audit row that tells how it went, a refused one too', async () => {
    const patient = await granted();
    const navigator = await (await clinic.person('navigator').of(practice)).signIn();
    await decide(patient, {}, navigator);
    expect(await auditOf(patient)).toEqual([{ outcome: 'denied', rows: 0 }]);
    const hidden = await clinic.patient();
    await decide(hidden);
    expect(await auditOf(hidden)).toEqual([{ outcome: 'denied', rows: 0 }]);
  });

  it('wants a reason when the test is ordered all the same', async () => {
    const patient = await granted();
    expect((await decide(patient, { decision: 'ORDERED' })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await decide(patient, { decision: 'ORDERED', reason: 'OTHER' })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await decide(patient, { decision: 'ORDERED', reason: 'NEW_SYMPTOM' })).codes).toEqual([]);
    expect((await decide(patient, { family: 'nope' })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('is written for nobody who may not read results, neither through the API nor past it', async () => {
    const hidden = await clinic.patient();
    expect((await decide(hidden)).codes).toEqual(['NOT_FOUND']);
    const navigator = await (await clinic.person('navigator').of(practice)).signIn();
    const patient = await granted();
    expect((await decide(patient, {}, navigator)).codes).toEqual(['FORBIDDEN']);
    const forged = `insert into test_decision (patient_id, family, verdict, decision, session_id, person_id, organization_id)
      select $1, 'cea', 'duplicate', 'reused', s.session_id, s.person_id, s.organization_id from app.current_session() s`;
    await expect(clinic.read(token, forged, [hidden.id])).rejects.toThrow('row-level security');
    await expect(clinic.read(navigator, forged, [patient.id])).rejects.toThrow('row-level security');
    expect(await clinic.read(navigator, 'select 1 from test_decision where patient_id = $1', [patient.id])).toEqual([]);
  });
});

describe('finding a test', () => {
  it('goes by name, synonym or code', async () => {
    const find = async (search: string) => {
      const { data } = await execute(
        clinic,
        token,
        'query ($search: String!) { testFamilies(search: $search) { key name codes intervals { least source year } } }',
        { search },
      );
      return (data!['testFamilies'] as { key: string }[]).map(({ key }) => key);
    };
    expect((await find('a1c'))[0]).toBe('hba1c');
    expect((await find('2857-1'))[0]).toBe('psa');
    expect((await find('creat'))[0]).toBe('creatinine');
    expect(await find('ct che')).toContain('ct-chest');
  });
});

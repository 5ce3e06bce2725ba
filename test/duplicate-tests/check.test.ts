import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ORDINARY_SCOPES, SENSITIVE_SCOPES } from '#api/access/index.ts';
import { rowMaker } from '#test/kit/clinic-row.ts';
import {
  ago,
  DAY,
  openClinic,
  type Clinic,
  type OrganizationInClinic,
  type PatientInClinic,
} from '#test/kit/clinic.ts';
import { execute } from '#test/kit/execute.ts';

const CHECK = `query ($inputs: [DuplicateTestInput!]!) { checkDuplicateTests(inputs: $inputs) {
  verdict family { key name } reasons parts { name verdict reason } nextDueOn notKnown nearest { key }
  interval { least source year confidence } planned { kind name on by }
  priors { id name at text unit flag status institution } } }`;

interface Check {
  verdict: string;
  family: { key: string } | null;
  reasons: string[];
  priors: { text: string; institution: string }[];
  planned: { kind: string; name: string }[];
  nextDueOn: string | null;
  notKnown: string[];
  nearest: { key: string }[];
}

let clinic: Clinic;
let practice: OrganizationInClinic;
let token: string;
beforeAll(async () => {
  clinic = await openClinic();
  practice = await clinic.organization();
  token = await (await clinic.person('community-clinician').of(practice)).signIn();
});
afterAll(() => clinic.close());

type Rows = readonly [table: string, needs: readonly string[], columns: Record<string, unknown>][];

/** A patient of the practice with these rows. */
async function patientWith(rows: Rows, scopes: readonly string[] = ORDINARY_SCOPES): Promise<PatientInClinic> {
  const patient = await clinic.patient();
  await add(patient, rows);
  await clinic.grant(patient).to(practice, { scopes: scopes as never });
  return patient;
}

async function add(patient: PatientInClinic, rows: Rows): Promise<void> {
  const make = rowMaker(patient.id, patient.canary);
  for (const [table, needs, columns] of rows)
    await clinic.insert('portage_ingest', table, make(table, needs as never, columns).columns);
}

const value = (family: string | null, days: number, more: Record<string, unknown> = {}): Rows[number] => [
  'observation',
  ['results'],
  {
    category: 'laboratory',
    family,
    display: family,
    value_number: 2,
    reference_low: 1,
    reference_high: 3,
    unit: 'mg/dL',
    status: 'final',
    effective_at: ago(days * DAY),
    performer_name: 'Other Hospital',
    ...more,
  },
];

async function check(patient: { id: string }, tests: readonly (string | Record<string, unknown>)[], as = token) {
  const inputs = tests.map((test) => ({ patientId: patient.id, ...(typeof test === 'string' ? { test } : test) }));
  const { data, codes } = await execute(clinic, as, CHECK, { inputs });
  return { checks: (data?.['checkDuplicateTests'] ?? []) as Check[], codes };
}

describe('a check', () => {
  it('tells the prior result of another institution under another code, and when it is due', async () => {
    const patient = await patientWith([
      value('hba1c', 20, { code_system: 'http://loinc.org', code: '4548-4', unit: '%' }),
    ]);
    const { checks, codes } = await check(patient, [
      'A1c',
      { code: '2160-0' },
      'xyzzy',
      { test: 'a1c', situation: 'NEW_SYMPTOM' },
    ]);
    expect(codes).toEqual([]);
    expect(checks.map(({ verdict }) => verdict)).toEqual(['DUPLICATE', 'NOT_DUPLICATE', 'UNKNOWN', 'NOT_DUPLICATE']);
    expect(checks[0]).toMatchObject({
      family: { key: 'hba1c' },
      priors: [{ text: '2 %', institution: 'Other Hospital', flag: 'NORMAL' }],
      interval: { least: 'P3M' },
    });
    expect(checks[0]!.nextDueOn).toMatch(/^\d{4}-/);
  });

  it('finds imaging that came as a report, a study or a procedure, and orders, bookings and plans', async () => {
    const patient = await patientWith([
      [
        'diagnostic_report',
        ['results'],
        { display: 'CT Chest W contrast IV', status: 'final', effective_at: ago(9 * DAY), conclusion: 'No change.' },
      ],
      [
        'imaging_study',
        ['results'],
        { modality: 'MR', body_site: 'Brain', status: 'available', started_at: ago(9 * DAY) },
      ],
      [
        'procedure',
        ['oncology'],
        { kind: 'imaging', display: 'Mammography (procedure)', status: 'completed', started_on: ago(9 * DAY) },
      ],
      [
        'service_request',
        ['clinical'],
        {
          kind: 'order',
          display: 'Echocardiography',
          status: 'active',
          intent: 'order',
          authored_at: ago(DAY),
          requester_name: 'Dr Oh',
        },
      ],
      ['appointment', ['referral'], { description: 'Bone density scan', status: 'booked', starts_at: ago(-20 * DAY) }],
      [
        'care_plan_activity',
        ['oncology'],
        {
          care_plan_id: crypto.randomUUID(),
          description: 'CEA every 3 months',
          status: 'scheduled',
          due_on: ago(-DAY),
        },
      ],
    ]);
    const { checks } = await check(patient, [
      'CT chest with contrast',
      'MRI brain',
      'mammogram',
      'echo',
      'DXA',
      'CEA',
      'CT abdomen',
    ]);
    expect(checks.map(({ verdict }) => verdict)).toEqual([
      'PROBABLE_DUPLICATE',
      'PROBABLE_DUPLICATE',
      'PROBABLE_DUPLICATE',
      'PROBABLE_DUPLICATE',
      'PROBABLE_DUPLICATE',
      'NOT_DUPLICATE',
      'NOT_DUPLICATE',
    ]);
    expect(checks.flatMap(({ planned }) => planned.map(({ kind }) => kind))).toEqual(['ORDER', 'APPOINTMENT', 'PLAN']);
  });

  it('knows a stay in hospital', async () => {
    const patient = await patientWith([
      value('alt', 5),
      [
        'encounter',
        ['clinical'],
        { class: 'IMP', status: 'finished', started_at: ago(6 * DAY), ended_at: ago(4 * DAY) },
      ],
    ]);
    expect((await check(patient, ['ALT'])).checks[0]?.verdict).toBe('NOT_DUPLICATE');
  });

  it('is one statement in one transaction, however large the basket', async () => {
    const patient = await patientWith([value('hba1c', 20)]);
    await check(patient, ['a1c']);
    const sent = vi.spyOn(Client.prototype, 'query');
    await check(patient, ['a1c', 'cmp', 'CT chest', 'cea', 'xyzzy']);
    const count = sent.mock.calls.length;
    vi.restoreAllMocks();
    // BEGIN, the session, the statement, COMMIT
    expect(count).toBe(4);
  });

  it('is audited with every row that it read', async () => {
    const patient = await patientWith([value('hba1c', 20)]);
    await check(patient, ['a1c']);
    const rows = await clinic.behindTheWall<{ action: string; row_ids: string[] }>(
      'select action, row_ids from audit_event where patient_id = $1',
      [patient.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ action: 'duplicate-tests:check' });
    expect(rows[0]?.row_ids).toHaveLength(2);
  });

  it('says alike what is absent and what is hidden, and refuses whom results are not open to', async () => {
    const hidden = await clinic.patient({ withRecord: true });
    expect((await check(hidden, ['a1c'])).codes).toEqual(['NOT_FOUND']);
    expect((await check({ id: crypto.randomUUID() }, ['a1c'])).codes).toEqual(['NOT_FOUND']);
    const navigator = await (await clinic.person('navigator').of(practice)).signIn();
    const patient = await patientWith([value('hba1c', 20)]);
    expect((await check(patient, ['a1c'], navigator)).codes).toEqual(['FORBIDDEN']);
    expect((await check(patient, ['a1c'], 'x'.repeat(43))).codes).toEqual(['UNAUTHENTICATED']);
  });

  it.each([
    ['no test', [{}]],
    ['nothing', []],
    ['too many', Array.from({ length: 21 }, () => 'a1c')],
    ['too long a name', ['x'.repeat(201)]],
  ])('refuses %s', async (_, tests) => {
    const patient = await patientWith([]);
    expect((await check(patient, tests)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('sensitive results (S12)', () => {
  it('change nothing in an answer to a reader without their scope, in no part and for no test', async () => {
    const open = await patientWith([value('creatinine', 200)]);
    const closed = await patientWith([value('creatinine', 200)]);
    for (const segment of SENSITIVE_SCOPES) {
      await add(
        closed,
        [
          value('hiv-viral-load', 3, {}),
          value('cd4', 3),
          value('hba1c', 3),
          value(null, 3, { display: 'CEA' }),
          [
            'service_request',
            ['clinical', segment],
            { kind: 'order', display: 'MRI brain', status: 'active', intent: 'order', authored_at: ago(DAY) },
          ],
          [
            'diagnostic_report',
            ['results', segment],
            { display: 'CT chest', status: 'final', effective_at: ago(DAY), conclusion: 'x' },
          ],
        ].map((row) => (row[0] === 'observation' ? [row[0], ['results', segment], row[2]] : row)) as unknown as Rows,
      );
    }
    const tests = ['hiv viral load', 'cd4', 'a1c', 'CEA', 'MRI brain', 'CT chest', 'creatinine'];
    const strip = (checks: Check[]) =>
      JSON.stringify(checks)
        .replace(/"id":"[^"]+"/g, '')
        .replace(/T\d\d:[^"]+"/g, '"');
    const [one, other] = [await check(open, tests), await check(closed, tests)];
    expect(other.codes).toEqual([]);
    expect(strip(other.checks)).toBe(strip(one.checks));
    expect(other.checks[0]!.notKnown.join(' ')).toContain('Restricted information may exist');
  });
});

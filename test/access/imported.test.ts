// From FHIR through the import to the walls: what a source labels, merges or denies is closed to readers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFhir } from '#api/ingest/index.ts';
import { openClinic, type Clinic, type OrganizationInClinic } from '#test/kit/clinic.ts';

const NPI = '1234567893';
const SOURCE = 'https://centre.example/mrn';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

let clinic: Clinic;
let practice: OrganizationInClinic;
let token: string;

beforeAll(async () => {
  clinic = await openClinic();
  practice = await clinic.organization('community-practice', { npi: NPI });
  token = await (await clinic.person('community-clinician').of(practice)).signIn();
});
afterAll(() => clinic.close());

/** The practice, as a reference that names it by its NPI. */
const PRACTICE = { type: 'Organization', identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: NPI } };

const about = (id: string) => ({ subject: { reference: `Patient/${id}` } });
const labelled = (code: string) => ({ security: [{ system: ACT_CODE, code }] });

/** A patient whose general practitioner is the practice's. */
const patient = (id: string, more: object = {}) => ({
  resourceType: 'Patient',
  id,
  identifier: [{ type: { coding: [{ code: 'MR' }] }, system: SOURCE, value: id }],
  name: [{ family: `Patient ${id}`, given: ['Robin'] }],
  generalPractitioner: [PRACTICE],
  ...more,
});

/** Imports them. @returns the reasons of those that are refused */
async function bring(...resources: object[]): Promise<string[]> {
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
  const { rejects } = await importFhir(clinic.pool('portage_ingest'), [{ name: 'feed', bundle }]);
  return rejects.map(({ reason }) => reason);
}

const take = async (...resources: object[]) => expect(await bring(...resources)).toEqual([]);

const seen = async (sql: string, ...parameters: unknown[]) =>
  (await clinic.read<Record<string, unknown>>(token, sql, parameters)).map((row) => Object.values(row)[0]);
const seenPatients = () => seen('select source_id from patient order by 1');

const fraction = (id: string, on: string, more: object = {}) => ({
  resourceType: 'Procedure',
  id,
  ...about('rt'),
  status: 'completed',
  meta: { profile: ['http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-radiotherapy-course-summary'] },
  code: { coding: [{ system: 'http://snomed.info/sct', code: '1217123003', display: 'Radiotherapy course' }] },
  performedPeriod: { start: `${on}T10:00:00Z`, end: `${on}T10:20:00Z` },
  ...more,
});

describe('a label', () => {
  it('hides the row that bears it, and an unknown one hides it behind every segment', async () => {
    const problem = (id: string, meta?: object) => ({
      resourceType: 'Condition',
      id,
      ...about('a'),
      ...(meta && { meta }),
      code: { text: `Problem ${id}` },
    });
    const restricted = {
      security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }],
    };
    await take(
      patient('a'),
      problem('plain'),
      problem('hiv', labelled('HIV')),
      problem('new-code', labelled('NEVERHEARDOF')),
      problem('restricted', restricted),
    );
    expect(await seen('select source_id from condition')).toEqual(['plain']);
    const stored = await clinic.behindTheWall(
      'select source_id, cardinality(needs) as needs from condition order by 1',
    );
    expect(stored).toEqual([
      { source_id: 'hiv', needs: 2 },
      { source_id: 'new-code', needs: 6 },
      { source_id: 'plain', needs: 1 },
      { source_id: 'restricted', needs: 6 },
    ]);
  });

  it('on one fraction hides the course that tells of it, whichever fraction came last', async () => {
    await take(patient('rt'), fraction('f1', '2024-03-01', { meta: labelled('HIV') }), fraction('f2', '2024-03-02'));
    expect(await seen(`select sessions from procedure where kind = 'radiation'`)).toEqual([]);
    const stored = await clinic.behindTheWall(`select sessions, needs from procedure where kind = 'radiation'`);
    expect(stored).toEqual([{ sessions: 2, needs: ['hiv', 'oncology'] }]);
  });
});

describe('a merge', () => {
  it('closes the old record and carries restrictions along with grants', async () => {
    await take(patient('old'), patient('survivor', { generalPractitioner: [] }));
    expect(await seenPatients()).toContain('old');
    expect(await seenPatients()).not.toContain('survivor');
    const [old] = await clinic.behindTheWall<{ id: string }>(`select id from patient where source_id = 'old'`);
    await take(patient('old', { link: [{ type: 'replaced-by', other: { reference: 'Patient/survivor' } }] }));
    expect(await seenPatients()).toContain('survivor');
    expect(await seenPatients()).not.toContain('old');
    // Even a grant that is given to the old record afterwards opens nothing.
    await clinic.grant(old!).to(practice, { basis: 'patient-request' });
    expect(await seenPatients()).not.toContain('old');
  });

  it('does not open a record to somebody whom its patient has denied', async () => {
    await take(patient('denied-old'), patient('denied-survivor', { generalPractitioner: [] }));
    const [old] = await clinic.behindTheWall<{ id: string }>(`select id from patient where source_id = 'denied-old'`);
    expect(await seenPatients()).toContain('denied-old');
    await clinic.restrict(old!).against(practice);
    await take(
      patient('denied-old', { link: [{ type: 'replaced-by', other: { reference: 'Patient/denied-survivor' } }] }),
    );
    expect(await seenPatients()).not.toContain('denied-survivor');
  });
});

describe('a denial', () => {
  const denial = (id: string, whose: string, provision: object = {}) => ({
    resourceType: 'Consent',
    id,
    status: 'active',
    patient: { reference: `Patient/${whose}` },
    scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
    category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
    provision: { type: 'deny', ...provision },
  });

  it('closes the record, of one party or of all, to grants before and after', async () => {
    const actor = [{ role: { text: 'recipient' }, reference: PRACTICE }];
    await take(patient('d1'), patient('d2'));
    expect(await seenPatients()).toEqual(expect.arrayContaining(['d1', 'd2']));
    await take(denial('c1', 'd1', { actor }), denial('c2', 'd2'), patient('d1'), patient('d2'));
    expect(await seenPatients()).not.toContain('d1');
    expect(await seenPatients()).not.toContain('d2');
    await take(patient('d1'), patient('d2'));
    expect(await seenPatients()).not.toContain('d1');
    expect(await seenPatients()).not.toContain('d2');
  });

  it('of a part that names nobody is refused with its reason, and opens nothing that was denied before', async () => {
    const ofLabels = { securityLabel: [{ system: ACT_CODE, code: 'PSY' }] };
    await take(denial('c3', 'd3'), patient('d3'));
    expect(await bring(denial('c3', 'd3', ofLabels), patient('d3'))).toEqual([
      expect.stringContaining('denies a class or label and names no actor'),
    ]);
    expect(await seenPatients()).not.toContain('d3');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ORDINARY_SCOPES, SCOPES } from '#api/access/index.ts';
import { ImportRefusedError } from '#api/ingest/index.ts';
import { ABOUT_ROSA, bundleOf, CENTRE, coded, counts, openFeed, ROSA, rosaWith, weight, type Feed } from './feed.ts';

const NPI_SYSTEM = 'http://hl7.org/fhir/sid/us-npi';
const ADA = {
  resourceType: 'Practitioner',
  id: 'ada',
  identifier: [{ system: NPI_SYSTEM, value: '1234567893' }],
  name: [{ family: 'Okafor', given: ['Ada'] }],
};
const WITH_GP = { ...ROSA, generalPractitioner: [{ reference: 'Practitioner/ada' }] };

let feed: Feed;
let mesa: { organizationId: string; personId: string };
beforeAll(async () => {
  feed = await openFeed();
  mesa = await feed.practice({ name: 'Mesa Family Medicine', npi: '1234567893', email: 'ada@mesa.example' });
});
beforeEach(() => feed.rows('truncate patient, access_grant, access_restriction, source_system cascade'));
afterAll(() => feed.close());

const grants = () =>
  feed.rows(
    `select grantee_id, grantee_kind, basis, basis_detail, scopes, status, granted_by, revoked_reason from access_grant order by granted_at, basis`,
  );
const live = () =>
  feed.rows<{ grantee_id: string; basis: string }>(
    'select grantee_id, basis from access_grant where revoked_at is null order by basis',
  );

describe('the general practitioner', () => {
  test('gives the practice access as primary care of record, and the grant says why', async () => {
    await feed.import(bundleOf(WITH_GP, ADA));
    expect(await grants()).toMatchObject([
      {
        grantee_id: mesa.organizationId,
        grantee_kind: 'organization',
        basis: 'primary-care-of-record',
        basis_detail: `Patient/rosa of ${CENTRE}: generalPractitioner 1234567893`,
        scopes: ORDINARY_SCOPES,
        status: 'active',
        granted_by: null,
        revoked_reason: null,
      },
    ]);
  });

  test('is found by identifier alone, and in the directory of an earlier import', async () => {
    await feed.import(
      bundleOf({
        ...ROSA,
        generalPractitioner: [{ reference: `Practitioner?identifier=${NPI_SYSTEM}|1234567893`, display: 'Dr. Okafor' }],
      }),
    );
    expect(await live()).toHaveLength(1);
    await feed.rows('truncate access_grant');
    await feed.import(bundleOf(ADA), { source: CENTRE });
    await feed.import(bundleOf({ ...WITH_GP, language: 'nv' }));
    expect(await live()).toHaveLength(1);
  });

  test('with a number that is no NPI gives nobody access', async () => {
    await feed.import(bundleOf(WITH_GP, { ...ADA, identifier: [{ system: NPI_SYSTEM, value: '123456' }] }));
    expect(await live()).toEqual([]);
  });

  test('is granted once, and not again when somebody has revoked it', async () => {
    await feed.import(bundleOf(WITH_GP, ADA));
    await feed.import(bundleOf(WITH_GP, ADA));
    expect(await live()).toHaveLength(1);
    await feed.rows(`update access_grant set revoked_at = now(), revoked_reason = 'The patient asked'`);
    await feed.import(bundleOf(WITH_GP, ADA));
    expect(await live()).toEqual([]);
    expect(await grants()).toHaveLength(1);
  });

  test('of the past loses access, and has it again when named again', async () => {
    await feed.import(bundleOf(WITH_GP, ADA));
    await feed.import(bundleOf(ROSA));
    expect(await grants()).toMatchObject([{ revoked_reason: 'The source no longer states it' }]);
    await feed.import(bundleOf(WITH_GP, ADA));
    expect(await live()).toHaveLength(1);
  });
});

describe('a care team', () => {
  const team = (more: object = {}) => ({
    resourceType: 'CareTeam',
    id: 'team',
    status: 'active',
    ...ABOUT_ROSA,
    participant: [{ member: { reference: 'Practitioner/ada' } }],
    ...more,
  });

  test('gives its members’ practices access, while it is at work', async () => {
    await feed.import(rosaWith(team(), ADA));
    expect(await live()).toEqual([{ grantee_id: mesa.organizationId, basis: 'care-team' }]);
    await feed.import(rosaWith(team({ status: 'inactive' }), ADA));
    expect(await live()).toEqual([]);
  });

  test('leaves alone what people have granted', async () => {
    await feed.import(rosaWith(team(), ADA));
    await feed.rows(
      `insert into access_grant (id, patient_id, grantee_id, grantee_kind, basis, scopes) select gen_random_uuid(), id, $1, 'organization', 'referral', '{referral}' from patient`,
      mesa.organizationId,
    );
    await feed.import(rosaWith(team({ participant: [] })));
    expect(await live()).toEqual([{ grantee_id: mesa.organizationId, basis: 'referral' }]);
  });
});

test('whoever keeps the record reads all of it', async () => {
  const centre = await feed.practice({
    name: 'Three Rivers',
    npi: '1999999984',
    email: 'onc@centre.example',
    kind: 'cancer-centre',
  });
  await feed.import(rosaWith(weight('w', 60)), {
    sources: { [CENTRE]: { name: 'Three Rivers Cancer Center', custodianId: centre.organizationId } },
  });
  expect(await grants()).toMatchObject([{ grantee_id: centre.organizationId, basis: 'care-team', scopes: SCOPES }]);
  expect(await feed.rows('select name, custodian_id from source_system')).toEqual([
    { name: 'Three Rivers Cancer Center', custodian_id: centre.organizationId },
  ]);
  await feed.import(rosaWith(weight('w', 61)));
  expect(await feed.value('select name from source_system')).toBe('Three Rivers Cancer Center');
});

describe('--share-with', () => {
  test('makes the user’s practice primary care of record of each patient', async () => {
    const leo = { ...ROSA, id: 'leo', name: [{ family: 'Chee', given: ['Leo'] }] };
    await feed.import(bundleOf(ROSA, leo), { shareWith: ' Ada@Mesa.example' });
    await feed.import(bundleOf(ROSA, leo), { shareWith: 'ada@mesa.example' });
    expect(await grants()).toMatchObject([
      { basis: 'primary-care-of-record', basis_detail: 'import --share-with' },
      {},
    ]);
    expect(await grants()).toHaveLength(2);
  });

  test('nobody refuses the import before anything is written', async () => {
    await expect(feed.import(rosaWith(), { shareWith: 'nobody@mesa.example' })).rejects.toThrow(
      new ImportRefusedError('--share-with nobody@mesa.example: nobody signs in with this address'),
    );
    expect(await feed.value('select count(*)::int from patient')).toBe(0);
  });
});

describe('a patient’s denial', () => {
  const denial = (more: object = {}) => ({
    resourceType: 'Consent',
    id: 'no',
    status: 'active',
    patient: ABOUT_ROSA.subject,
    scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
    provision: { type: 'deny', actor: [{ role: { text: 'x' }, reference: { reference: 'Practitioner/ada' } }] },
    ...more,
  });
  const restricted = () => feed.column('select grantee_id from access_restriction where lifted_at is null');

  test('of a clinician holds them back, whatever was granted, until it ends', async () => {
    await feed.import(bundleOf(WITH_GP, ADA, denial()));
    expect(await live()).toHaveLength(1);
    expect(await restricted()).toEqual([mesa.personId]);
    await feed.import(bundleOf(WITH_GP, ADA, denial({ status: 'inactive' })));
    expect(await restricted()).toEqual([]);
    await feed.import(bundleOf(WITH_GP, ADA, denial()));
    expect(await restricted()).toEqual([mesa.personId]);
  });

  test('that people have lifted stays lifted while it is the same denial', async () => {
    await feed.import(bundleOf(WITH_GP, ADA, denial()));
    await feed.rows('update access_restriction set lifted_at = now()');
    await feed.import(bundleOf(WITH_GP, ADA, denial()));
    expect(await restricted()).toEqual([]);
  });

  test('of everybody holds back whoever was granted, and grants nobody any more', async () => {
    await feed.import(bundleOf(WITH_GP, ADA));
    await feed.import(bundleOf(WITH_GP, ADA, denial({ provision: { type: 'deny' } })));
    expect(await restricted()).toEqual([mesa.organizationId]);
    await feed.rows('truncate access_grant');
    await feed.import(bundleOf(WITH_GP, ADA));
    expect(await live()).toEqual([]);
  });
});

describe('a patient’s denial of somebody whom nobody can identify', () => {
  const NAMELESS = { resourceType: 'Practitioner', id: 'who', name: [{ family: 'Ex', given: ['The'] }] };
  const denial = (reference: object) => ({
    resourceType: 'Consent',
    id: 'no',
    status: 'active',
    patient: ABOUT_ROSA.subject,
    scope: coded('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
    provision: { type: 'deny', actor: [{ role: { text: 'x' }, reference }] },
  });
  const restricted = () => feed.column('select grantee_id from access_restriction where lifted_at is null');

  test.each([
    ['by a name only', { display: 'Dr. Ex' }],
    ['by a reference that leads nowhere', { reference: 'Practitioner/gone' }],
    ['by a directory entry without an NPI', { reference: 'Practitioner/who' }],
  ])('%s holds back whoever was granted, and grants nobody any more', async (_how, reference) => {
    await feed.import(bundleOf(WITH_GP, ADA, NAMELESS));
    await feed.import(bundleOf(WITH_GP, ADA, NAMELESS, denial(reference)));
    expect(await restricted()).toEqual([mesa.organizationId]);
    await feed.rows('truncate access_grant');
    await feed.import(bundleOf(WITH_GP, ADA, NAMELESS));
    expect(await live()).toEqual([]);
  });

  test('holds back that one alone once the directory says who it is', async () => {
    await feed.import(bundleOf(WITH_GP, ADA, NAMELESS, denial({ reference: 'Practitioner/who' })));
    expect(await restricted()).toEqual([mesa.organizationId]);
    await feed.import(
      bundleOf(WITH_GP, ADA, { ...NAMELESS, identifier: ADA.identifier }, denial({ reference: 'Practitioner/who' })),
    );
    expect(await restricted()).toEqual([mesa.personId]);
    expect(await feed.column('select provision from consent')).toEqual(['deny']);
  });
});

describe('two records of one patient', () => {
  const merged = { ...WITH_GP, id: 'rosa-old', link: [{ type: 'replaced-by', other: { reference: 'Patient/rosa' } }] };
  const oldWeight = { ...weight('w', 58), subject: { reference: 'Patient/rosa-old' } };
  const rosa = () => feed.value(`select id from patient where source_id = 'rosa'`);

  test('become one: rows, grants and restrictions move, and the old grants say why they ended', async () => {
    await feed.import(bundleOf({ ...WITH_GP, id: 'rosa-old' }, ADA, oldWeight));
    await feed.import(bundleOf(ROSA, merged, ADA));
    expect(await feed.column('select patient_id from observation')).toEqual([await rosa()]);
    expect(await feed.value(`select merged_into_id from patient where source_id = 'rosa-old'`)).toBe(await rosa());
    expect(await feed.rows('select patient_id, revoked_reason from access_grant order by revoked_at')).toEqual([
      {
        patient_id: expect.not.stringMatching(String(await rosa())),
        revoked_reason: 'The record was merged into another record of the same patient',
      },
      { patient_id: await rosa(), revoked_reason: null },
    ]);
    expect(await feed.column(`select detail from audit_event where action = 'ingest:merge' order by id`)).toEqual([
      'merged into another record',
      'took over another record',
    ]);
  });

  test('stay one: what comes for the old record goes to the survivor, and the same again changes nothing', async () => {
    const both = bundleOf(ROSA, merged, ADA, oldWeight);
    await feed.import(both);
    expect(counts(await feed.import(both))).toMatchObject({ created: 0, updated: 0 });
    await feed.import(bundleOf(merged, ADA, { ...oldWeight, id: 'w2' }));
    expect(new Set(await feed.column('select patient_id from observation'))).toEqual(new Set([await rosa()]));
    expect(await live()).toHaveLength(1);
  });

  test('wait for the survivor to be known', async () => {
    await feed.import(bundleOf(merged, ADA));
    expect(await feed.value(`select merged_into_id from patient where source_id = 'rosa-old'`)).toBeNull();
  });

  const replaced = (id: string, by: string) => ({
    ...ROSA,
    id,
    link: [{ type: 'replaced-by', other: { reference: `Patient/${by}` } }],
  });
  const shared = () =>
    feed.column(`select p.source_id from access_grant g join patient p on p.id = g.patient_id
      where g.revoked_at is null and p.merged_into_id is null order by 1`);

  test.each([
    ['each of which says that the other replaces it', [replaced('one', 'two'), replaced('two', 'one')], ['two']],
    ['one of which was never sent', [replaced('one', 'unsent')], ['one']],
    ['in a row of three', [replaced('one', 'two'), replaced('two', 'three'), { ...ROSA, id: 'three' }], ['three']],
  ])('%s, are shared as the one that holds the rows', async (_, patients, kept) => {
    await feed.import(bundleOf(...patients), { shareWith: 'ada@mesa.example' });
    expect(await shared()).toEqual(kept);
  });
});

import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFhir } from '#api/ingest/index.ts';
import {
  ABOUT_ROSA,
  bundleOf,
  CENTRE,
  coded,
  counts,
  NOTHING_CHANGED,
  openFeed,
  reasons,
  ROSA,
  rosaWith,
  weight,
  type Feed,
} from './feed.ts';

let feed: Feed;
beforeAll(async () => {
  feed = await openFeed();
});
afterAll(() => feed.close());

const pressure = (id: string, parts: number[], meta: object = {}) => ({
  ...weight(id, 0, { meta, valueQuantity: undefined }),
  code: { text: 'Blood pressure' },
  component: parts.map((value, index) => ({
    code: { text: `part ${index}` },
    valueQuantity: { value, unit: 'mm[Hg]' },
  })),
});
const partsOf = (id: string) =>
  feed.column<number>(
    `select value_number from observation where source_id = $1 and parent_id is not null order by id`,
    id,
  );

describe('the same again', () => {
  test('changes nothing, and says where each row came from', async () => {
    const bundle = rosaWith(
      weight('w1', 61.5, { meta: { versionId: '3', lastUpdated: '2024-05-01T10:00:00-07:00' } }),
      { resourceType: 'Claim', id: 'c' },
    );
    expect(counts(await feed.import(bundle))).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      ignored: 1,
    });
    const [row] = await feed.rows(
      `select source_system, source_type, source_version, source_updated_at, received_at from observation where source_id = 'w1'`,
    );
    expect(row).toMatchObject({
      source_system: CENTRE,
      source_type: 'Observation',
      source_version: '3',
      source_updated_at: new Date('2024-05-01T17:00:00Z'),
    });
    expect(counts(await feed.import(bundle))).toEqual({
      created: 0,
      updated: 0,
      unchanged: 2,
      rejected: 0,
      ignored: 1,
    });
    expect(
      await feed.rows(
        `select source_system, source_type, source_version, source_updated_at, received_at from observation where source_id = 'w1'`,
      ),
    ).toEqual([row]);
  });

  test('from two processes at once is stored once', async () => {
    const bundle = rosaWith(...Array.from({ length: 200 }, (_, n) => weight(`at-once-${n}`, n)));
    const both = await Promise.all([feed.import(bundle), feed.import(bundle)]);
    expect(both.map(({ created }) => created).sort((a, b) => a - b)).toEqual([0, 200]);
    expect(await feed.value(`select count(*)::int from observation where source_id like 'at-once-%'`)).toBe(200);
  });
});

describe('an import whose connection breaks', () => {
  const patients = Array.from({ length: 60 }, (_, n) =>
    bundleOf(...Array.from({ length: 100 }, (_, m) => ({ ...ROSA, id: `broken-${n}-${m}` }))),
  );

  test('says so, and goes on from there when it is run again', async () => {
    let broken: Promise<unknown> | undefined;
    const onProgress = ({ filesDone }: { filesDone: number }) => {
      if (filesDone < 45) return;
      broken ??= feed.rows(`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'to be broken' and datname = current_database()`);
    };
    const pool = new Pool({ ...feed.pool.options, application_name: 'to be broken' });
    pool.on('error', () => undefined);
    await expect(importFhir(pool, patients, { onProgress })).rejects.toThrow(/terminat|connection error/);
    await Promise.all([broken, pool.end()]);
    const { created, unchanged, rejected } = counts(await feed.import(patients));
    expect({ sum: created + unchanged, rejected }).toEqual({ sum: 6_000, rejected: 0 });
    expect(unchanged).toBeGreaterThanOrEqual(2_000);
  });
});

describe('a later version', () => {
  test('replaces the earlier one, and an earlier one that comes late changes nothing', async () => {
    const version = (kilograms: number, lastUpdated: string) =>
      rosaWith(weight('w2', kilograms, { meta: { lastUpdated } }));
    await feed.import(version(60, '2024-01-01T00:00:00Z'));
    expect(counts(await feed.import(version(62, '2024-02-01T00:00:00Z')))).toMatchObject({ updated: 1, unchanged: 1 });
    expect(counts(await feed.import(version(59, '2023-12-01T00:00:00Z')))).toMatchObject({
      ...NOTHING_CHANGED,
      unchanged: 2,
    });
    expect(await feed.value(`select value_number from observation where source_id = 'w2'`)).toBe(62);
  });

  test('replaces one whose sender had a clock that ran years ahead', async () => {
    const version = (kilograms: number, lastUpdated: string) =>
      rosaWith(weight('ahead', kilograms, { meta: { lastUpdated } }));
    await feed.import(version(60, '2091-01-01T00:00:00Z'));
    expect(counts(await feed.import(version(62, '2024-02-01T00:00:00Z')))).toMatchObject({ updated: 1 });
    expect(await feed.value(`select value_number from observation where source_id = 'ahead'`)).toBe(62);
  });

  test('takes away the parts that it no longer has', async () => {
    await feed.import(rosaWith(pressure('bp', [120, 80, 93])));
    expect(await partsOf('bp')).toHaveLength(3);
    expect(counts(await feed.import(rosaWith(pressure('bp', [125, 82]))))).toMatchObject({ updated: 1 });
    expect(new Set(await partsOf('bp'))).toEqual(new Set([125, 82]));
  });

  test('of a care team lets go of who has left, to the last', async () => {
    const team = (...names: string[]) => ({
      resourceType: 'CareTeam',
      id: 'team',
      status: 'active',
      ...ABOUT_ROSA,
      participant: names.map((display) => ({ member: { display } })),
    });
    const members = () => feed.column(`select name from care_team_member where source_id = 'team' order by name`);
    await feed.import(rosaWith(team('Dr. A', 'Dr. B')));
    expect(counts(await feed.import(rosaWith(team('Dr. B'))))).toMatchObject({ created: 0, updated: 1 });
    expect(await members()).toEqual(['Dr. B']);
    expect(counts(await feed.import(rosaWith(team())))).toMatchObject({ updated: 1 });
    expect(await members()).toEqual([]);
  });

  test('of a report replaces what it said', async () => {
    const report = (text: string) => ({
      resourceType: 'DiagnosticReport',
      id: 'report',
      status: 'final',
      ...ABOUT_ROSA,
      code: { text: 'CT chest' },
      presentedForm: [{ contentType: 'text/plain', data: Buffer.from(text).toString('base64') }],
    });
    await feed.import(rosaWith(report('A nodule.')));
    await feed.import(rosaWith(report('No nodule.')));
    expect(
      await feed.column(
        `select convert_from(c.body, 'UTF8') from document_content c join document_reference d on d.id = c.id where d.source_id = 'report'`,
      ),
    ).toEqual(['No nodule.']);
  });
});

describe('what the source took back', () => {
  const withdrawn = {
    resourceType: 'Condition',
    id: 'wrong',
    ...ABOUT_ROSA,
    meta: { versionId: '2' },
    code: { text: 'Diabetes' },
    verificationStatus: coded('http://terminology.hl7.org/CodeSystem/condition-ver-status', 'entered-in-error'),
  };
  const stated = { ...withdrawn, meta: { versionId: '1' }, verificationStatus: undefined };
  const isThere = () => feed.value(`select count(*)::int from condition where source_id = 'wrong'`);

  test('goes, and an older file does not bring it back; a later version does', async () => {
    await feed.import(rosaWith(stated));
    expect(await isThere()).toBe(1);
    expect(counts(await feed.import(rosaWith(withdrawn)))).toMatchObject({ updated: 1 });
    expect(await isThere()).toBe(0);
    expect(counts(await feed.import(rosaWith(withdrawn)))).toMatchObject(NOTHING_CHANGED);
    expect(counts(await feed.import(rosaWith(stated)))).toMatchObject(NOTHING_CHANGED);
    expect(await isThere()).toBe(0);
    await feed.import(rosaWith({ ...stated, meta: { versionId: '3' } }));
    expect(await isThere()).toBe(1);
  });
});

describe('twice in one import', () => {
  test('and the same is stored once', async () => {
    expect(counts(await feed.import([rosaWith(weight('w3', 60)), rosaWith(weight('w3', 60))]))).toMatchObject({
      created: 1,
      unchanged: 3,
    });
  });

  test('with different contents keeps the first and says so', async () => {
    const summary = await feed.import([rosaWith(weight('w4', 60)), rosaWith(weight('w4', 70))]);
    expect(reasons(summary)).toEqual([expect.stringContaining('comes twice in this import with different contents')]);
    expect(await feed.value(`select value_number from observation where source_id = 'w4'`)).toBe(60);
  });

  test('as two versions, in whatever order, keeps the later', async () => {
    const version = (kilograms: number, versionId: string) => weight('w5', kilograms, { meta: { versionId } });
    await feed.import(bundleOf(ROSA, version(62, '2'), version(60, '1'), version(64, '3')));
    expect(await feed.value(`select value_number from observation where source_id = 'w5'`)).toBe(64);
  });

  test('with and without the company that it names keeps the names', async () => {
    const seen = weight('w6', 60, { performer: [{ reference: 'Practitioner/ada' }] });
    const ada = { resourceType: 'Practitioner', id: 'ada', name: [{ family: 'Okafor', given: ['Ada'] }] };
    expect(counts(await feed.import([rosaWith(seen, ada), rosaWith(seen)]))).toMatchObject({ rejected: 0, updated: 0 });
    expect(await feed.value(`select performer_name from observation where source_id = 'w6'`)).toBe('Ada Okafor');
  });
});

test('the import is in the audit, by patient and as a whole', async () => {
  const before = await feed.value(`select coalesce(max(id), 0) from audit_event`);
  await feed.import(rosaWith(weight('w7', 60)));
  const events = await feed.rows(
    `select role, action, outcome, patient_id, detail, cardinality(row_ids) as rows from audit_event where id > $1 order by id`,
    before,
  );
  const rosa = await feed.value(`select id from patient where source_id = 'rosa'`);
  expect(events).toMatchObject([
    {
      role: 'integration',
      action: 'ingest:import',
      outcome: 'done',
      patient_id: rosa,
      detail: '1 created, 0 updated',
      rows: 1,
    },
    {
      role: 'integration',
      action: 'ingest:import',
      outcome: 'done',
      patient_id: null,
      detail: expect.stringMatching(/^1 files, 1 patients, 2 resources: 1 created/),
    },
  ]);
});

test('the import itself may do no more than its role', async () => {
  await expect(feed.pool.query('select password_hash from credential')).rejects.toThrow('permission denied');
  await expect(feed.pool.query('delete from patient')).rejects.toThrow();
});

describe('a report with results inside it', () => {
  const inside = (id: string, value: number) => ({ ...weight(id, value), subject: undefined });
  const report = (versionId: string, status: string, ...contained: object[]) =>
    rosaWith({
      resourceType: 'DiagnosticReport',
      id: 'with-results',
      meta: { versionId },
      status,
      ...ABOUT_ROSA,
      code: { text: 'Weights' },
      contained,
      result: contained.map((one) => ({ reference: `#${(one as { id: string }).id}` })),
    });
  const stored = () =>
    feed.rows(
      `select value_number, source_system, source_type, source_version from observation where source_id = 'with-results' order by value_number`,
    );
  const from = (version: string) => ({
    source_system: CENTRE,
    source_type: 'DiagnosticReport',
    source_version: version,
  });

  test('changes nothing the second time, and takes its results along in every change', async () => {
    const first = report('1', 'final', inside('a', 60), inside('b', 61));
    await feed.import(first);
    expect(await stored()).toEqual([
      { value_number: 60, ...from('1') },
      { value_number: 61, ...from('1') },
    ]);
    expect(counts(await feed.import(first))).toMatchObject(NOTHING_CHANGED);
    await feed.import(report('2', 'amended', inside('a', 62)));
    expect(await stored()).toEqual([{ value_number: 62, ...from('2') }]);
    await feed.import(report('3', 'entered-in-error', inside('a', 62)));
    expect(await stored()).toEqual([]);
  });
});

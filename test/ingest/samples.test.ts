// The shared clinical samples, when FHIR_SAMPLES names their folder: every quirk of their README that concerns FHIR.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportSummary } from '#api/ingest/index.ts';
import { counts, openFeed, type Feed } from './feed.ts';

const folder = process.env.FHIR_SAMPLES;

describe.runIf(folder)('the shared samples', () => {
  const sets = ['dev', 'mcode', 'fhir-examples'].map((name) => join(folder ?? '', name));
  let feed: Feed;
  let first: ImportSummary;
  let second: ImportSummary;
  beforeAll(async () => {
    feed = await openFeed();
    first = await feed.import(sets);
    second = await feed.import(sets);
  }, 180_000);
  afterAll(() => feed.close());

  test('are taken in, and what is refused says why', () => {
    expect(first.files).toBeGreaterThan(580);
    expect(first.resources).toBeGreaterThan(36_000);
    const groups = Map.groupBy(first.rejects, ({ reason }) =>
      reason.replace(/^entry \d+: /, '').replace(/Patient\/\S+ of \S+/, 'Patient/…'),
    );
    expect(Object.fromEntries([...groups].map(([reason, all]) => [reason.slice(0, 70), all.length]))).toEqual({
      'Observation does not say which patient it is about': 4,
      'is about Patient/… who is neither in the import nor known from an earl': expect.any(Number),
    });
    expect(first.rejected).toBeLessThan(50);
  });

  test('the second time change nothing', () => {
    expect(counts(second)).toEqual({
      ...counts(first),
      created: 0,
      updated: 0,
      unchanged: first.created + first.unchanged,
    });
  });

  test('keep no social security number', async () => {
    const tables = await feed.column<string>(
      `select table_name from information_schema.columns where table_schema = 'public' and data_type = 'text' group by 1`,
    );
    for (const table of tables) {
      expect(
        await feed.value(`select count(*)::int from ${table} t where t::text ~ '999-[0-9]{2}-[0-9]{4}'`),
        table,
      ).toBe(0);
    }
  });

  describe('references', () => {
    test('1: the same providers in many bundles are stored once', async () => {
      expect(
        await feed.value(
          `select count(*)::int from (select 1 from practitioner group by source_system, source_id having count(*) > 1) twice`,
        ),
      ).toBe(0);
      expect(
        await feed.value(
          `select count(*)::int from practitioner where source_system = 'http://hospital.smarthealthit.org'`,
        ),
      ).toBeGreaterThan(90);
    });

    test('2: providers that are only named by an identifier are stubs with a name', async () => {
      const stubs = await feed.rows<{ family_name: string; npi: string }>(
        `select family_name, npi from practitioner where source_id like '?identifier=%'`,
      );
      expect(stubs.length).toBeGreaterThan(50);
      expect(stubs.every(({ family_name: name, npi }) => Boolean(name) && /^\d{10}$/.test(npi))).toBe(true);
      expect(
        await feed.value(`select count(*)::int from location where source_id like '?identifier=%' and name <> ''`),
      ).toBeGreaterThan(50);
      expect(
        await feed.value(`select count(*)::int from diagnostic_report where performer_name like 'Dr. %'`),
      ).toBeGreaterThan(1500);
    });

    test('3: relative references and urn:uuid lead to the same condition', async () => {
      const [row] = await feed.rows<{ linked: number; total: number }>(
        `select count(c.id)::int as linked, count(*)::int as total from observation o left join condition c on c.id = o.focus_id and c.patient_id = o.patient_id where o.focus_id is not null and o.category = 'stage'`,
      );
      expect(row?.total).toBeGreaterThan(150);
      expect((row?.linked ?? 0) / (row?.total ?? 1)).toBeGreaterThan(0.9);
    });

    test('4: an id that many bundles use belongs to each patient by itself', async () => {
      expect(
        await feed.value(
          `select count(distinct patient_id)::int from condition where source_id = 'prostate-cancer-a8d8'`,
        ),
      ).toBe(20);
    });
  });

  describe('values', () => {
    test('6: every kind of value is read', async () => {
      const value = (where: string) => feed.value<number>(`select count(*)::int from observation where ${where}`);
      expect(await value('value_number is not null and unit is not null')).toBeGreaterThan(10_000);
      expect(await value('value_code is not null')).toBeGreaterThan(1500);
      expect(await value(`value_text = 'less than 1.8' and value_number = 1.8`)).toBeGreaterThan(5);
      expect(
        await value(`family in ('systolic-blood-pressure', 'diastolic-blood-pressure') and parent_id is not null`),
      ).toBeGreaterThan(1600);
      expect(await value('value_number is null and value_text is null')).toBeGreaterThan(0);
      expect(await value(`effective_precision = 'day'`)).toBeGreaterThan(100);
    });

    test('7: a day stays the day that the source wrote', async () => {
      expect(await feed.value(`select count(*)::int from encounter where started_at is null`)).toBeLessThan(100);
      expect(await feed.value(`select min(birth_date)::text from patient`)).toBe('1910-09-19');
    });

    test('8: long decimals are kept', async () => {
      expect(
        await feed.value(
          `select count(*)::int from observation where family = 'body-height' and length(value_number::text) > 12`,
        ),
      ).toBeGreaterThan(100);
    });

    test('9: who has died is marked', async () => {
      expect(await feed.value('select count(*)::int from patient where deceased')).toBeGreaterThan(50);
    });

    test('10: notes are kept once, as text', async () => {
      expect(
        await feed.value(
          `select count(*)::int from document_content where case when content_type = 'text/plain' then convert_from(body, 'UTF8') like '%# Chief Complaint%' end`,
        ),
      ).toBeGreaterThan(2000);
      expect(
        await feed.value(
          `select count(*)::int from document_reference where source_type = 'DiagnosticReport' and title = 'History and physical note'`,
        ),
      ).toBe(0);
    });
  });

  describe('codes', () => {
    test('11: cancers are found by ICD-10-CM, by profile and by words', async () => {
      const patients = (where: string) =>
        feed.value<number>(
          `select count(distinct patient_id)::int from condition where category <> 'problem' and ${where}`,
        );
      expect(await patients(`body_site = 'Prostate'`)).toBeGreaterThan(80);
      expect(await patients(`body_site = 'Breast'`)).toBeGreaterThan(60);
      expect(await patients(`body_site = 'Bladder'`)).toBe(20);
      expect(await patients(`display ~ '^Suspected'`)).toBe(0);
      expect(await patients(`code_system like '%icd-10-cm'`)).toBeGreaterThan(30);
    });

    test('12: one test under two codes is one family', async () => {
      for (const family of ['glucose', 'creatinine', 'urea-nitrogen', 'sodium', 'hematocrit', 'blood-pressure']) {
        expect(
          await feed.value(`select count(distinct code)::int from observation where family = $1`, family),
          family,
        ).toBeGreaterThan(1);
      }
    });

    test('13: codes under the wrong system are mended, ruined ones dropped', async () => {
      expect(await feed.column(`select distinct code_system from procedure where code = '34552-0'`)).toEqual([
        'http://loinc.org',
      ]);
      expect(await feed.column(`select distinct code_system from observation where code = '417181009'`)).toEqual([
        'http://snomed.info/sct',
      ]);
      expect(await feed.value(`select count(*)::int from condition where code like '%E+%'`)).toBe(0);
      expect(
        await feed.value(`select count(*)::int from service_request where kind = 'do-not-resuscitate'`),
      ).toBeGreaterThan(0);
    });

    test('14: an NPI is kept as it was sent, and gives access only if it is one', async () => {
      expect(await feed.value(`select count(*)::int from practitioner where npi !~ '^[0-9]{10}$'`)).toBeGreaterThan(50);
      expect(await feed.value('select count(*)::int from access_grant')).toBe(0);
    });
  });

  describe('people', () => {
    test('16: near matches stay different people, and accents stay', async () => {
      expect(
        await feed.value(`select count(*)::int from patient where birth_date = '1920-04-23' and city = 'Chicopee'`),
      ).toBeGreaterThan(1);
      expect(
        await feed.value(`select count(*)::int from patient where family_name || given_name ~ '[áéíóúñ]'`),
      ).toBeGreaterThan(3);
    });

    test('18: a fraction a day is one course', async () => {
      const sent = await feed.value<number>('select count(*)::int from radiotherapy_fraction');
      const courses = await feed.rows<{ sessions: number }>(
        `select sessions from procedure where source_id like 'course:%'`,
      );
      expect(courses.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(sent);
      expect(sent / courses.length).toBeGreaterThan(3);
      expect(await feed.value(`select max(sessions) from procedure where display = 'Teleradiotherapy procedure'`)).toBe(
        34,
      );
    });

    test('19, 20: test patients and dates to come are data', async () => {
      expect(await feed.value(`select count(*)::int from patient where family_name = 'NUMERPass'`)).toBeGreaterThan(10);
      expect(((await feed.value(`select max(started_at)::date::text from encounter`)) as string) > '2026-01-01').toBe(
        true,
      );
    });
  });

  test('every row says where it came from', async () => {
    for (const table of [
      'observation',
      'condition',
      'procedure',
      'medication_use',
      'encounter',
      'document_reference',
    ]) {
      expect(
        await feed.value(
          `select count(*)::int from ${table} where source_system = '' or source_id = '' or source_hash is null or cardinality(needs) = 0`,
        ),
        table,
      ).toBe(0);
    }
    const fixture = join(folder ?? '', 'dev/synthea-2019/Vito_Feeney_63dd4423-56ec-4f40-9dd6-82bc133aaddc.json.gz');
    const bundle = JSON.parse(gunzipSync(readFileSync(fixture)).toString()) as {
      entry: { resource: { resourceType: string } }[];
    };
    const sent = bundle.entry.filter(({ resource }) => resource.resourceType === 'Observation').length;
    expect(
      await feed.value(
        `select count(*)::int from observation o join patient p on p.id = o.patient_id where p.source_id = '9efca32a-04f9-438a-990c-a287e8b62aac' and o.parent_id is null`,
      ),
    ).toBe(sent);
  });
});

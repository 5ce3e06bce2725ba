// The official examples of mCODE STU 4, out of the npm package hl7.fhir.us.mcode.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportSummary } from '#api/ingest/index.ts';
import { counts, NOTHING_CHANGED, openFeed, type Feed } from './feed.ts';

const examples = join(dirname(createRequire(import.meta.url).resolve('hl7.fhir.us.mcode/package.json')), 'example');

let feed: Feed;
let summary: ImportSummary;
beforeAll(async () => {
  feed = await openFeed();
  summary = await feed.import(examples);
});
afterAll(() => feed.close());

const of = (patient: string) => `(select id from patient where source_id = '${patient}')`;
const JENNY = of('cancer-patient-jenny-m');

test('are all taken in, and a second time change nothing', async () => {
  expect(summary).toMatchObject({
    patients: 7,
    rejected: 0,
    ignoredByType: { BodyStructure: 4, FamilyMemberHistory: 6, Specimen: 9 },
  });
  expect(summary.created).toBeGreaterThan(140);
  expect(counts(await feed.import(examples))).toMatchObject({ ...NOTHING_CHANGED, rejected: 0 });
});

describe('Jenny M.', () => {
  test('has a breast cancer with its side, histology and stage', async () => {
    expect(
      await feed.rows(
        `select category, body_site, histology, stage_text from condition where patient_id = ${JENNY} and category <> 'problem'`,
      ),
    ).toMatchObject([{ category: 'primary-cancer', histology: expect.stringContaining('carcinoma') }]);
    expect(
      await feed.rows(
        `select family, value_text, method from observation where patient_id = ${JENNY} and category = 'stage' order by family`,
      ),
    ).toEqual(
      [
        'clinical-group IIB',
        'clinical-m cM0',
        'clinical-n cN0',
        'clinical-t cT3',
        'pathologic-group IIB',
        'pathologic-m Not Applicable',
        'pathologic-n pN0',
        'pathologic-t pT3',
      ].map((line) => {
        const [family, ...text] = line.split(' ');
        return { family, value_text: text.join(' '), method: 'AJCC 8th edition' };
      }),
    );
  });

  test('has the members of a stage under a group', async () => {
    // The package's clinical group names the pathologic categories, so which group it is says nothing.
    const members = await feed.rows(
      `select m.family, g.value_text from observation m join observation g on g.id = m.parent_id and g.family like '%-group'
       where m.patient_id = ${JENNY} and m.category = 'stage' order by 1`,
    );
    expect(members).toEqual([
      { family: 'pathologic-m', value_text: 'IIB' },
      { family: 'pathologic-n', value_text: 'IIB' },
      { family: 'pathologic-t', value_text: 'IIB' },
    ]);
  });

  test('has her receptors, performance status and disease status', async () => {
    expect(
      await feed.column(
        `select distinct family from observation where patient_id = ${JENNY} and category = 'biomarker' and family is not null order by 1`,
      ),
    ).toEqual(expect.arrayContaining(['er', 'her2', 'pr']));
    expect(
      await feed.rows(
        `select family, value_number from observation where patient_id = ${JENNY} and category = 'performance-status'`,
      ),
    ).toMatchObject([{ family: 'ecog' }]);
    expect(
      await feed.value(
        `select count(*)::int from observation where patient_id = ${JENNY} and category = 'disease-status'`,
      ),
    ).toBeGreaterThan(0);
  });

  test('had surgery, radiotherapy with a dose to each volume, and chemotherapy', async () => {
    expect(await feed.column(`select distinct kind from procedure where patient_id = ${JENNY} order by 1`)).toEqual(
      expect.arrayContaining(['radiation', 'surgery']),
    );
    expect(
      await feed.rows(
        `select sessions, started_on::text, ended_on::text from procedure where patient_id = ${JENNY} and kind = 'radiation'`,
      ),
    ).toContainEqual({ sessions: 31, started_on: '2018-08-15', ended_on: '2018-10-25' });
    expect(
      await feed.rows(`select volume, dose_cgy, fractions from radiotherapy_dose where patient_id = ${JENNY}`),
    ).toEqual(expect.arrayContaining([expect.objectContaining({ dose_cgy: 6000, fractions: 30 })]));
    expect(
      await feed.column(
        `select distinct lower(display) from medication_use where patient_id = ${JENNY} and category = 'cancer-systemic' order by 1`,
      ),
    ).toEqual(expect.arrayContaining(['cyclophosphamide', 'doxorubicin', 'paclitaxel']));
  });
});

test('secondary cancers are secondary and name their primary', async () => {
  const rows = await feed.rows<{ primary_condition_id: string | null }>(
    `select display, primary_condition_id from condition where category = 'secondary-cancer'`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ primary_condition_id: id }) => id !== null)).toBe(true);
});

test('other staging systems keep their own words', async () => {
  expect(await feed.column(`select value_text from observation where family = 'other-group' order by 1`)).toEqual(
    expect.arrayContaining(['Binet Stage B', 'ISS Stage II Plasma Cell Myeloma', 'IIIE']),
  );
});

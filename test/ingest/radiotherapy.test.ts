import { afterAll, beforeAll, expect, test } from 'vitest';
import { ABOUT_ROSA, coded, counts, NOTHING_CHANGED, openFeed, rosaWith, type Feed } from './feed.ts';

let feed: Feed;
beforeAll(async () => {
  feed = await openFeed();
});
afterAll(() => feed.close());

const CANCER = {
  resourceType: 'Condition',
  id: 'cancer',
  ...ABOUT_ROSA,
  code: coded('http://hl7.org/fhir/sid/icd-10-cm', 'C50.911'),
};
const fraction = (day: string, more: object = {}) => ({
  resourceType: 'Procedure',
  id: `rt-${day}`,
  status: 'completed',
  ...ABOUT_ROSA,
  code: { text: 'Radiotherapy Course of Treatment (regime/therapy)' },
  performedPeriod: { start: `${day}T09:00:00-07:00`, end: `${day}T09:20:00-07:00` },
  reasonReference: [{ reference: 'Condition/cancer' }],
  ...more,
});
const courses = () =>
  feed.rows(
    `select id, sessions, started_on::text, ended_on::text, status from procedure where kind = 'radiation' order by started_on`,
  );

test('fractions that come over weeks are one course, counted right', async () => {
  await feed.import(rosaWith(CANCER, fraction('2022-06-19'), fraction('2022-06-20')));
  const [first] = await courses();
  expect(first).toMatchObject({ sessions: 2, started_on: '2022-06-19', ended_on: '2022-06-20' });
  const all = rosaWith(CANCER, ...['2022-06-18', '2022-06-20', '2022-06-21'].map((day) => fraction(day)));
  await feed.import(all);
  expect(await courses()).toEqual([{ ...first, sessions: 4, started_on: '2022-06-18', ended_on: '2022-06-21' }]);
  expect(counts(await feed.import(all))).toMatchObject(NOTHING_CHANGED);
});

test('a fraction that was not given does not count; one that was taken back goes', async () => {
  await feed.import(
    rosaWith(
      CANCER,
      fraction('2022-06-18', { status: 'not-done' }),
      fraction('2022-06-21', { status: 'entered-in-error' }),
    ),
  );
  expect(await courses()).toMatchObject([{ sessions: 2, started_on: '2022-06-19', ended_on: '2022-06-20' }]);
});

test('another course much later is another, and goes when its fractions go', async () => {
  await feed.import(rosaWith(CANCER, fraction('2023-01-10')));
  expect(await courses()).toMatchObject([{ sessions: 2 }, { sessions: 1 }]);
  await feed.import(rosaWith(CANCER, fraction('2023-01-10', { status: 'entered-in-error' })));
  expect(await courses()).toMatchObject([{ sessions: 2 }]);
});

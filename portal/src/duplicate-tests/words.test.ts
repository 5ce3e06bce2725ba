import { describe, expect, it } from 'vitest';
import type { Check } from '#portal/duplicate-tests/check.query.ts';
import { intervalWords, noteText, plannedWords, priorDay, seriesOf } from '#portal/duplicate-tests/words.ts';

const check: Check = {
  verdict: 'DUPLICATE',
  family: { key: 'hba1c', name: 'Hemoglobin A1c' },
  reasons: [],
  priors: [
    {
      id: '1',
      name: 'A1c',
      at: '2026-11-02T10:00:00Z',
      precision: 'DAY',
      text: '6.2 %',
      flag: 'HIGH',
      status: 'final',
      institution: 'Centre',
      link: '/patients/1/tests',
    },
  ],
  trend: null,
  planned: [],
  nextDueOn: '2027-02-02',
  interval: { least: 'P3M', source: 'CMS 190.21', year: 2026, confidence: 'A', note: null },
  notKnown: [],
  nearest: [],
};

describe('words of a check', () => {
  it('say when it is due and by what source', () => {
    const source = 'CMS 190.21 (2026; read in the source).';
    expect(intervalWords(check, '2027-02-01')).toBe(`Next due 2 Feb 2027. ${source}`);
    expect(intervalWords(check, '2027-02-02')).toBe(`Due since 2 Feb 2027. ${source}`);
    expect(intervalWords({ ...check, nextDueOn: null }, '2027-02-01')).toBe(source);
    expect(intervalWords({ ...check, interval: null }, '2027-02-01')).toBeNull();
  });

  it('say what is ordered, booked or planned, and for when', () => {
    const planned = { id: '1', name: 'CEA', opensOn: null, on: null, by: null };
    expect(plannedWords({ ...planned, kind: 'ORDER' })).toBe('Ordered: CEA');
    expect(plannedWords({ ...planned, kind: 'APPOINTMENT', on: '2026-12-12' })).toBe('Booked: CEA, 12 Dec 2026');
    expect(plannedWords({ ...planned, kind: 'SURVEILLANCE', opensOn: '2027-03-03', on: '2027-04-03' })).toBe(
      'In the follow-up plan: CEA, due 3 Mar 2027 to 3 Apr 2027',
    );
  });

  it('make a note of the earlier results', () => {
    const [a1c] = check.priors;
    const undated = { ...a1c!, id: '2', name: 'HbA1c', at: null, text: '', flag: null, institution: 'Clinic' };
    const older = { ...a1c!, id: '3', text: '7 %' };
    expect(noteText({ ...check, priors: [a1c!, undated, older] }, 'America/Phoenix')).toBe(
      'Hemoglobin A1c: not repeated, earlier result used\nA1c: 6.2 % (high), 2 Nov 2026, Centre\nHbA1c: no value sent, date not recorded, Clinic',
    );
  });

  it('say no more of a day than the source knew', () => {
    const at = '2026-10-01T12:00:00Z';
    expect([priorDay({ at, precision: 'MONTH' }, 'UTC'), priorDay({ at, precision: 'YEAR' }, 'UTC')]).toEqual([
      'Oct 2026',
      '2026',
    ]);
  });

  it('draw a trend of two results and more', () => {
    const point = { id: '1', at: '2026-10-01T12:00:00Z', value: 6.25, flag: null };
    const trend = { unit: '%', referenceLow: 4, referenceHigh: 6, leftOut: 0, points: [point] };
    expect(seriesOf({ ...check, trend })).toBeNull();
    const two = seriesOf({ ...check, trend: { ...trend, points: [point, { ...point, id: '2', value: 6.5 }] } });
    expect(two).toMatchObject({ name: 'Hemoglobin A1c', unit: '%', latest: { id: '2', text: '6.5' } });
  });
});

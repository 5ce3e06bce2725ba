// What a physician reads about the last result: the verdict, the whole sentence, the next due day. Today is 22 November 2026.
import { describe, expect, it } from 'vitest';
import { ask, done, history, NOW, resultsIn, verdictOf } from '#test/duplicate-tests/histories.ts';
import { dayIn } from './calendar.ts';
import { catalogueOf, OWN_CATALOGUE } from './catalogue.ts';
import type { Interval, Situation } from './family.ts';
import type { History, PastTest } from './history.ts';
import { judge } from './judge.ts';

/** name | asked for | results | verdict | sentence | next due */
const SENTENCES = `
never done | ferritin | | not-duplicate | No Ferritin is recorded.
within the interval | ferritin | ferritin @20 | duplicate | Ferritin was done 20 days before; the minimum interval is 1 year. | 2027-11-02
yesterday | ferritin | ferritin @1 | duplicate | Ferritin was done 1 day before; the minimum interval is 1 year. | 2027-11-21
the same day | ferritin | ferritin @0 | duplicate | Ferritin was done the same day; the minimum interval is 1 year. | 2027-11-22
after the interval | ferritin | ferritin @366 | not-duplicate | The last Ferritin was 366 days before, longer than the interval of 1 year. | 2026-11-21
in the range of an interval | a1c | hba1c @120 | probable-duplicate | Hemoglobin A1c was done 120 days before; the interval is 3 months to 6 months. | 2027-01-25
after the range | a1c | hba1c @200 | not-duplicate | The last Hemoglobin A1c was 200 days before, longer than the interval of 3 months. | 2026-11-06
of a schedule | mammogram | mammogram @200 | probable-duplicate | Mammography was done 200 days before; it is scheduled every 1 year. | 2027-05-06
no minimum published, lately | sodium | sodium @10 | probable-duplicate | Sodium was done 10 days before; no minimum is published.
no minimum published, long ago | sodium | sodium @91 | not-duplicate | The last Sodium was 91 days before; no minimum is published.
judged by nobody | ferritin | ferritin @20 flag=null | probable-duplicate | Ferritin was done 20 days before; the minimum interval is 1 year; nobody judged it normal or abnormal. | 2027-11-02
judged by nobody, in the range | a1c | hba1c @120 flag=null | probable-duplicate | Hemoglobin A1c was done 120 days before; the interval is 3 months to 6 months; nobody judged it normal or abnormal. | 2027-01-25
judged by nobody, no minimum | CT chest | ct-chest @30 flag=null | probable-duplicate | CT chest was done 30 days before; no minimum is published; nobody judged it normal or abnormal.
in a unit that nobody reads | ferritin | ferritin @20 flag=null unit=banana | probable-duplicate | Ferritin was done 20 days before; the minimum interval is 1 year; its unit “banana” cannot be read, so nobody can say whether it was normal. | 2027-11-02
in a unit that is read, judged by nobody | ferritin | ferritin @20 flag=null unit=ng/mL ucum=ng/mL | probable-duplicate | Ferritin was done 20 days before; the minimum interval is 1 year; nobody judged it normal or abnormal. | 2027-11-02
judged, in a unit that nobody reads | ferritin | ferritin @20 unit=banana | duplicate | Ferritin was done 20 days before; the minimum interval is 1 year. | 2027-11-02
of a month, all of it within | a1c | hba1c @2026-11 | probable-duplicate | Hemoglobin A1c was done in Nov 2026; the minimum interval is 3 months. | 2027-05-01
of a month, partly within | ca 125 | ca-125 @2026-10 | unknown | The last CA 125 is dated Oct 2026 only, so it may lie within 1 month. | 2026-11-01
of a month, partly within, judged by nobody | ca 125 | ca-125 @2026-10 flag=null | unknown | The last CA 125 is dated Oct 2026 only, so it may lie within 1 month; nobody judged it normal or abnormal. | 2026-11-01
of a year, partly within | ferritin | ferritin @2025 | unknown | The last Ferritin is dated 2025 only, so it may lie within 1 year. | 2026-01-01
of a year, before it | ferritin | ferritin @2024 | not-duplicate | The last Ferritin was in 2024, longer than the interval of 1 year. | 2025-01-01
of no known status | ferritin | ferritin @20 status=unknown | probable-duplicate | Ferritin was done 20 days before; the minimum interval is 1 year. | 2027-11-02
still to come | ferritin | ferritin @2 status=registered | probable-duplicate | Ferritin of 20 Nov 2026 has no final result yet.
still to come after ninety days | ferritin | ferritin @90 status=registered text= | probable-duplicate | Ferritin of 24 Aug 2026 has no final result yet.
asked for and forgotten | ferritin | ferritin @91 status=registered text= | not-duplicate | No Ferritin is recorded.
preliminary for long, but with a value | ferritin | ferritin @91 status=preliminary | probable-duplicate | Ferritin was done 91 days before; the minimum interval is 1 year. | 2027-08-23
abnormal | ferritin | ferritin @20 flag=low | not-duplicate | The last Ferritin (2 Nov 2026) was abnormal.
abnormal, of a month | ferritin | ferritin @2026-10 flag=critical-high | not-duplicate | The last Ferritin (Oct 2026) was abnormal.
without an answer | potassium | potassium @1 flag=null text=hemolyzed | not-duplicate | The last Potassium (21 Nov 2026) did not give an answer.
without an answer, and normal on the same day | potassium | potassium @1 flag=null text=hemolyzed; potassium @1 | probable-duplicate | Potassium was done 1 day before; no minimum is published.
without an answer, beside one that nobody judged | potassium | potassium @1 flag=null; potassium @1 flag=null text=hemolyzed | not-duplicate | The last Potassium (21 Nov 2026) did not give an answer.
abnormal and normal on one day | ferritin | ferritin @20; ferritin @20 flag=high | not-duplicate | The last Ferritin (2 Nov 2026) was abnormal.
abnormal the day before a normal one | ferritin | ferritin @21 flag=high; ferritin @20 | duplicate | Ferritin was done 20 days before; the minimum interval is 1 year. | 2027-11-02
cancelled | ferritin | ferritin @20 status=cancelled | not-duplicate | No Ferritin is recorded.
entered in error | ferritin | ferritin @20 status=entered-in-error | not-duplicate | No Ferritin is recorded.
without a date | ferritin | ferritin @- | unknown | Ferritin is recorded without a date.
without a date, and of the other side | X-ray left knee | xray-knee @- laterality=right | not-duplicate | The last X-ray knee was of another side or with another use of contrast.
dated tomorrow | ferritin | ferritin @-1 | unknown | Ferritin is recorded for 23 Nov 2026, after the day of the order.
dated tomorrow, of the other side | X-ray left knee | xray-knee @-1 laterality=right | not-duplicate | No X-ray knee is recorded.
of the other side | X-ray left knee | xray-knee @5 laterality=right | not-duplicate | The last X-ray knee was of another side or with another use of contrast.
of the other side, not yet reported | X-ray left knee | xray-knee @5 laterality=right status=registered | not-duplicate | No X-ray knee is recorded.
of a stay in hospital | alt | alt @5 inpatient=yes | not-duplicate | The last ALT was taken during a stay in hospital.
the newest of several that do not answer | X-ray left knee | xray-knee @9 inpatient=yes; xray-knee @5 laterality=right | not-duplicate | The last X-ray knee was of another side or with another use of contrast.
of a side that is not said | X-ray left knee | xray-knee @5 flag=null | probable-duplicate | X-ray knee was done 5 days before; no minimum is published; nobody judged it normal or abnormal.
`;

const told = (query: string, tests: PastTest[], situation: Situation = 'routine', more: Partial<History> = {}) => {
  const { verdict, reasons, nextDue } = verdictOf(query, tests, situation, more);
  return [verdict, reasons, nextDue && dayIn(nextDue, 'UTC')];
};

describe('the sentence about the last result', () => {
  const cases = SENTENCES.trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  it.each(cases)('%s', (_name, query = '', results = '', verdict = '', sentence = '', nextDue?: string) => {
    expect(told(query, resultsIn(results))).toEqual([verdict, [sentence], nextDue]);
  });

  it.each<[string, string, PastTest[], Situation, string, string, string?]>([
    [
      'a new symptom',
      'ferritin',
      done('ferritin', 20),
      'new-symptom',
      'not-duplicate',
      'A new symptom is a reason to test again.',
    ],
    ['oncology asks', 'cea', done('cea', 20), 'requested-by-oncology', 'not-duplicate', 'Oncology asks for it.'],
    [
      'a change, inside that interval',
      'tsh',
      done('tsh', 40),
      'after-treatment-change',
      'duplicate',
      'TSH was done 40 days before; the minimum interval is 2 months.',
      '2026-12-13',
    ],
    [
      'a change, nothing published',
      'cea',
      done('cea', 20),
      'after-treatment-change',
      'not-duplicate',
      'No minimum is published after a change of treatment; the last CEA was 20 days before.',
    ],
    [
      'a change, nothing published, the same day',
      'cea',
      done('cea', 0),
      'after-treatment-change',
      'probable-duplicate',
      'CEA was done the same day.',
    ],
    [
      'in hospital, nothing published',
      'sodium',
      done('sodium', 1),
      'inpatient',
      'not-duplicate',
      'No minimum is published for patients in hospital; the last Sodium was 1 day before.',
    ],
    [
      'in hospital, within hours',
      'crp',
      done('crp', 0, { inpatient: true }),
      'inpatient',
      'duplicate',
      'C-reactive protein was done the same day; the minimum interval is 24 hours.',
      '2026-11-23',
    ],
  ])('%s', (_name, query, tests, situation, verdict, sentence, nextDue) => {
    expect(told(query, tests, situation)).toEqual([verdict, [sentence], nextDue]);
  });

  it('goes by the shorter interval while a cancer drug is given, where one is published', () => {
    const given = { onCancerDrugs: true };
    expect(told('wbc', done('leukocytes', 0), 'routine', given)).toEqual([
      'duplicate',
      ['Leukocytes was done the same day; the minimum interval is 1 day.'],
      '2026-11-23',
    ]);
    expect(told('wbc', done('leukocytes', 3), 'routine', given)).toEqual([
      'not-duplicate',
      ['The last Leukocytes was 3 days before, longer than the interval of 1 day.'],
      '2026-11-20',
    ]);
    expect(told('ferritin', done('ferritin', 20), 'routine', given)[0]).toBe('duplicate');
  });

  it('needs no pause from a centre that publishes none', () => {
    const [own] = OWN_CATALOGUE.families.get('ferritin') ? [OWN_CATALOGUE.families.get('ferritin')!] : [];
    const interval: Interval = { situation: 'routine', least: null, source: 'centre', year: 2026, confidence: 'C' };
    const catalogue = catalogueOf([{ ...own!, intervals: [interval] }]);
    const { verdict, nextDue } = judge(ask('ferritin'), history(done('ferritin', 0)), catalogue, NOW);
    expect([verdict, nextDue]).toEqual(['not-duplicate', undefined]);
  });
});

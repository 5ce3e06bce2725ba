// What a line says of itself, as a physician reads it.
import { describe, expect, it } from 'vitest';
import { beam, cancer, done, drug, PEOPLE, planInput, somebody } from '#test/survivorship/people.ts';
import { buildPlan, type PlanInput } from './build-plan.ts';
import { doneInWords, dueInWords, whatInWords } from './paper/words.ts';

function line(key: string, { today = '2026-11-22', ...more }: Partial<PlanInput> & { today?: string }) {
  const { lines } = buildPlan(planInput(today, { facts: PEOPLE['breast']!, ...more }));
  return lines.find((one) => one.key === key)!;
}

describe('what is recorded nowhere', () => {
  const tetanus = line('vaccine-tetanus', {});
  it('is not told as overdue: primary care looks into its own record', () => {
    expect([tetanus.state, tetanus.neverRecorded]).toEqual(['due', true]);
    expect(dueInWords(tetanus)).toBe('due by 22 Feb 2027');
    expect(doneInWords(tetanus)).toBe('not recorded as done: check your own record');
    expect(tetanus.reason).toBe('');
  });

  it('is no matter before its time', () => {
    const young = line('screen-colorectal', { facts: PEOPLE['breast, born 1987']! });
    expect([young.state, young.neverRecorded]).toEqual(['not-yet-due', false]);
  });

  it('is overdue when three months have passed since a signed plan asked for it', () => {
    const asked = [{ key: 'vaccine-tetanus', owner: 'primary-care', askedOn: '2026-08-01' }] as const;
    const late = line('vaccine-tetanus', { asked });
    expect(dueInWords(late)).toBe('OVERDUE since 1 Nov 2026');
    expect(late.neverRecorded).toBe(true);
  });

  it('is asked anew of somebody else who is to do it', () => {
    const asked = [{ key: 'vaccine-tetanus', owner: 'patient', askedOn: '2025-08-01' }] as const;
    expect(line('vaccine-tetanus', { asked }).askedOn).toBe('2026-11-22');
  });

  it('by oncology, which knows its own work, is overdue', () => {
    const visit = line('breast-visit', {});
    expect([visit.state, visit.neverRecorded, visit.askedOn]).toEqual(['overdue', false, null]);
    expect(doneInWords(visit)).toBe('not recorded');
    const given = line('breast-visit', { decisions: [{ key: 'breast-visit', owner: 'primary-care' }] });
    expect([given.state, given.neverRecorded]).toEqual(['due', true]);
  });

  it('by a day that the oncologist chose holds to that day while it is still to come', () => {
    const due = { by: '2026-12-24', chosenOn: '2026-11-22' };
    expect(line('vaccine-tetanus', { decisions: [{ key: 'vaccine-tetanus', due }] }).nextDue).toBe('2026-12-24');
  });
});

it('what the record does not tell to be for this patient is not told as if it were', () => {
  const confirm = line('tobacco', { facts: somebody({ diagnoses: [cancer('breast')], smoked: null }) });
  expect(whatInWords(confirm)).toBe('Help to stop tobacco (confirm that it applies)');
  expect(confirm.reason).toBe('Confirm that it applies: smoking is not recorded.');
  expect(whatInWords(line('distress', {}))).not.toContain('confirm');
});

it('what was done is told once, and not again among the reasons', () => {
  const visit = line('breast-visit', { history: [done('visit:oncology 2026-05-04')] });
  expect(doneInWords(visit)).toMatch(/^4 May 2026, /);
  expect(visit.reason).toBe('Because: curative treatment.');
});

it('a series that is over names its last day in words', () => {
  expect(line('colorectal-ct', { facts: PEOPLE['colorectal']!, today: '2027-08-01' }).reason).toBe(
    'Because: curative treatment. The series ended on 31 Jul 2027.',
  );
});

describe('why a line is there', () => {
  it('names each fact once, however many conditions it fulfils', () => {
    const facts = somebody({
      diagnoses: [cancer('breast')],
      birthDate: '1955-01-01',
      systemic: [drug('doxorubicin', 300)],
      radiation: [beam('Left breast', 50, '2024-01-31'), beam('Left breast', 50, '2024-01-31')],
    });
    expect(line('heart-echocardiogram', { facts }).reason).toMatch(
      /^Because: doxorubicin 300 mg\/m² in all; radiation to Left breast, 50 Gy; doxorubicin; age 69 at treatment\.$/,
    );
  });
});

describe('how often, as a number', () => {
  it.each([
    ['breast-visit', '2025-06-01', { least: 3, most: 6, unit: 'month' }],
    ['breast-visit', '2028-06-01', { least: 6, most: 12, unit: 'month' }],
    ['breast-visit', '2031-06-01', { least: 1, most: 1, unit: 'year' }],
    ['vaccine-tetanus', '2025-06-01', { least: 10, most: 10, unit: 'year' }],
    ['vaccine-influenza', '2025-06-01', { least: 1, most: 1, unit: 'season' }],
    ['vaccine-pneumococcal', '2025-06-01', null],
    ['distress', '2025-06-01', null],
  ])('%s on %s', (key, today, every) => {
    const before = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
    expect(line(key, { today, history: [done(`visit:oncology ${before}`)] }).every).toEqual(every);
  });

  it('is as chosen by hand, also of what goes by the season', () => {
    const decisions = [{ key: 'vaccine-influenza', everyMonths: { least: 6, most: 6 } }];
    const chosen = line('vaccine-influenza', { decisions, history: [done('vaccine:influenza 2026-10-01')] });
    expect([chosen.every, chosen.interval, chosen.nextDue]).toEqual([
      { least: 6, most: 6, unit: 'month' },
      'every 6 months',
      '2027-04-01',
    ]);
  });

  it('of a season is told in words too', () => {
    expect(line('vaccine-influenza', {}).interval).toBe('each season, 1 Sep to 31 Mar');
  });
});

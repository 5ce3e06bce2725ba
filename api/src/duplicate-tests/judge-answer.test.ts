// What else an answer holds: panels and their parts, what is not known, what cannot be judged. Today is 22 November 2026.
import { describe, expect, it } from 'vitest';
import { ask, daysAgo, done, history, NOW, verdictOf } from '#test/duplicate-tests/histories.ts';
import { dayIn } from './calendar.ts';
import { OWN_CATALOGUE } from './catalogue.ts';
import type { PastTest } from './history.ts';
import { judge } from './judge.ts';

describe('a panel', () => {
  const LFT = 'alt ast alkaline-phosphatase bilirubin albumin';
  it('gives each reason once, and tells each part', () => {
    const { verdict, reasons, parts, interval } = verdictOf('lft', done(LFT, 10));
    expect([verdict, reasons]).toEqual([
      'duplicate',
      ['ALT', 'AST', 'Alkaline phosphatase', 'Bilirubin, total', 'Albumin'].map(
        (name) => `${name} was done 10 days before; the minimum interval is 1 month.`,
      ),
    ]);
    expect(parts.map(({ family, verdict: one }) => [family.key, one])).toEqual(
      LFT.split(' ').map((key) => [key, 'duplicate']),
    );
    expect(interval?.source).toBe('RCPath, National minimum retesting intervals in pathology, G147');
  });

  it('of which a part is missing says which were done', () => {
    expect(verdictOf('lft', done('alt ast', 10)).reasons).toEqual([
      'Of Liver function these parts were done recently: ALT, AST.',
      'No Alkaline phosphatase is recorded.',
      'No Bilirubin, total is recorded.',
      'No Albumin is recorded.',
    ]);
    expect(verdictOf('lft', []).reasons).toHaveLength(5);
  });

  it('is only as sure as its least sure part', () => {
    const rest = 'ast alkaline-phosphatase bilirubin albumin';
    const with1 = (more: Partial<PastTest>) => verdictOf('lft', [...done(rest, 10), ...done('alt', 10, more)]);
    expect([with1({ flag: null }).verdict, with1({ flag: null }).reasons]).toEqual([
      'probable-duplicate',
      ['ALT was done 10 days before; the minimum interval is 1 month; nobody judged it normal or abnormal.'],
    ]);
    expect([with1({ at: undefined }).verdict, with1({ at: undefined }).reasons]).toEqual([
      'unknown',
      ['ALT is recorded without a date.'],
    ]);
    expect(verdictOf('lft', [...done('ast', 10), ...done('alt', undefined)]).verdict).toBe('not-duplicate');
    expect(with1({ at: daysAgo(40) }).verdict).toBe('probable-duplicate');
  });

  it('counts a part that was probably done among those that were', () => {
    expect(verdictOf('lft', done('alt', 10, { flag: null })).reasons[0]).toBe(
      'Of Liver function these parts were done recently: ALT.',
    );
  });

  it('tells the interval of the part that decides, else of another that has one', () => {
    const cmp = OWN_CATALOGUE.families
      .get('cmp')!
      .parts.filter((part) => part !== 'calcium')
      .join(' ');
    const decided = verdictOf('cmp', [...done(cmp, 2), ...done('calcium', 100)]);
    expect([decided.verdict, decided.interval?.least]).toEqual(['not-duplicate', 'P3M']);
    expect(verdictOf('lft', done('ast', 10)).interval?.least).toBe('P1M');
  });

  it('answers with a report of several tests for each of them', () => {
    const report = done('alt', 10, { families: ['alt', 'ferritin'] });
    expect(verdictOf('alt', report).priors).toEqual(report);
  });

  it('is due when its first part is', () => {
    const { nextDue } = verdictOf('lft', [
      ...done('alt', 3),
      ...done('ast alkaline-phosphatase bilirubin albumin', 10),
    ]);
    expect(nextDue && dayIn(nextDue, 'UTC')).toBe('2027-02-12');
  });

  it('is not put off by a part of it when another is asked for', () => {
    const parts = done('ast alkaline-phosphatase bilirubin albumin', 10);
    expect(verdictOf('lft', [...parts, ...done('alt', 3, { flag: 'high' })]).nextDue).toBeUndefined();
    const due = verdictOf('lft', [...parts, ...done('alt', 100)]).nextDue;
    expect(due && dayIn(due, 'UTC')).toBe('2026-11-14');
  });

  it('of a single test has no part beside itself, and a trend; of several none', () => {
    expect(verdictOf('alt', done('alt', 10)).trend?.points).toHaveLength(1);
    expect(verdictOf('lft', done(LFT, 10)).trend).toBeUndefined();
  });
});

describe('what an answer holds', () => {
  it('no other tests to choose from when the test is known', () => {
    expect(verdictOf('alt', []).nearest).toEqual([]);
    expect(verdictOf('', []).nearest).toEqual([]);
  });

  it('the ten newest results, newest first, and none that were never done', () => {
    const tests = [
      ...Array.from({ length: 12 }, (_, index) => done('cea', 20 + index)).flat(),
      ...done('cea', 5, { status: 'entered-in-error' }),
      ...done('alt', 1),
    ];
    expect(verdictOf('cea', tests.toReversed()).priors).toEqual(tests.slice(0, 10));
  });

  it.each([
    ['without a date', done('xray-knee', undefined, { laterality: 'left' })],
    ['of tomorrow', done('xray-knee', -1, { laterality: 'left' })],
    ['of the other side', done('xray-knee', 5, { laterality: 'right' })],
  ])('the one result %s with its part', (_, tests) => {
    expect(verdictOf('X-ray left knee', tests).parts[0]?.prior).toBe(tests[0]);
  });

  it('the result that decided before the newest, and room for each part of a panel', () => {
    const parts =
      'glucose urea-nitrogen creatinine calcium sodium potassium chloride carbon-dioxide protein albumin bilirubin alkaline-phosphatase alt ast';
    const abnormal = done('ast', 9, { flag: 'high' });
    const { priors } = verdictOf('cmp', [...done(parts.replace(' ast', ''), 3), ...abnormal]);
    expect([priors[0], priors.length]).toEqual([abnormal[0], 14]);
  });

  it('what is not known, in words', () => {
    const always = [
      'Tests and orders elsewhere, which no feed sends, are not visible.',
      'Restricted information may exist for any patient; what is not open to you is not part of this answer.',
    ];
    expect(verdictOf('cea', []).notKnown).toEqual(always);
    expect(verdictOf('cea', [], 'routine', { seesOrders: false, seesPlans: false }).notKnown).toEqual([
      ...always,
      'Orders at the cancer centre are not open to you.',
      'Not all plans of the cancer centre are open to you.',
    ]);
  });

  it.each([
    ['sodium and potassium', 'These words fit several tests; choose one.', ['sodium', 'potassium']],
    [
      'creatinin',
      'This test is not in the list of test families; choose one of the nearest, or order without a check.',
      ['creatinine'],
    ],
    ['§', 'This test is not in the list of test families; ask by another name, or order without a check.', []],
  ])('nothing but a question where %s is asked for', (text, reason, nearest) => {
    const answer = verdictOf(text, done('sodium potassium creatinine', 1));
    expect(answer).toMatchObject({
      verdict: 'unknown',
      family: undefined,
      reasons: [reason],
      parts: [],
      priors: [],
      planned: [],
    });
    expect(answer.nearest.map(({ key }) => key)).toEqual(expect.arrayContaining(nearest));
  });

  it('no judgement of a day that lies ahead, nor of no day', () => {
    for (const on of [daysAgo(-1), new Date(Number.NaN)]) {
      const answer = judge({ ...ask('cea'), on }, history(done('cea', 2)), OWN_CATALOGUE, NOW);
      expect(answer).toMatchObject({ verdict: 'unknown', family: { key: 'cea' }, parts: [], priors: [], nearest: [] });
      expect(answer.reasons).toEqual(['The day lies in the future; ask again on the day of ordering.']);
    }
    expect(judge(ask('cea'), history(done('cea', 2)), OWN_CATALOGUE, NOW).verdict).toBe('duplicate');
  });

  it('what the question says of side and contrast before what its words imply', () => {
    const tests = done('ct-head', 5, { flag: 'normal', contrast: 'with' });
    const asked = (more: object) =>
      judge({ ...ask('CT head without contrast'), ...more }, history(tests), OWN_CATALOGUE, NOW).verdict;
    expect([asked({}), asked({ contrast: 'with' })]).toEqual(['not-duplicate', 'probable-duplicate']);
    const knee = done('xray-knee', 5, { flag: 'normal', laterality: 'left' });
    const of2 = (more: object) =>
      judge({ ...ask('X-ray right knee'), ...more }, history(knee), OWN_CATALOGUE, NOW).verdict;
    expect([of2({}), of2({ laterality: 'left' })]).toEqual(['not-duplicate', 'probable-duplicate']);
  });
});

// What is ordered, booked or planned, and the sentence that a physician reads about it. Today is 22 November 2026.
import { describe, expect, it } from 'vitest';
import { daysAgo, done, order, surveillance, verdictOf } from '#test/duplicate-tests/histories.ts';
import { momentOfDay } from './calendar.ts';
import type { PastTest, PlannedTest } from './history.ts';

const plan = (family: string, on: Date | undefined, more: Partial<PlannedTest> = {}) =>
  order(family, { kind: 'plan', on, orderedAt: undefined, ...more });
const booking = (family: string, on: Date, more: Partial<PlannedTest> = {}) =>
  order(family, { kind: 'appointment', on, orderedAt: undefined, by: 'Imaging West', ...more });
const NONE = 'No CT chest is recorded.';

describe('an order or a booking', () => {
  it.each<[string, PlannedTest, PastTest[], string, string]>([
    ['of two days ago', order('ct-chest'), [], 'probable-duplicate', 'CT chest is already ordered by Dr Oh.'],
    ['of nobody named', order('ct-chest', { by: null }), [], 'probable-duplicate', 'CT chest is already ordered.'],
    [
      'for a day',
      order('ct-chest', { on: momentOfDay('2026-12-03') }),
      [],
      'probable-duplicate',
      'CT chest is already ordered for 3 Dec 2026 by Dr Oh.',
    ],
    [
      'booked',
      booking('ct-chest', momentOfDay('2026-12-03')),
      [],
      'probable-duplicate',
      'CT chest is already booked for 3 Dec 2026 by Imaging West.',
    ],
    [
      'whose day passed thirty days ago without a result',
      booking('ct-chest', daysAgo(30)),
      [],
      'probable-duplicate',
      'CT chest is already booked for 23 Oct 2026 by Imaging West.',
    ],
    ['whose day passed longer ago', booking('ct-chest', daysAgo(31)), [], 'not-duplicate', NONE],
    [
      'of ninety days ago',
      order('ct-chest', { orderedAt: daysAgo(90) }),
      [],
      'probable-duplicate',
      'CT chest is already ordered by Dr Oh.',
    ],
    ['that was forgotten', order('ct-chest', { orderedAt: daysAgo(91) }), [], 'not-duplicate', NONE],
    [
      'without any day',
      order('ct-chest', { orderedAt: undefined }),
      [],
      'probable-duplicate',
      'CT chest is already ordered by Dr Oh.',
    ],
    ['from tomorrow', order('ct-chest', { orderedAt: daysAgo(-1) }), [], 'not-duplicate', NONE],
    [
      'that was answered',
      order('ct-chest', { orderedAt: daysAgo(110) }),
      done('ct-chest', 100, { flag: null }),
      'not-duplicate',
      'The last CT chest was 100 days before; no minimum is published.',
    ],
    [
      'that was answered the same moment',
      order('ct-chest', { orderedAt: daysAgo(100), on: daysAgo(10) }),
      done('ct-chest', 100, { flag: null }),
      'not-duplicate',
      'The last CT chest was 100 days before; no minimum is published.',
    ],
    [
      'booked and done',
      booking('ct-chest', daysAgo(100)),
      done('ct-chest', 99, { flag: null }),
      'not-duplicate',
      'The last CT chest was 99 days before; no minimum is published.',
    ],
    [
      'whose result is only preliminary',
      order('ct-chest', { orderedAt: daysAgo(3) }),
      done('ct-chest', 1, { flag: null, status: 'preliminary' }),
      'probable-duplicate',
      'CT chest is already ordered by Dr Oh.',
    ],
    [
      'after the last result',
      order('ct-chest', { orderedAt: daysAgo(3) }),
      done('ct-chest', 100, { flag: null }),
      'probable-duplicate',
      'CT chest is already ordered by Dr Oh.',
    ],
    ['of another test', order('ct-abdomen'), [], 'not-duplicate', NONE],
    ['revoked', order('ct-chest', { status: 'revoked' }), [], 'not-duplicate', NONE],
    ['fulfilled', order('ct-chest', { status: 'fulfilled' }), [], 'not-duplicate', NONE],
    [
      'of no known status',
      order('ct-chest', { status: null }),
      [],
      'probable-duplicate',
      'CT chest is already ordered by Dr Oh.',
    ],
    ['with another use of contrast', order('ct-chest', { contrast: 'without' }), [], 'not-duplicate', NONE],
    [
      'that leaves contrast unsaid',
      order('ct-chest', { contrast: undefined }),
      [],
      'probable-duplicate',
      'CT chest is already ordered by Dr Oh.',
    ],
  ])('%s', (_name, planned, tests, verdict, reason) => {
    const told = verdictOf('CT chest with contrast', tests, 'routine', { planned: [planned] });
    expect([told.verdict, told.reasons]).toEqual([verdict, [reason]]);
  });
});

describe('an order of what was done', () => {
  const ORDERED = 'CA 15-3 is already ordered by Dr Oh.';
  const DONE = 'CA 15-3 was done 9 days before; the minimum interval is 2 months.';
  it.each<[string, Partial<PastTest>, string, string]>([
    ['for certain', {}, 'duplicate', `${DONE} ${ORDERED}`],
    ['and judged by nobody', { flag: null }, 'probable-duplicate', ORDERED],
    ['and failed', { text: 'Hemolyzed' }, 'probable-duplicate', ORDERED],
    ['and was abnormal', { flag: 'high' }, 'probable-duplicate', ORDERED],
  ])('%s', (_, more, verdict, reason) => {
    const told = verdictOf('CA 15-3', done('ca-15-3', 9, more), 'routine', { planned: [order('ca-15-3')] });
    expect([told.verdict, told.reasons]).toEqual([verdict, [reason]]);
  });
});

describe('a plan', () => {
  const SAME = 'CEA was done 10 days before; the minimum interval is 2 months.';
  it.each<[string, PlannedTest, number | undefined, string, string]>([
    [
      'for the day after tomorrow',
      plan('cea', daysAgo(-2)),
      40,
      'not-duplicate',
      'A plan asks for CEA on 24 Nov 2026.',
    ],
    ['for a week from now', plan('cea', daysAgo(-7)), 40, 'not-duplicate', 'A plan asks for CEA on 29 Nov 2026.'],
    ['for longer from now', plan('cea', daysAgo(-8)), 10, 'duplicate', SAME],
    ['without a day', plan('cea', undefined), 10, 'duplicate', SAME],
    ['overdue', plan('cea', daysAgo(30)), 40, 'not-duplicate', 'A plan asks for CEA on 23 Oct 2026.'],
    [
      'that nothing has met',
      plan('cea', daysAgo(30)),
      undefined,
      'not-duplicate',
      'A plan asks for CEA on 23 Oct 2026.',
    ],
    ['met three days before its day', plan('cea', daysAgo(7)), 10, 'duplicate', SAME],
    ['met a week before its day', plan('cea', daysAgo(3)), 10, 'duplicate', SAME],
    [
      'not met eight days before its day',
      plan('cea', daysAgo(2)),
      10,
      'not-duplicate',
      'A plan asks for CEA on 20 Nov 2026.',
    ],
    ['met after its day', plan('cea', daysAgo(12)), 10, 'duplicate', SAME],
    ['completed', plan('cea', daysAgo(-2), { status: 'completed' }), 10, 'duplicate', SAME],
    [
      'of follow-up whose time has begun',
      surveillance('cea', 5, -60),
      70,
      'not-duplicate',
      'The follow-up plan asks for CEA from 17 Nov 2026 to 21 Jan 2027; responsible: cancer centre.',
    ],
    [
      'of follow-up whose time begins in a week',
      surveillance('cea', -7, -60),
      40,
      'not-duplicate',
      'The follow-up plan asks for CEA from 29 Nov 2026 to 21 Jan 2027; responsible: cancer centre.',
    ],
    [
      'of follow-up with nobody named',
      { ...surveillance('cea', 5, -60), by: null },
      70,
      'not-duplicate',
      'The follow-up plan asks for CEA from 17 Nov 2026 to 21 Jan 2027.',
    ],
    ['of follow-up whose time is not yet', surveillance('cea', -8, -60), 10, 'duplicate', SAME],
  ])('%s', (_name, planned, days, verdict, reason) => {
    const tests = days === undefined ? [] : done('cea', days);
    const told = verdictOf('cea', tests, 'routine', { planned: [planned] });
    expect([told.verdict, told.reasons]).toEqual([verdict, [reason]]);
    expect(told.parts[0]?.prior).toEqual(tests[0]);
  });

  it('of follow-up waits for a result of its own time that is still to come', () => {
    const told = verdictOf('cea', done('cea', 3, { status: 'registered' }), 'routine', {
      planned: [surveillance('cea', 5, -60)],
    });
    expect([told.verdict, told.reasons]).toEqual([
      'probable-duplicate',
      ['CEA of 19 Nov 2026 has no final result yet.'],
    ]);
  });

  it('is shown while it stands, with orders and bookings, whatever the verdict', () => {
    const standing = [plan('cea', daysAgo(-80)), order('cea'), booking('cea', daysAgo(60))];
    const gone = [order('cea', { status: 'completed' }), plan('cea', undefined, { status: 'cancelled' }), order('alt')];
    expect(verdictOf('cea', done('cea', 10), 'new-symptom', { planned: [...standing, ...gone] }).planned).toEqual(
      standing,
    );
  });
});

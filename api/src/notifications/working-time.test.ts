// R9: no due date is wrong by an hour or a day, whatever the zone and whenever the clocks change.
import { describe, expect, it } from 'vitest';
import { afterQuiet, afterWorkingDays, nextHour } from './working-time.ts';
import { instantOf, localTime } from './zoned-time.ts';

const at = (text: string) => new Date(text);
const iso = (date: Date) => date.toISOString().replace('.000Z', 'Z');

describe('three working days', () => {
  it.each([
    ['from Monday noon end on Thursday noon', '2026-11-23T19:00:00Z', 'America/Phoenix', '2026-11-26T19:00:00Z'],
    ['from Thursday end on Tuesday', '2026-11-19T16:30:00Z', 'America/Denver', '2026-11-24T16:30:00Z'],
    ['from Friday evening end on Wednesday evening', '2026-11-21T01:00:00Z', 'America/Denver', '2026-11-26T01:00:00Z'],
    ['from Saturday count from Monday morning', '2026-11-21T17:00:00Z', 'America/Denver', '2026-11-26T07:00:00Z'],
    ['from Sunday night count from Monday morning', '2026-11-23T06:30:00Z', 'America/Denver', '2026-11-26T07:00:00Z'],
    ['keep the hour when clocks are put back', '2026-10-30T16:00:00Z', 'America/Denver', '2026-11-04T17:00:00Z'],
    ['keep the hour when clocks are put forward', '2026-03-06T17:00:00Z', 'America/Denver', '2026-03-11T16:00:00Z'],
    ['keep it where clocks are left alone', '2026-10-30T16:00:00Z', 'America/Phoenix', '2026-11-04T16:00:00Z'],
    ['are those of the practice: Friday there', '2026-11-21T02:00:00Z', 'Pacific/Honolulu', '2026-11-26T02:00:00Z'],
    ['are those of the practice: Saturday there', '2026-11-21T02:00:00Z', 'Europe/Berlin', '2026-11-25T23:00:00Z'],
    ['run over the end of a year', '2026-12-30T17:00:00Z', 'America/Denver', '2027-01-04T17:00:00Z'],
    ['run over a leap day', '2028-02-28T17:00:00Z', 'America/Denver', '2028-03-02T17:00:00Z'],
  ])('%s', (_, from, zone, end) => expect(iso(afterWorkingDays(at(from), 3, zone))).toBe(end));

  it('never end on a weekend, and never early, at any hour of any day of a year', () => {
    for (const zone of ['America/Denver', 'America/Phoenix', 'America/Anchorage', 'Australia/Lord_Howe', 'UTC']) {
      for (let hour = 0; hour < 366 * 24; hour += 5) {
        const from = new Date(Date.UTC(2026, 0, 1, hour, 20));
        const end = afterWorkingDays(from, 3, zone);
        const days = (end.getTime() - from.getTime()) / 86_400_000;
        const local = localTime(end, zone);
        expect([0, 6]).not.toContain(new Date(Date.UTC(local.year, local.month - 1, local.day)).getUTCDay());
        expect(days).toBeGreaterThan(2.9);
        expect(days).toBeLessThan(5.1);
      }
    }
  });
});

describe('the next digest', () => {
  it.each([
    ['is today while the hour is to come', '2026-11-23T13:00:00Z', 7, 'America/Denver', '2026-11-23T14:00:00Z'],
    ['is tomorrow when it is that hour already', '2026-11-23T14:00:00Z', 7, 'America/Denver', '2026-11-24T14:00:00Z'],
    ['keeps its hour over the change of clocks', '2026-10-31T20:00:00Z', 7, 'America/Denver', '2026-11-01T14:00:00Z'],
    ['is the first of an hour that comes twice', '2026-11-01T05:00:00Z', 1, 'America/Denver', '2026-11-01T07:00:00Z'],
    ['is after an hour that does not come', '2026-03-08T05:00:00Z', 2, 'America/Denver', '2026-03-08T09:00:00Z'],
  ])('%s', (_, from, hour, zone, next) => expect(iso(nextHour(at(from), hour, zone))).toBe(next));
});

describe('quiet hours', () => {
  const night = { from: 20, until: 7 };
  it.each([
    ['let the day pass', '2026-11-23T19:00:00Z', night, '2026-11-23T19:00:00Z'],
    ['hold the evening back until morning', '2026-11-24T04:00:00Z', night, '2026-11-24T14:00:00Z'],
    ['hold the small hours back until morning', '2026-11-24T10:00:00Z', night, '2026-11-24T14:00:00Z'],
    ['end when they say', '2026-11-24T14:00:00Z', night, '2026-11-24T14:00:00Z'],
    ['may lie within a day', '2026-11-24T19:30:00Z', { from: 12, until: 13 }, '2026-11-24T20:00:00Z'],
    ['may be none', '2026-11-24T04:00:00Z', undefined, '2026-11-24T04:00:00Z'],
    ['of no length are none', '2026-11-24T04:00:00Z', { from: 7, until: 7 }, '2026-11-24T04:00:00Z'],
  ])('%s', (_, from, quiet, end) => expect(iso(afterQuiet(at(from), quiet, 'America/Denver'))).toBe(end));
});

describe('a practice that works on other days', () => {
  it.each([
    ['lets its own day off pass', [1, 2, 3, 4], '2026-11-19T16:00:00Z', '2026-11-23T16:00:00Z'],
    ['works on Sunday', [7, 1], '2026-11-22T16:00:00Z', '2026-11-23T16:00:00Z'],
    ['works on one day a week', [3], '2026-11-18T16:00:00Z', '2026-11-25T16:00:00Z'],
  ])('%s', (_, week, from, end) =>
    expect(iso(afterWorkingDays(at(from), 1, 'America/Denver', week))).toBe(iso(at(end))),
  );
});

it('a local time is the instant at which the clock shows it, at any hour of two years', () => {
  for (const zone of ['America/Denver', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Chatham', 'America/St_Johns']) {
    for (let hour = 0; hour < 2 * 365 * 24; hour += 3) {
      const from = new Date(Date.UTC(2026, 0, 1, hour, 40));
      const local = localTime(from, zone);
      expect(localTime(instantOf(local, zone), zone)).toEqual(local);
    }
  }
});

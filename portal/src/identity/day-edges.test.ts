import { expect, it } from 'vitest';
import { endOfDay, startOfDay, untilWords } from '#portal/identity/day-edges.ts';

it.each([
  ['2026-11-22', 'America/Phoenix', '2026-11-23T07:00:00.000Z'],
  ['2026-11-01', 'America/Chicago', '2026-11-02T06:00:00.000Z'],
  ['2026-03-08', 'America/Chicago', '2026-03-09T05:00:00.000Z'],
  ['2026-06-01', 'Asia/Kathmandu', '2026-06-01T18:15:00.000Z'],
  ['2026-06-01', 'Pacific/Kiritimati', '2026-06-01T10:00:00.000Z'],
  ['2026-06-01', 'UTC', '2026-06-02T00:00:00.000Z'],
])('%s in %s ends at %s', (day, zone, end) => {
  expect(endOfDay(day, zone)).toBe(end);
});

it.each([
  ['2026-11-22', 'America/Phoenix', '2026-11-22T07:00:00.000Z'],
  ['2026-11-02', 'America/Chicago', '2026-11-02T06:00:00.000Z'],
  ['2026-03-01', 'UTC', '2026-03-01T00:00:00.000Z'],
])('%s in %s begins at %s', (day, zone, start) => {
  expect(startOfDay(day, zone)).toBe(start);
});

it.each([
  ['2027-07-15T06:00:00+00:00', 'America/Denver', 'the end of 14 Jul 2027'],
  ['2027-07-15T00:00:00Z', 'UTC', 'the end of 14 Jul 2027'],
  ['2027-07-15T12:30:00Z', 'UTC', '15 Jul 2027, 12:30 UTC'],
])('until %s in %s is until %s', (instant, zone, words) => {
  expect(untilWords(instant, zone)).toBe(words);
});

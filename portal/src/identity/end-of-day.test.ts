import { expect, it } from 'vitest';
import { endOfDay } from '#portal/identity/end-of-day.ts';

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

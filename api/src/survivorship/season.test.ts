import { describe, expect, it } from 'vitest';
import { seasonAfter, seasonFrom } from './season.ts';

const WINTER = { opens: '09-01', closes: '03-31' };
const SUMMER = { opens: '04-01', closes: '09-30' };

describe('the season that is not over', () => {
  it.each([
    ['in January is the one that began last autumn', WINTER, '2026-01-15', '2025-09-01', '2026-03-31'],
    ['on its last day is still it', WINTER, '2026-03-31', '2025-09-01', '2026-03-31'],
    ['in spring is that of the coming autumn', WINTER, '2026-04-01', '2026-09-01', '2027-03-31'],
    ['within one year, before it', SUMMER, '2026-01-15', '2026-04-01', '2026-09-30'],
    ['within one year, on its last day', SUMMER, '2026-09-30', '2026-04-01', '2026-09-30'],
    ['within one year, after it', SUMMER, '2026-10-01', '2027-04-01', '2027-09-30'],
  ])('%s', (_, season, day, opens, closes) => expect(seasonFrom(season, day)).toEqual({ opens, closes }));
});

describe('the next season after a dose', () => {
  it.each([
    ['in the season', '2026-10-10', '2027-09-01'],
    ['in June, which was for the last', '2026-06-30', '2026-09-01'],
    ['two months before it opens, which is for that one', '2026-07-01', '2027-09-01'],
  ])('%s', (_, done, opens) => expect(seasonAfter(WINTER, done).opens).toBe(opens));
});

import { describe, expect, it } from 'vitest';
import { layOut } from '#portal/oncology/timeline-layout.ts';

const treatment = (id: string, startedOn: string | null, endedOn: string | null, status = 'completed') => ({
  id,
  startedOn,
  endedOn,
  status,
});
const today = '2026-11-21';

describe('the treatment timeline', () => {
  it('has nothing to draw when no treatment has a start', () => {
    expect(layOut([], today)).toBeNull();
    expect(layOut([treatment('a', null, '2026-01-01')], today)).toBeNull();
  });

  it('keeps everything, today included, inside the width', () => {
    const timeline = layOut(
      [treatment('a', '2024-03-19', '2024-03-19'), treatment('b', '2024-04-22', '2024-09-24')],
      today,
    );
    const places = timeline?.bars.flatMap(({ from, to }) => [from, to]) ?? [];
    expect(places.every((place) => place > 0 && place < 1)).toBe(true);
    expect(timeline?.today).toBeGreaterThan(Math.max(...places));
    expect(timeline?.today).toBeLessThan(1);
  });

  it('draws an operation as a mark and a course as a bar', () => {
    const timeline = layOut(
      [treatment('a', '2024-03-19', '2024-03-19'), treatment('b', '2024-04-22', '2025-09-24')],
      today,
    );
    expect(timeline?.bars.map(({ point }) => point)).toEqual([true, false]);
  });

  it('draws a course of five days within two years as a mark that can be seen', () => {
    const timeline = layOut(
      [treatment('a', '2025-01-01', '2026-01-01'), treatment('b', '2026-03-02', '2026-03-06')],
      today,
    );
    expect(timeline?.bars[1]?.point).toBe(true);
  });

  it('runs a treatment that is under way up to today, and marks it as open', () => {
    const timeline = layOut([treatment('a', '2025-02-10', null, 'under way')], today);
    expect(timeline?.bars[0]).toMatchObject({ open: true, point: false });
    expect(timeline?.bars[0]?.to).toBe(timeline?.today);
  });

  it('does not invent an end for a finished treatment whose end was not sent', () => {
    const timeline = layOut([treatment('a', '2025-02-10', null, 'completed')], today);
    expect(timeline?.bars[0]).toMatchObject({ open: false, point: true });
  });

  it('makes room for a planned end after today', () => {
    const timeline = layOut([treatment('a', '2026-10-01', '2027-03-01', 'active')], today);
    expect(timeline?.bars[0]?.to).toBeGreaterThan(timeline?.today ?? 1);
  });

  it('survives an end before its start', () => {
    const timeline = layOut([treatment('a', '2026-10-01', '2026-01-01')], today);
    expect(timeline?.bars[0]).toMatchObject({ point: true });
  });

  it.each([
    ['2025-02-10', ['Jul', '2026', 'Jul']],
    ['2023-01-10', ['2023', '2024', '2025', '2026', '2027']],
    ['2026-09-20', ['Oct 2026', 'Nov', 'Dec']],
    ['2004-01-10', ['2005', '2010', '2015', '2020', '2025']],
  ])('ticks from %s on say %j', (startedOn, labels) => {
    expect(layOut([treatment('a', startedOn, startedOn)], today)?.ticks.map(({ label }) => label)).toEqual(labels);
  });
});

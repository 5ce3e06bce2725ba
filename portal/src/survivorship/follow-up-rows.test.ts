import { describe, expect, it } from 'vitest';
import { followUpRows } from '#portal/survivorship/follow-up-rows.ts';
import { madeUpLine } from '#portal/survivorship/made-up-line.ts';

const now = Date.parse('2026-11-22T18:00:00Z');
const rows = (...lines: Parameters<typeof followUpRows>[0]) => followUpRows(lines, now, 'America/Phoenix');
const lastDone = {
  on: '2026-05-12',
  text: 'CEA 2.1 ng/mL',
  institution: 'Centre',
  source: { name: 'Centre', asOf: null },
};

describe('follow-up in a timeline', () => {
  it('draws what was done as a moment and what is due as its window', () => {
    const window = { opens: '2026-08-12', closes: '2026-11-12' };
    expect(rows(madeUpLine({ lastDone, window, nextDue: window.closes }))[0]?.parts).toEqual([
      {
        kind: 'DONE',
        placed: { id: 'line done', startedOn: '2026-05-12', endedOn: '2026-05-12', status: 'completed' },
      },
      { kind: 'DUE', placed: { id: 'line due', startedOn: '2026-08-12', endedOn: '2026-11-12', status: 'planned' } },
    ]);
  });
  it('tells what is due in ten years and does not draw it: it would squeeze the rest', () => {
    const [row] = rows(madeUpLine({ nextDue: '2036-01-01' }));
    expect(row?.parts).toEqual([]);
    expect(row?.when).toContain('1 Jan 2036');
  });
  it('leaves out what does not apply to this patient, whenever it was last done', () => {
    expect(rows(madeUpLine({ state: 'NOT_APPLICABLE', lastDone, nextDue: null }))).toEqual([]);
  });
  it('has no row for what has no day', () => {
    expect(rows(madeUpLine({ nextDue: null }))).toEqual([]);
  });
});

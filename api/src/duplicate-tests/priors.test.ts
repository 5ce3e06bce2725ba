import { describe, expect, it } from 'vitest';
import { daysAgo, done, order } from '#test/duplicate-tests/histories.ts';
import { isPending, newestFirst, sameSite, speaking, stillStands, wasDone, type Dated } from './priors.ts';
import type { Contrast, Laterality } from './words.ts';

const test = (more: Parameters<typeof done>[2] = {}, days = 2) => done('creatinine', days, more)[0] as Dated;

describe('a status', () => {
  it.each([
    ['final', 'done'],
    ['amended', 'done'],
    [null, 'done'],
    ['unknown', 'done'],
    ['preliminary', 'to come'],
    ['registered', 'to come'],
    ['partial', 'to come'],
    ['in-progress', 'to come'],
    ['on-hold', 'to come'],
    ['cancelled', 'never done'],
    ['entered-in-error', 'never done'],
    ['not-done', 'never done'],
    ['aborted', 'never done'],
    ['rejected', 'never done'],
  ])('%s of a test: %s', (status, said) => {
    const one = test({ status });
    expect(wasDone(one) ? (isPending(one) ? 'to come' : 'done') : 'never done').toBe(said);
  });

  it.each([
    ['active', true],
    ['on-hold', true],
    [null, true],
    ['draft', false],
    ['completed', false],
    ['fulfilled', false],
    ['noshow', false],
    ['revoked', false],
    ['cancelled', false],
    ['entered-in-error', false],
  ])('%s of an order: it stands: %s', (status, stands) => {
    expect(stillStands(order('creatinine', { status }))).toBe(stands);
  });
});

describe('what was done', () => {
  type Site = { laterality?: Laterality; contrast?: Contrast };
  const site = ({ laterality, contrast }: Site) => ({ laterality, contrast });
  it.each<[Site, Site, string]>([
    [{}, {}, 'same'],
    [{ laterality: 'left' }, { laterality: 'left' }, 'same'],
    [{ laterality: 'bilateral' }, { laterality: 'left' }, 'same'],
    [{ laterality: 'bilateral' }, {}, 'same'],
    [{ laterality: 'left' }, { laterality: 'right' }, 'differs'],
    [{ laterality: 'left' }, { laterality: 'bilateral' }, 'differs'],
    [{ laterality: 'left' }, {}, 'unclear'],
    [{}, { laterality: 'left' }, 'unclear'],
    [{ contrast: 'both' }, { contrast: 'with' }, 'same'],
    [{ contrast: 'with' }, { contrast: 'with' }, 'same'],
    [{ contrast: 'with' }, { contrast: 'without' }, 'differs'],
    [{ contrast: 'with' }, { contrast: 'both' }, 'differs'],
    [{ contrast: 'with' }, {}, 'unclear'],
    [{}, { contrast: 'without' }, 'unclear'],
    [{ laterality: 'left', contrast: 'with' }, { laterality: 'left' }, 'unclear'],
    [{ laterality: 'left', contrast: 'with' }, { contrast: 'with' }, 'unclear'],
    [{ laterality: 'left' }, { laterality: 'left', contrast: 'with' }, 'unclear'],
    [{ laterality: 'left', contrast: 'with' }, { laterality: 'right', contrast: 'with' }, 'differs'],
    [{ laterality: 'left', contrast: 'with' }, { laterality: 'left', contrast: 'without' }, 'differs'],
  ])('at %j answers for %j: %s', (was, wanted, said) => {
    expect(sameSite(site(was), site(wanted))).toBe(said);
  });

  it('is told newest first, the undated last, and always in the same order', () => {
    const [a, b] = [test({ id: 'a' }), test({ id: 'b' })];
    const old = test({ id: 'old', at: daysAgo(30) });
    const [undated] = done('creatinine', undefined, { id: 'undated' });
    const ids = [undated!, old, b, a].toSorted(newestFirst).map(({ id }) => id);
    expect(ids).toEqual(['a', 'b', 'old', 'undated']);
  });
});

describe('of the results of the latest day', () => {
  const said = (...newest: Dated[]) => speaking(newest, 'chemistry', 'UTC')?.id;
  const normal = test({ id: 'normal' });
  const unjudged = test({ id: 'unjudged', flag: null });
  const clotted = test({ id: 'clotted', flag: null, text: 'Clotted' });
  const high = test({ id: 'high', flag: 'high' });
  const before = test({ id: 'before', flag: 'high' }, 3);

  it('the abnormal one speaks, else a normal one, else one without an answer, else the newest', () => {
    expect(said(unjudged, normal, clotted, high)).toBe('high');
    expect(said(unjudged, clotted, normal)).toBe('normal');
    expect(said(unjudged, clotted)).toBe('clotted');
    expect(said(unjudged)).toBe('unjudged');
    expect(said()).toBeUndefined();
  });

  it('an earlier day says nothing', () => {
    expect(said(normal, before)).toBe('normal');
    expect(said(unjudged, before)).toBe('unjudged');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, formatSnapshot, includes, NOTHING, parseSnapshot, sees, type Snapshot } from './snapshot.ts';

const LIMIT = 40n;
const xid = fc.bigInt({ min: 1n, max: LIMIT });
const snapshot = fc
  .tuple(xid, fc.uniqueArray(xid))
  .map(([xmax, ids]): Snapshot => ({ xmax, running: new Set(ids.filter((id) => id < xmax)) }));
/** A snapshot and one taken later: what was running may have finished, and new transactions began. */
const pair = fc
  .tuple(snapshot, fc.bigInt({ min: 0n, max: 10n }), fc.func(fc.boolean()))
  .map(([earlier, more, stays]) => {
    const xmax = earlier.xmax + more;
    const running = new Set([...earlier.running].filter((id) => stays(id)));
    for (let id = earlier.xmax; id < xmax; id += 1n) if (stays(id)) running.add(id);
    return { earlier, later: { xmax, running } satisfies Snapshot };
  });
const seen = (of: Snapshot) => Array.from({ length: 60 }, (_, id) => BigInt(id + 1)).filter((id) => sees(of, id));

describe('a snapshot of finished transactions', () => {
  it('reads and writes the form that PostgreSQL uses', () => {
    expect(formatSnapshot(parseSnapshot('10:20:10,14,15'))).toBe('10:20:10,14,15');
    expect(formatSnapshot(parseSnapshot('20:20:'))).toBe('20:20:');
    expect(formatSnapshot(NOTHING)).toBe('1:1:');
    expect(seen(NOTHING)).toEqual([]);
  });

  it('includes another exactly when it sees all that the other sees', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (a, b) => {
        // A lower xmax never counts as including, even if all between was running; the sealer never meets that.
        expect(includes(a, b)).toBe(a.xmax >= b.xmax && seen(b).every((id) => sees(a, id)));
      }),
    );
  });

  it('advances by the transactions up to a bound and by no other', () => {
    fc.assert(
      fc.property(pair, fc.option(xid, { nil: undefined }), ({ earlier, later }, bound) => {
        const next = advance(earlier, later, bound);
        const wanted = seen(later).filter((id) => sees(earlier, id) || bound === undefined || id <= bound);
        expect(seen(next)).toEqual(wanted);
        expect(includes(next, earlier)).toBe(true);
        expect(includes(later, next)).toBe(true);
        expect(parseSnapshot(formatSnapshot(next))).toEqual(next);
      }),
      { numRuns: 1_000 },
    );
  });
});

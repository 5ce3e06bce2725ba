/**
 * Which transactions had finished at one moment: what PostgreSQL calls pg_snapshot. A snapshot sees
 * the transactions below `xmax` that are not in `running`; `running` holds only ids below `xmax`.
 */
export interface Snapshot {
  readonly xmax: bigint;
  readonly running: ReadonlySet<bigint>;
}

/** Sees no transaction at all. */
export const NOTHING: Snapshot = { xmax: 1n, running: new Set() };

/** Reads PostgreSQL's text form, `xmin:xmax:running,…`. */
export function parseSnapshot(text: string): Snapshot {
  const [, xmax = '', running = ''] = text.split(':');
  return { xmax: BigInt(xmax), running: new Set(running === '' ? [] : running.split(',').map(BigInt)) };
}

/** PostgreSQL's text form, with the one xmin that fits. */
export function formatSnapshot({ xmax, running }: Snapshot): string {
  const ids = [...running].sort((a, b) => (a < b ? -1 : 1));
  return `${ids[0] ?? xmax}:${xmax}:${ids.join(',')}`;
}

export function sees(snapshot: Snapshot, xid: bigint): boolean {
  return xid < snapshot.xmax && !snapshot.running.has(xid);
}

/** Whether `later` sees everything that `earlier` sees. */
export function includes(later: Snapshot, earlier: Snapshot): boolean {
  return later.xmax >= earlier.xmax && [...later.running].every((xid) => !sees(earlier, xid));
}

/**
 * What `previous` sees, and of what `now` sees besides only the transactions up to `bound`: so a long
 * tail is sealed in pieces. Without a bound that is `now`. Demands that `now` includes `previous`.
 */
export function advance(previous: Snapshot, now: Snapshot, bound?: bigint): Snapshot {
  if (bound === undefined || bound >= now.xmax) return now;
  const xmax = bound >= previous.xmax ? bound + 1n : previous.xmax;
  const running = [...now.running].filter((xid) => xid < xmax);
  // A transaction that finished since, but lies beyond the bound, is left for the next piece.
  for (const xid of previous.running) if (xid > bound) running.push(xid);
  return { xmax, running: new Set(running) };
}

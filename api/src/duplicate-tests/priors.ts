import { dayIn } from './calendar.ts';
import type { FamilyGroup } from './family.ts';
import type { PastTest, PlannedTest } from './history.ts';
import type { TestQuery } from './judgement.ts';
import { isInconclusive } from './inconclusive.ts';

type Statuses = ReadonlySet<string | null>;
const NEVER_DONE: Statuses = new Set([
  'cancelled',
  'entered-in-error',
  'not-done',
  'aborted',
  'stopped',
  'revoked',
  'rejected',
]);
const NOT_YET: Statuses = new Set(['registered', 'preliminary', 'partial', 'in-progress', 'preparation', 'on-hold']);
const NO_LONGER: Statuses = new Set(['draft', 'completed', 'fulfilled', 'noshow', 'ended', 'checked-in']);

/** Whether a row counts as a test that was done, or is being done. */
export const wasDone = (test: PastTest): boolean => !NEVER_DONE.has(test.status);
/** Whether its result is still to come. */
export const isPending = ({ status }: PastTest): boolean => NOT_YET.has(status);
/** Whether an order or plan still stands. */
export const stillStands = ({ status }: PlannedTest): boolean => !NEVER_DONE.has(status) && !NO_LONGER.has(status);

/** A test of which it is known when it was done. */
export type Dated = PastTest & { readonly at: Date };

export const isAbnormal = ({ flag }: PastTest): boolean => flag !== null && flag !== 'normal';

export const newestFirst = (a: PastTest, b: PastTest): number =>
  (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0) || a.id.localeCompare(b.id);

/** The result that speaks for the latest day: an abnormal one, or one without an answer unless another was normal. */
export function speaking(newest: readonly Dated[], group: FamilyGroup, zone: string): Dated | undefined {
  const [first] = newest;
  if (first === undefined) return undefined;
  const latest = newest.filter(({ at }) => dayIn(at, zone) === dayIn(first.at, zone));
  const normal = latest.find(({ flag }) => flag === 'normal');
  return latest.find(isAbnormal) ?? normal ?? latest.find(({ text }) => isInconclusive(text, group)) ?? first;
}

/** Whether what was done answers for the wanted side and use of contrast; what one of them leaves unsaid is unclear. */
export function sameSite(
  one: Pick<PastTest, 'laterality' | 'contrast'>,
  query: Pick<TestQuery, 'laterality' | 'contrast'>,
): 'same' | 'differs' | 'unclear' {
  const side = covers(one.laterality, query.laterality, 'bilateral');
  const contrast = covers(one.contrast, query.contrast, 'both');
  if (side === 'differs' || contrast === 'differs') return 'differs';
  return side === 'same' && contrast === 'same' ? 'same' : 'unclear';
}

function covers<Kind extends string>(done: Kind | undefined, wanted: Kind | undefined, whole: Kind) {
  if (done === wanted || done === whole) return 'same';
  return done !== undefined && wanted !== undefined ? 'differs' : 'unclear';
}

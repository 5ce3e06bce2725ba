import { addMonths, earliestOf, latestOf, type Day } from './calendar.ts';
import type { Phase, Schedule } from './rule.ts';

/** From which day something is due, and after which it is overdue. */
export interface Window {
  readonly opens: Day;
  readonly closes: Day;
}

/** A yearly test may be booked a month early; shorter intervals have no such month. The centre's own habit, so C. */
const LEAD_MONTHS = 1;
const LEAD_FROM_MONTHS = 6;

const leadOf = (least: number, most: number) => (least === most && least >= LEAD_FROM_MONTHS ? LEAD_MONTHS : 0);

/** The window of the first time. */
export function firstWindow({ first, orAge }: Schedule, anchor: Day, birthDate: Day | null): Window {
  const opens = addMonths(anchor, first.least - leadOf(first.least, first.most));
  const closes = addMonths(anchor, first.most);
  if (orAge === undefined || birthDate === null) return { opens, closes };
  // Whichever is first, the age or the time; but nothing begins before what it follows.
  const birthday = latestOf(anchor, addMonths(birthDate, 12 * orAge));
  return { opens: earliestOf(opens, birthday), closes: earliestOf(closes, addMonths(birthday, 12)) };
}

/**
 * The window after it was done on `last`: the earliest that this phase or a later one asks for. A later `last` never
 * brings it forward.
 * @param servesMonths for how long that one serves, where not for the schedule's interval
 * @returns null when nothing more is asked for
 */
export function nextWindow({ repeat }: Schedule, anchor: Day, last: Day, servesMonths?: number): Window | null {
  const asked = repeat
    .filter(({ until }) => until === null || addMonths(anchor, until) > last)
    .map((phase) => windowIn(phase, anchor, last, servesMonths));
  const [first, ...others] = asked;
  if (first === undefined) return null;
  const next = others.reduce(
    (a, b) => ({ opens: earliestOf(a.opens, b.opens), closes: earliestOf(a.closes, b.closes) }),
    first,
  );
  const end = endOf(repeat, anchor);
  return end !== null && next.opens > end ? null : next;
}

function windowIn({ from, every }: Phase, anchor: Day, last: Day, servesMonths: number | undefined): Window {
  const { least, most } = servesMonths === undefined ? every : { least: servesMonths, most: servesMonths };
  const begins = addMonths(anchor, from);
  return {
    opens: latestOf(begins, addMonths(last, least - leadOf(least, most))),
    closes: latestOf(begins, addMonths(last, most)),
  };
}

/**
 * After which day a series asks for nothing more: half an interval after its last phase, so that the one at five
 * years belongs to "for five years". Null: it has no end.
 */
export function endOf(repeat: readonly Phase[], anchor: Day): Day | null {
  const last = repeat.at(-1);
  if (last === undefined || last.until === null) return null;
  return addMonths(anchor, last.until + Math.floor(last.every.least / 2));
}

import { anchorOf } from './anchor.ts';
import { addMonths, earliestOf, latestOf, type Day } from './calendar.ts';
import type { TreatmentFacts } from './facts/facts.ts';
import type { PastEvent } from './history.ts';
import { intervalAt, type Interval } from './interval.ts';
import type { LineDecision } from './plan.ts';
import type { Rule, Schedule } from './rule.ts';
import { endOf, firstWindow, nextWindow, type Window } from './schedule.ts';
import { seasonAfter, seasonFrom, type Season } from './season.ts';

/** All that the dates of a line follow from, apart from what was done: kept with a line that is in force. */
export interface Basis {
  readonly doneBy: Rule['doneBy'];
  /** Null: nobody has published one, or it is advice. */
  readonly schedule: Schedule | null;
  /** From what day it counts. Null: there is none, `noDayBecause` says why. */
  readonly anchor: Day | null;
  readonly noDayBecause: string | null;
  readonly birthDate: Day | null;
  /** A day chosen by hand. */
  readonly due: LineDecision['due'] | null;
  /** Since when somebody outside oncology has been asked for it. Null: oncology does it itself. */
  readonly askedOn: Day | null;
}

/** What is recorded nowhere may have been done elsewhere: who is asked after its day has so long. Ours (C). */
const NOTICE_MONTHS = 3;

export function basisOf(
  rule: Rule,
  facts: TreatmentFacts,
  decision: LineDecision | undefined,
  askedOn: Day | null,
): Basis {
  const common = {
    doneBy: rule.doneBy,
    schedule: rule.schedule,
    birthDate: facts.birthDate,
    due: decision?.due ?? null,
    askedOn,
  };
  if (rule.schedule === null) return { ...common, anchor: null, noDayBecause: null };
  const anchored = anchorOf(rule, rule.schedule, facts);
  return { ...common, anchor: anchored.day, noDayBecause: anchored.day === null ? anchored.because : null };
}

export interface Dates {
  readonly firstDue: Day | null;
  readonly lastDone: PastEvent | null;
  /** It is due, nothing recorded counts as done, and whoever does it may have it in their own record. */
  readonly neverRecorded: boolean;
  /** How often, of the time in which it is due next. Null: once, or there is no day. */
  readonly every: Interval | null;
  readonly window: Window | null;
  /** The series is complete. */
  readonly complete: boolean;
  /** The day after which the series asks for nothing more. */
  readonly end: Day | null;
  /** Why there is no day. */
  readonly noDayBecause: string | null;
}

/** Dates of a line from its schedule, the day that it counts from, and what was done until today, oldest first. */
export function datesOf(basis: Basis, history: readonly PastEvent[], today: Day): Dates {
  return noticed(chosen(scheduled(basis, history, today), basis.due), basis.askedOn, today);
}

function scheduled(
  { doneBy, schedule, anchor: day, noDayBecause, birthDate }: Basis,
  history: readonly PastEvent[],
  today: Day,
): Dates {
  const matched = matches(doneBy, history);
  const lastDone = matched.at(-1)?.event ?? null;
  // What may be done at any time counts from the last time where there is no other day.
  const anchor = day ?? (schedule?.earlierCounts ? (lastDone?.on ?? null) : null);
  if (schedule === null || anchor === null) return { ...NO_DAY, lastDone, noDayBecause };
  if (schedule.season !== undefined) return inSeason(schedule.season, schedule, anchor, lastDone, today);
  const first = firstWindow(schedule, anchor, birthDate);
  const from = schedule.earlierCounts ? '' : schedule.repeat.length === 0 ? first.opens : anchor;
  const counted = matched.filter(({ event }) => event.on >= from);
  const next = counted.map(({ event, months }) => nextWindow(schedule, anchor, event.on, months));
  const complete = next.includes(null);
  const windows = next.filter((window) => window !== null);
  // What was done before the first time was due puts that off at most.
  const begun = counted.some(({ event }) => event.on >= first.opens);
  const window = complete ? null : latestWindow(begun ? windows : [first, ...windows]);
  return {
    firstDue: first.closes,
    lastDone: counted.at(-1)?.event ?? null,
    neverRecorded: false,
    every: window && intervalAt(schedule, anchor, window.closes),
    window,
    complete,
    end: endOf(schedule.repeat, anchor),
    noDayBecause: null,
  };
}

const NO_DAY = { firstDue: null, neverRecorded: false, every: null, window: null, complete: false, end: null } as const;

/** The season that is now or comes next, unless it has been done for that: what was missed is not made up for. */
function inSeason(season: Season, schedule: Schedule, anchor: Day, lastDone: PastEvent | null, today: Day): Dates {
  const begin = addMonths(anchor, schedule.first.least);
  const first = seasonFrom(season, begin);
  const after = lastDone === null ? first : seasonAfter(season, lastDone.on);
  const { opens, closes } = seasonFrom(season, latestOf(today, begin, after.opens));
  return {
    ...NO_DAY,
    firstDue: first.closes,
    lastDone,
    every: intervalAt(schedule, anchor, closes),
    window: { opens: latestOf(begin, opens), closes },
    noDayBecause: null,
  };
}

/** Nobody is late with what no record tells, on the day on which they are first asked for it. */
function noticed(dates: Dates, askedOn: Day | null, today: Day): Dates {
  const { window, lastDone } = dates;
  if (window === null || lastDone !== null || askedOn === null) return dates;
  const closes = window.closes < askedOn ? addMonths(askedOn, NOTICE_MONTHS) : window.closes;
  return { ...dates, neverRecorded: window.opens <= today, window: { ...window, closes } };
}

const latestWindow = (windows: readonly Window[]): Window => ({
  opens: latestOf(...windows.map(({ opens }) => opens)),
  closes: latestOf(...windows.map(({ closes }) => closes)),
});

/** A day chosen by hand holds until it is done; then the interval counts again. */
function chosen(dates: Dates, due: Basis['due']): Dates {
  if (due == null || (dates.lastDone !== null && dates.lastDone.on >= due.chosenOn)) return dates;
  const window = { opens: earliestOf(due.by, latestOf(due.chosenOn, dates.window?.opens ?? due.by)), closes: due.by };
  return { ...dates, window, complete: false, end: null, noDayBecause: null };
}

/** The events that count as doing it, oldest first; what needs several tests needs them on one day. */
function matches(
  doneBy: Rule['doneBy'],
  history: readonly PastEvent[],
): { event: PastEvent; months?: number | undefined }[] {
  const byDay = Map.groupBy(history, ({ on }) => on);
  return history.flatMap((event) => {
    const keysOfDay = new Set((byDay.get(event.on) ?? []).flatMap(({ keys }) => keys));
    const proof = doneBy.find(
      ({ keys }) => keys.some((key) => event.keys.includes(key)) && keys.every((key) => keysOfDay.has(key)),
    );
    return proof === undefined ? [] : [{ event, months: proof.months }];
  });
}

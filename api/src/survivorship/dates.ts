import { anchorOf } from './anchor.ts';
import { earliestOf, latestOf, type Day } from './calendar.ts';
import type { TreatmentFacts } from './facts/facts.ts';
import type { PastEvent } from './history.ts';
import type { LineDecision } from './plan.ts';
import type { Rule, Schedule } from './rule.ts';
import { endOf, firstWindow, nextWindow, type Window } from './schedule.ts';

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
}

export function basisOf(rule: Rule, facts: TreatmentFacts, decision: LineDecision | undefined): Basis {
  const common = {
    doneBy: rule.doneBy,
    schedule: rule.schedule,
    birthDate: facts.birthDate,
    due: decision?.due ?? null,
  };
  if (rule.schedule === null) return { ...common, anchor: null, noDayBecause: 'No day is set.' };
  const anchored = anchorOf(rule, rule.schedule, facts);
  return { ...common, anchor: anchored.day, noDayBecause: anchored.day === null ? anchored.because : null };
}

export interface Dates {
  readonly firstDue: Day | null;
  readonly lastDone: PastEvent | null;
  readonly window: Window | null;
  /** The series is complete. */
  readonly complete: boolean;
  /** The day after which the series asks for nothing more. */
  readonly end: Day | null;
  /** Why there is no day. */
  readonly noDayBecause: string | null;
}

/** Dates of a line from its schedule, the day that it counts from, and what was done, oldest first. */
export function datesOf(basis: Basis, history: readonly PastEvent[]): Dates {
  return chosen(scheduled(basis, history), basis.due);
}

function scheduled(
  { doneBy, schedule, anchor: day, noDayBecause, birthDate }: Basis,
  history: readonly PastEvent[],
): Dates {
  const matched = matches(doneBy, history);
  const lastDone = matched.at(-1)?.event ?? null;
  // What may be done at any time counts from the last time where there is no other day.
  const anchor = day ?? (schedule?.earlierCounts ? (lastDone?.on ?? null) : null);
  if (schedule === null || anchor === null)
    return { firstDue: null, lastDone, window: null, complete: false, end: null, noDayBecause };
  const first = firstWindow(schedule, anchor, birthDate);
  const from = schedule.earlierCounts ? '' : schedule.repeat.length === 0 ? first.opens : anchor;
  const counted = matched.filter(({ event }) => event.on >= from);
  const next = counted.map(({ event, months }) => nextWindow(schedule, anchor, event.on, months));
  const complete = next.includes(null);
  const windows = next.filter((window) => window !== null);
  // What was done before the first time was due puts that off at most.
  const begun = counted.some(({ event }) => event.on >= first.opens);
  return {
    firstDue: first.closes,
    lastDone: counted.at(-1)?.event ?? null,
    window: complete ? null : latestWindow(begun ? windows : [first, ...windows]),
    complete,
    end: endOf(schedule.repeat, anchor),
    noDayBecause: null,
  };
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

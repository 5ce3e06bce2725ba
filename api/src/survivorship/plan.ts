import type { Day } from './calendar.ts';
import type { PastEvent } from './history.ts';
import type { Interval } from './interval.ts';
import type { Owner, Rule, RuleKind } from './rule.ts';
import type { Window } from './schedule.ts';

/** Where a version of a plan stands in the database. */
export type PlanState = 'draft' | 'signed' | 'sent' | 'received' | 'active' | 'revised' | 'closed';
/** What whoever is to do a line answered. */
export type LineResponse = 'none' | 'accepted' | 'declined' | 'asked';
export type LineState = 'not-yet-due' | 'due' | 'overdue' | 'done' | 'declined' | 'not-applicable';

/** One line of a follow-up plan. */
export interface PlanLine {
  /** The rule's key. */
  readonly key: string;
  readonly kind: RuleKind;
  readonly what: string;
  /** Null: nobody, so the plan cannot be signed. */
  readonly owner: Owner | null;
  readonly ownerName: string | null;
  /** How often, in words. Null: no schedule is published, or it is advice. */
  readonly interval: string | null;
  /** The same as a number, of the time in which it is due next. Null: once, or no schedule. */
  readonly every: Interval | null;
  readonly firstDue: Day | null;
  readonly lastDone: PastEvent | null;
  /** Nothing recorded counts as done, and whoever does it may have it in their own record: not known to be late. */
  readonly neverRecorded: boolean;
  /** Since when whoever does it has been asked by a signed plan; in a draft, today. Null: oncology does it itself. */
  readonly askedOn: Day | null;
  /** Between which days it is due next. Null: no day is known, or nothing more is asked for. */
  readonly window: Window | null;
  /** The last day of the window: after it, it is overdue. */
  readonly nextDue: Day | null;
  /** The day that a person chose for it instead of the rule's. */
  readonly chosenDue: Day | null;
  readonly state: LineState;
  /** Why it is in this state, in this record's words. Empty: its days tell all. */
  readonly reason: string;
  /** The record does not tell whether it is for this patient; `reason` says what is not recorded. */
  readonly unconfirmed: boolean;
  readonly why: string;
  readonly target: string | null;
  readonly against: boolean;
  readonly source: Pick<Rule, 'source' | 'year' | 'confidence'>;
}

/** What a person decided about a line; it stands above the rule. */
export interface LineDecision {
  readonly key: string;
  readonly owner?: Owner | null;
  readonly ownerName?: string;
  readonly declined?: string;
  readonly notApplicable?: string;
  /** The day by which it is to be done the next time, and the day on which somebody chose that. */
  readonly due?: { readonly by: Day; readonly chosenOn: Day };
  /** Months between two, chosen by hand. */
  readonly everyMonths?: { readonly least: number; readonly most: number };
}

/** Whom a signed version asked for a line, and since when. */
export type Asked = Pick<PlanLine, 'key' | 'owner' | 'askedOn'>;

export interface Plan {
  readonly ruleSetVersion: string;
  readonly today: Day;
  /** Null: it runs. */
  readonly suspendedBecause: string | null;
  readonly lines: readonly PlanLine[];
}

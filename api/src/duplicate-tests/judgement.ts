import type { Family, Interval, Situation } from './family.ts';
import type { PastTest, PlannedTest } from './history.ts';
import type { TestName } from './recognize.ts';
import type { Trend } from './trend.ts';
import type { Contrast, Laterality } from './words.ts';

export interface TestQuery {
  readonly name: TestName;
  /** When it is to be done: this moment, or noon of another day. */
  readonly on: Date;
  readonly situation: Situation;
  readonly laterality?: Laterality | undefined;
  readonly contrast?: Contrast | undefined;
}

export const VERDICTS = ['duplicate', 'probable-duplicate', 'not-duplicate', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What one comparable test comes to. */
export interface PartJudgement {
  readonly family: Family;
  readonly verdict: Verdict;
  readonly reason: string;
  /** The result that decided, if one did. */
  readonly prior: PastTest | undefined;
  readonly interval: Interval | undefined;
  /** When it would be due next, if an interval says so. */
  readonly nextDue: Date | undefined;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Undefined: not recognized. */
  readonly family: Family | undefined;
  /** In plain words, the deciding one first. */
  readonly reasons: readonly string[];
  readonly parts: readonly PartJudgement[];
  /** Results of the family: those that decided, then the newest. */
  readonly priors: readonly PastTest[];
  /** Of a test without parts that was measured. */
  readonly trend: Trend | undefined;
  readonly planned: readonly PlannedTest[];
  readonly nextDue: Date | undefined;
  readonly interval: Interval | undefined;
  /** What this answer does not know. The same for every patient whose reader may see as much. */
  readonly notKnown: readonly string[];
  /** Families to choose from when the test was not recognized. */
  readonly nearest: readonly Family[];
}

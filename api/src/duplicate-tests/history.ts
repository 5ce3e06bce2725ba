import type { Precision } from './calendar.ts';
import type { Contrast, Laterality } from './words.ts';

export type Flag = 'low' | 'normal' | 'high' | 'critical-low' | 'critical-high' | 'abnormal';

/** One result, report or study of the record, with the families that it answers. */
export interface PastTest {
  readonly id: string;
  readonly name: string;
  /** Families that it answers: a report of a panel answers each of its parts. */
  readonly families: readonly string[];
  /** Undefined: the source gave no date. The first day of a month or year where it gave no more. */
  readonly at: Date | undefined;
  readonly precision: Precision;
  readonly status: string | null;
  /** The value or conclusion as it is read. */
  readonly text: string;
  readonly value: number | null;
  /** As the source wrote it. */
  readonly unit: string | null;
  /** The same as UCUM writes it. Null: there is none, or it cannot be read. */
  readonly ucum: string | null;
  readonly referenceLow: number | null;
  readonly referenceHigh: number | null;
  /** Null: nobody judged it, which does not mean normal. */
  readonly flag: Flag | null;
  readonly institution: string;
  readonly laterality: Laterality | undefined;
  readonly contrast: Contrast | undefined;
  /** Taken during a stay in hospital. */
  readonly inpatient: boolean;
}

/** A test that somebody has ordered, booked or planned. */
export interface PlannedTest {
  readonly id: string;
  /** 'surveillance': a line of the follow-up plan in force. */
  readonly kind: 'order' | 'appointment' | 'plan' | 'surveillance';
  readonly name: string;
  readonly families: readonly string[];
  /** The first day of the time in which it is due; undefined where there is one day only. */
  readonly opens?: Date | undefined;
  /** The day that it is for, or the last day of that time. */
  readonly on: Date | undefined;
  readonly orderedAt?: Date | undefined;
  readonly status: string | null;
  readonly by: string | null;
  readonly laterality: Laterality | undefined;
  readonly contrast: Contrast | undefined;
}

/** What the record lets this reader know of a patient's tests. */
export interface History {
  readonly tests: readonly PastTest[];
  readonly planned: readonly PlannedTest[];
  /** A cancer drug is being given: some intervals are shorter then. */
  readonly onCancerDrugs: boolean;
  /** Whether the reader may see orders and plans at all. */
  readonly seesOrders: boolean;
  readonly seesPlans: boolean;
  /** In which days are told: the reader's. */
  readonly zone: string;
}

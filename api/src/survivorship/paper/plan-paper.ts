import type { Day } from '../calendar.ts';
import type { TreatmentFacts } from '../facts/facts.ts';
import type { Plan } from '../plan.ts';

/** What the community physician said to a line. */
export interface LineAnswer {
  readonly answer: 'accepted' | 'declined' | 'asked';
  readonly by: string;
  readonly on: Day;
  readonly words: string | null;
}

export interface PlanSignature {
  readonly by: string;
  readonly on: Day;
  /** SHA-256 of the signed version, in hexadecimal. */
  readonly hash: string;
}

/** One version of one patient's plan, with all that leaves the house with it. */
export interface PlanPaper {
  readonly patient: {
    readonly id: string;
    readonly familyName: string;
    readonly givenName: string;
    readonly birthDate: Day | null;
    readonly sex: string;
    readonly mrn: string | null;
  };
  readonly centre: { readonly name: string; readonly telephone: string | null; readonly telephone24x7: string | null };
  readonly facts: TreatmentFacts;
  readonly plan: Plan;
  readonly version: number;
  /** Null: a draft, which nobody answers for yet. */
  readonly signature: PlanSignature | null;
  /** By line key. */
  readonly answers: ReadonlyMap<string, LineAnswer>;
  /** The day on which it was printed or exported. */
  readonly madeOn: Day;
}

import type { RowSource } from '#api/graphql/shared.types.ts';
import type { Day } from '../calendar.ts';
import type { Cancer, Comorbidity, DrugGroup, Field, Organ } from '../rule.ts';

/** One fact of a treatment summary, with the row that it stands on or the person who filled it in. */
export interface Fact {
  /** Id of the source row in Portage; the key of what was filled in otherwise. */
  readonly id: string;
  /** As it is read on paper. */
  readonly text: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly on: Day | null;
  /** Null: a person filled it in. */
  readonly source: RowSource | null;
  readonly filledInBy: string | null;
}

export interface CancerFact extends Fact {
  readonly cancer: Cancer;
  readonly site: string;
  /** Left, right or both, as the record says it. Null: not recorded, or the organ has no sides. */
  readonly side: string | null;
  readonly histology: string | null;
  /** 0 to IV, without the letter. Null: not recorded, or not in these groups. */
  readonly stage: string | null;
  readonly stageText: string | null;
  readonly biomarkers: readonly Fact[];
  readonly secondary: boolean;
  /** FHIR clinical status. */
  readonly status: string;
}

export interface SurgeryFact extends Fact {
  readonly removed: readonly Organ[];
}

/** Cumulative dose of one active substance. */
export interface CumulativeDose {
  readonly value: number;
  readonly unit: string;
  /** mg/m² of doxorubicin that count the same for the heart. Null: no anthracycline, or not in mg/m². */
  readonly doxorubicinEquivalent: number | null;
}

export interface SystemicFact extends Fact {
  /** As the record names it. */
  readonly name: string;
  /** Active substance, lower case. */
  readonly substance: string;
  readonly groups: readonly DrugGroup[];
  /** Administrations recorded. Null: none, as of what is taken at home. */
  readonly doses: number | null;
  readonly cycles: number | null;
  readonly cumulative: CumulativeDose | null;
  readonly startedOn: Day | null;
  readonly endedOn: Day | null;
  readonly ongoing: boolean;
}

export interface RadiationFact extends Fact {
  readonly site: string;
  readonly fields: readonly Field[];
  readonly doseGy: number | null;
  readonly fractions: number | null;
  readonly endedOn: Day | null;
}

export interface OngoingFact extends Fact {
  readonly substance: string;
  readonly groups: readonly DrugGroup[];
  readonly startedOn: Day | null;
  readonly plannedEnd: Day | null;
}

export interface ContactFact extends Fact {
  readonly name: string;
  /** Null: the name tells it, as of a nurse line. */
  readonly role: string | null;
  readonly team: string | null;
  readonly telephone: string | null;
}

export interface ComorbidityFact extends Fact {
  readonly comorbidity: Comorbidity;
}

/** What a plan should say and the record does not. */
export interface MissingFact {
  /** Under which a person fills it in, such as `stage` or `dose:doxorubicin`. */
  readonly key: string;
  readonly what: string;
  readonly why: string;
}

/** What the record says and cannot be so, or cannot be used. The rest of the plan is still built. */
export interface RecordFault {
  readonly kind:
    | 'contradictory-dates'
    | 'dose-without-unit'
    | 'two-primaries'
    | 'treatment-without-end'
    | 'no-diagnosis'
    | 'date-to-come';
  readonly text: string;
  readonly rowId: string | null;
}

/** What a person wrote where the record is silent. */
export interface FilledFact {
  readonly key: string;
  /** What was missing, as the plan named it. */
  readonly what: string;
  readonly text: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly by: string;
  /** When, as an ISO instant. */
  readonly at: string;
}

export interface TreatmentFacts {
  readonly birthDate: Day | null;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly deceased: boolean;
  readonly deceasedOn: Day | null;
  readonly diagnoses: readonly CancerFact[];
  readonly surgery: readonly SurgeryFact[];
  readonly systemic: readonly SystemicFact[];
  readonly radiation: readonly RadiationFact[];
  readonly transplants: readonly Fact[];
  readonly ongoing: readonly OngoingFact[];
  readonly toxicities: readonly Fact[];
  readonly genetics: readonly Fact[];
  readonly contacts: readonly ContactFact[];
  readonly comorbidities: readonly ComorbidityFact[];
  /** Null: nobody recorded whether the patient smoked. */
  readonly smoked: boolean | null;
  /** Null: not recorded. */
  readonly intent: 'curative' | 'palliative' | null;
  readonly endOfTreatment: Day | null;
  /** Why there is no end of treatment. Null: there is one. */
  readonly noEndBecause: string | null;
  readonly localTreatmentEnd: Day | null;
  readonly radiationEnd: Day | null;
  /** Why the plan must not run. Null: it may. */
  readonly suspendedBecause: string | null;
  readonly missing: readonly MissingFact[];
  readonly filled: readonly FilledFact[];
  readonly faults: readonly RecordFault[];
}

/** In what situation a test is asked for. */
export const SITUATIONS = [
  'routine',
  'new-symptom',
  'after-treatment-change',
  'requested-by-oncology',
  'inpatient',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** Situations that an interval can be published for; 'on-cancer-drugs' is read off the record. */
export const INTERVAL_SITUATIONS = ['routine', 'after-treatment-change', 'inpatient', 'on-cancer-drugs'] as const;
export type IntervalSituation = (typeof INTERVAL_SITUATIONS)[number];

/** A: read in the source; B: read in a secondary copy; C: from memory, to be verified by the centre. */
export type Confidence = 'A' | 'B' | 'C';

/** How soon a test may be repeated when the last result was normal. Durations are ISO 8601: P3M, P1Y, PT72H. */
export interface Interval {
  readonly situation: IntervalSituation;
  /** Null: no minimum is published, the centre sets it. */
  readonly least: string | null;
  /** The source gives a range: from `least` to here a repeat is only probably too early. */
  readonly most?: string;
  /** A surveillance schedule, which says when the next is due and not that an earlier one is wrong. */
  readonly schedule?: true;
  /** Where no minimum is published: how far back an unchanged result is shown as a reason to pause. */
  readonly pause?: string;
  readonly source: string;
  readonly year: number;
  readonly confidence: Confidence;
  readonly note?: string;
}

export const FAMILY_GROUPS = [
  'haematology',
  'chemistry',
  'endocrine',
  'tumour-marker',
  'microbiology',
  'urine-stool',
  'imaging',
  'procedure',
  'panel',
] as const;
export type FamilyGroup = (typeof FAMILY_GROUPS)[number];

export interface FamilyCode {
  /** URI of the code system; a centre's own codes have one of the centre's. */
  readonly system: string;
  readonly code: string;
}

/** One test under its many names and codes. */
export interface Family {
  readonly key: string;
  readonly name: string;
  readonly group: FamilyGroup;
  /** Lower-case words that people search by. */
  readonly synonyms: readonly string[];
  readonly codes: readonly FamilyCode[];
  readonly specimen?: string;
  readonly modality?: string;
  readonly region?: string;
  /** Keys of the families that a panel or a study of several regions consists of. */
  readonly parts: readonly string[];
  readonly intervals: readonly Interval[];
}

export const LOINC = 'http://loinc.org';
export const HCPCS = 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

import type { Phase, TreatmentKind } from '#portal/oncology/oncology.query.ts';
import type { ResultFlag } from '#portal/results/series.query.ts';

// One vocabulary for the whole product: a state has the same word wherever it is shown.

export const phaseWords: Record<Phase, string> = {
  DIAGNOSIS: 'Diagnosed, no treatment recorded',
  ACTIVE_TREATMENT: 'In active treatment',
  SURVEILLANCE: 'In surveillance',
  ADVANCED: 'Advanced disease',
  PALLIATIVE: 'Palliative care',
  HOSPICE: 'In hospice care',
  DECEASED: 'Has died',
  NOT_RECORDED: 'Phase not recorded',
};

export const kindWords: Record<TreatmentKind, string> = {
  SURGERY: 'Surgery',
  SYSTEMIC: 'Systemic treatment',
  RADIATION: 'Radiation',
  TRANSPLANT: 'Transplant',
  OTHER: 'Other treatment',
};

export const flagWords: Record<ResultFlag, string> = {
  LOW: 'low',
  NORMAL: 'normal',
  HIGH: 'high',
  CRITICAL_LOW: 'critically low',
  CRITICAL_HIGH: 'critically high',
  ABNORMAL: 'abnormal',
};

export const sexWords = { FEMALE: 'female', MALE: 'male', OTHER: 'other sex', UNKNOWN: 'sex not known' } as const;

export const basisWords = {
  PRIMARY_CARE_OF_RECORD: 'your practice is the patient’s primary care of record',
  REFERRAL: 'a referral names you or your practice',
  CARE_TEAM: 'you are on the care team',
  COVERAGE: 'you cover for a colleague',
  PATIENT_REQUEST: 'the patient asked for it',
  BREAK_GLASS: 'emergency access was taken, which the privacy officer reviews',
} as const;

export const involvementWords = {
  INVOLVED: 'Palliative care team is involved',
  REFERRED: 'Referred to palliative care',
  NOT_INVOLVED: 'Palliative care team is no longer involved',
  NOT_RECORDED: 'Palliative involvement not recorded',
} as const;

export const ragWords = { BLUE: 'Blue', GREEN: 'Green', AMBER: 'Amber', RED: 'Red' } as const;

export const severityWords = { NONE: 'none', MILD: 'mild', MODERATE: 'moderate', SEVERE: 'severe' } as const;

/** A FHIR status code as words: "on-hold" becomes "on hold". */
export const statusWords = (status: string): string => status.toLowerCase().replaceAll(/[-_]/g, ' ');

import type { FhirResource } from 'fhir/r4';
import { SENSITIVE_SCOPES, type Scope } from '#api/access/index.ts';

/** Which scope a reader must hold for each kind of row: the one table of it. */
export const NEEDS = {
  identity: 'demographics',
  patientContact: 'palliative',
  careTeam: 'demographics',

  cancerCondition: 'oncology',
  problem: 'clinical',

  stage: 'oncology',
  biomarker: 'oncology',
  tumorMarker: 'results',
  laboratory: 'results',
  vitalSign: 'results',
  imagingResult: 'results',
  performanceStatus: 'oncology',
  palliativePerformance: 'palliative',
  diseaseStatus: 'oncology',
  assessment: 'palliative',
  preference: 'palliative',
  otherObservation: 'clinical',

  cancerProcedure: 'oncology',
  palliativeProcedure: 'palliative',
  otherProcedure: 'clinical',

  cancerMedicine: 'oncology',
  supportiveMedicine: 'oncology',
  anticipatoryMedicine: 'palliative',
  otherMedicine: 'clinical',

  allergy: 'clinical',
  immunization: 'clinical',
  diagnosticReport: 'results',
  imagingStudy: 'results',
  document: 'documents',
  advanceDirective: 'palliative',
  encounter: 'clinical',
  palliativeEncounter: 'palliative',

  referral: 'referral',
  order: 'clinical',
  resuscitationOrder: 'palliative',
  appointment: 'referral',

  palliativeGoal: 'palliative',
  otherGoal: 'clinical',
  treatmentPlan: 'oncology',
  palliativePlan: 'palliative',
  otherPlan: 'clinical',
  clinicalFlag: 'oncology',
  otherFlag: 'clinical',
  codeStatus: 'palliative',
  privacyConsent: 'demographics',
  otherConsent: 'clinical',
} as const satisfies Record<string, Scope>;

/** A security label: `meta.security`. */
export type Label = { readonly system?: string; readonly code?: string };

// HL7 v3-ActCode information sensitivity codes, and which segment of ours each belongs to.
const SEGMENTS: Record<string, (typeof SENSITIVE_SCOPES)[number]> = {
  ETH: 'substance-use',
  ETHUD: 'substance-use',
  SUD: 'substance-use',
  ALC: 'substance-use',
  OPIOIDUD: 'substance-use',
  DRGIS: 'substance-use',
  PSY: 'mental-health',
  MH: 'mental-health',
  PSYTHPN: 'mental-health',
  BH: 'mental-health',
  MENCAT: 'mental-health',
  HIV: 'hiv',
  GDIS: 'genetics',
  GENETIC: 'genetics',
  SICKLE: 'genetics',
  SEX: 'reproductive',
  STD: 'reproductive',
  PREGNANT: 'reproductive',
  REPRO: 'reproductive',
  SDV: 'reproductive',
  SV: 'reproductive',
};

// v3-ActCode also holds handling instructions; those say nothing about what the resource is.
const NOT_A_SEGMENT = /^(NO|CPLY|DEL|ENC|MASK|PERSIST|PRIVMARK|CUI|REDACT|ANONY|PSEUD|SUBSETTED|AUTHPOL|HTEST)/;

/**
 * The scopes that security labels add. A label that is restricted, or that we do not know, without
 * naming a segment of ours, asks for every one of them: what cannot be told apart is kept back.
 */
export function segmentsOf(labels: readonly Label[] | undefined): readonly Scope[] {
  if (labels === undefined || labels.length === 0) return [];
  const known = new Set<Scope>();
  let unclear = false;
  for (const { system = '', code = '' } of labels) {
    const segment = SEGMENTS[code];
    if (segment) known.add(segment);
    else if (system.endsWith('v3-Confidentiality')) unclear ||= code === 'R' || code === 'V';
    else if (system.endsWith('v3-ActCode')) unclear ||= !NOT_A_SEGMENT.test(code);
  }
  return known.size === 0 && unclear ? SENSITIVE_SCOPES : SENSITIVE_SCOPES.filter((scope) => known.has(scope));
}

/** The labels of a resource; where nothing in its bundle is labelled by itself, the bundle's. */
export function labelsOf(resource: FhirResource, bundle: readonly Label[], anyLabelled: boolean): readonly Label[] {
  return resource.meta?.security ?? (anyLabelled ? [] : bundle);
}

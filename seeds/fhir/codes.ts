import type * as fhir4 from 'fhir/r4';

export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';
export const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const CVX = 'http://hl7.org/fhir/sid/cvx';
export const UCUM = 'http://unitsofmeasure.org';
export const NPI = 'http://hl7.org/fhir/sid/us-npi';

/** Our own code systems, only where FHIR, LOINC and mCODE have none. */
export const portage = (name: string) => `urn:portage:code:${name}`;
export const hl7 = (name: string) => `http://terminology.hl7.org/CodeSystem/${name}`;
export const mcode = (name: string) => `http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-${name}`;
export const usCore = (name: string) => `http://hl7.org/fhir/us/core/StructureDefinition/us-core-${name}`;

export function concept(system: string, code: string, display?: string, text?: string): fhir4.CodeableConcept {
  return {
    coding: [{ system, code, ...(display && { display }) }],
    ...((text ?? display) && { text: text ?? display }),
  };
}

/** The same, from a table's [code, display]. */
export function coded(system: string, [code, display]: readonly [code: string, display: string], words?: string) {
  return concept(system, code, display, words);
}

export const text = (words: string): fhir4.CodeableConcept => ({ text: words });

/** Sensitive segments, as HL7 v3 act codes in `meta.security`. */
export type Sensitive = 'ETH' | 'ALC' | 'OPIOIDUD' | 'PSY' | 'HIV' | 'GDIS' | 'SEX' | 'PREGNANT';

/** The feeds. Each is the base of its resources' full addresses. */
export const SOURCES = {
  centre: 'https://ehr.threerivers.example/fhir',
  'alder-street': 'https://lab.alderstreet.example/fhir',
  'bluff-road': 'https://lab.bluffroad.example/fhir',
  'cottonwood-creek': 'https://ehr.cottonwoodcreek.example/fhir',
  'prairie-rural': 'https://lab.prairierural.example/fhir',
  'harbor-light': 'https://ehr.harborlight.example/fhir',
} as const;

export type SourceKey = keyof typeof SOURCES;

export type Intent = 'curative' | 'palliative' | 'supportive';

const INTENT_CODES: Record<Intent, [code: string, display: string]> = {
  curative: ['373808002', 'Curative - procedure intent'],
  palliative: ['363676003', 'Palliative - procedure intent'],
  supportive: ['399707004', 'Supportive - procedure intent'],
};

/** mCODE 4.0.0 names the extension procedure-intent for procedures and medicines alike. */
export function intentExtension(intent: Intent): fhir4.Extension {
  return { url: mcode('procedure-intent'), valueCodeableConcept: concept(SNOMED, ...INTENT_CODES[intent]) };
}

export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';
export const ICD10CM = 'http://hl7.org/fhir/sid/icd-10-cm';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
export const CVX = 'http://hl7.org/fhir/sid/cvx';
export const NPI = 'http://hl7.org/fhir/sid/us-npi';

const PORTAGE = 'urn:portage:code:';

/** Our own code systems, only where FHIR, LOINC and mCODE have none. */
export const portage = (name: string) => `${PORTAGE}${name}`;

const NAMES: Record<string, string> = {
  [LOINC]: 'LOINC',
  [SNOMED]: 'SNOMED CT',
  [ICD10CM]: 'ICD-10-CM',
  [RXNORM]: 'RxNorm',
  [CVX]: 'CVX',
};

/** A code system's name for people; its URI where it has none here. */
export const systemName = (system: string) => NAMES[system] ?? system;

/** `urn:oid:` forms and old spellings that senders use for the same systems. */
const SAME_SYSTEM: Record<string, string> = {
  'urn:oid:2.16.840.1.113883.6.1': LOINC,
  'urn:oid:2.16.840.1.113883.6.96': SNOMED,
  'urn:oid:2.16.840.1.113883.6.90': ICD10CM,
  'urn:oid:2.16.840.1.113883.6.88': RXNORM,
  'http://hl7.org/fhir/sid/icd-10': ICD10CM,
  'http://snomed.info/sct/731000124108': SNOMED,
  'https://loinc.org': LOINC,
  'http://hl7.org.fhir/sid/us-npi': NPI,
  'urn:oid:2.16.840.1.113883.4.6': NPI,
};

export const sameSystem = (system: string) => SAME_SYSTEM[system] ?? system;

import {
  CANCER_TERMS,
  RADIATION_TERMS,
  SPANISH_NAMES,
  SURGERY_TERMS,
  TERMS_VERSION,
  type PlainTerm,
} from './data/plain-terms.ts';
import type { CancerFact, RadiationFact, SurgeryFact } from './facts/facts.ts';

/** A fact as the patient's copy says it, by the reviewed terms of a version. */
export interface PatientWords extends PlainTerm {
  readonly terms: string;
}

const words = (en: string, es: string): PatientWords => ({ en, es, terms: TERMS_VERSION });
/** A name that no reviewed term is kept for stays as it is recorded, and its kind is said. */
const unknown = (en: string, es: string, name: string) => words(`${en}: ${name}`, `${es}: ${name}`);

export function wordsOfCancer({ cancer, stage, text }: CancerFact): PatientWords {
  if (cancer === 'in-situ' || cancer === 'other') return unknown('cancer', 'cáncer', text);
  const { en, es } = CANCER_TERMS[cancer];
  return stage === null ? words(en, es) : words(`${en}, stage ${stage}`, `${es}, etapa ${stage}`);
}

export function wordsOfMedicine({ substance }: { readonly substance: string }): PatientWords {
  const spanish = SPANISH_NAMES[substance];
  return spanish === undefined ? unknown('medicine', 'medicina', substance) : words(substance, spanish);
}

export function wordsOfSurgery({ text }: Pick<SurgeryFact, 'text'>): PatientWords {
  const found = SURGERY_TERMS.find(([form]) => form.test(text))?.[1];
  return found === undefined ? unknown('operation', 'operación', text) : words(found.en, found.es);
}

export function wordsOfRadiation({ site }: Pick<RadiationFact, 'site'>): PatientWords {
  const found = RADIATION_TERMS.find(([form]) => form.test(site))?.[1];
  return found === undefined
    ? unknown('radiation', 'radiación', site)
    : words(`radiation to the ${found.en}`, `radiación: ${found.es}`);
}

export const wordsOfTransplant = ({ text }: { readonly text: string }): PatientWords =>
  unknown('transplant', 'trasplante', text);

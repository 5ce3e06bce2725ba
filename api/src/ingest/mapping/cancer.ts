import type { CodeableConcept, Condition } from 'fhir/r4';
import { codesOf, wordsOf } from '../fhir/concepts.ts';
import { ICD10CM } from '../fhir/systems.ts';
import { hasProfile } from '../fhir/values.ts';

export type CancerCategory = 'primary-cancer' | 'secondary-cancer';

// SNOMED CT's hierarchy is licensed and not ours to ship, so a concept is judged by its words.
const MALIGNANT =
  /malignan|\bcancer|carcinoma|lymphoma|leuka?emia|\bmyeloma|melanoma|sarcoma|blastoma|glioma|mesothelioma|myelodysplas|metasta|neoplasm of (the )?(prostate|breast|colon|lung|rectum|bladder|ovary|pancreas)|\btumou?r of (the )?(prostate|breast|colon|lung|rectum|bladder|ovary|pancreas)/;
const SECONDARY = /metasta|secondary (malignan|neoplas|cancer)/;
const NO_METASTASIS =
  /\b(non[- ]?|(no|without|negative for)( (any|known|evidence|signs?|of|distant|regional|lymph|nod(e|al)))* )metasta\w*( disease)?/g;

// "Suspected lung cancer (situation)", "history of", "screening for": about a cancer, not one.
const NOT_ONE =
  /suspect|history of|family|screening|risk|fear of|no evidence|without |exclu|benign|polyp|due to|chemotherapy|caused by|following|aftercare|education/;

/** ICD-10-CM C00–D09: secondary are C77–C79 and C7B; in situ (D00–D09) counts as primary. */
function byIcd10(code: string): CancerCategory | undefined {
  if (!/^(C\d|C4A|C7[AB]|D0\d)/.test(code)) return undefined;
  return /^C7[789B]/.test(code) ? 'secondary-cancer' : 'primary-cancer';
}

/** Which kind of cancer a concept names; undefined when it names none, or is only about one. */
export function cancerOf(concept: CodeableConcept | undefined): CancerCategory | undefined {
  for (const { system, code } of codesOf(concept)) {
    const category = system === ICD10CM && code !== undefined ? byIcd10(code) : undefined;
    if (category) return category;
    // A code of another chapter says that it is not a cancer, whatever its words mention ("carrier of a breast cancer gene").
    if (system === ICD10CM && code !== undefined && !/^[CD]/.test(code)) return undefined;
  }
  const words = spreadOnly(wordsOf(concept));
  if (!MALIGNANT.test(words) || NOT_ONE.test(words)) return undefined;
  return SECONDARY.test(words) ? 'secondary-cancer' : 'primary-cancer';
}

const spreadOnly = (words: string): string => words.replace(NO_METASTASIS, ' ');

/** Whether words tell of a metastasis, and not of none: "non-metastatic", "no evidence of distant metastases". */
export const tellsMetastasis = (words: string): boolean => /metasta/.test(spreadOnly(words.toLowerCase()));

/** A condition's category: what its mCODE profile declares, else what its code says. */
export function cancerCategory(condition: Pick<Condition, 'meta' | 'code'>): CancerCategory | undefined {
  if (hasProfile(condition, /mcode-secondary-cancer-condition$/)) return 'secondary-cancer';
  if (hasProfile(condition, /mcode-primary-cancer-condition$/)) return 'primary-cancer';
  return cancerOf(condition.code);
}

export const isCancer = (condition: Pick<Condition, 'meta' | 'code'>): boolean =>
  cancerCategory(condition) !== undefined;

import type { CodeableConcept, Coding } from 'fhir/r4';
import { LOINC, sameSystem, SNOMED, systemName } from './systems.ts';

/** A coding after its sender's slips are mended; see `mended`. */
export interface Code {
  readonly system: string | undefined;
  readonly code: string | undefined;
  readonly display: string | undefined;
}

const LOINC_FORM = /^\d{1,7}-\d$/;
const SNOMED_FORM = /^\d{6,18}$/;
// "(disorder)", "(regime/therapy))": SNOMED CT's tag for the kind of concept, which no clinician writes.
const SEMANTIC_TAG =
  /\s*\((?:disorder|finding|procedure|regime\/therapy|situation|qualifier value|substance|organism|observable entity|attribute|morphologic abnormality|body structure|product|tumor staging|event|person|occupation|assessment scale|context-dependent category)\)+$/i;

// Control characters, and marks that are not seen: of no width, or turning the direction of what follows.
const UNTIDY = /[\p{Cc}\p{Cf}]|\s\s|^\s|\s$/u;

/** Text as it is kept: nothing that is not seen, no runs of blanks, nothing for an empty string. */
export function clean(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  // Nearly all of it is tidy, and there is a lot of it.
  if (!UNTIDY.test(text)) return text === '' ? undefined : text;
  return (
    text
      .replaceAll(/[\p{Cf}\0]/gu, '')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim() || undefined
  );
}

/** A name as people say it, without SNOMED CT's semantic tag. */
export function spoken(text: unknown): string | undefined {
  const words = clean(text);
  return words === undefined ? undefined : words.replace(SEMANTIC_TAG, '') || words;
}

/**
 * Mends what senders are known to get wrong: a LOINC code under SNOMED's name and the reverse, and
 * a code that a spreadsheet has turned into `6.7811E+13`, which is a code no longer.
 */
function mended({ system, code, display }: Coding): Code {
  const ruined = code !== undefined && /^\d+(\.\d+)?E\+?\d+$/i.test(code);
  const named = system === undefined ? undefined : sameSystem(system);
  const swapped =
    named === SNOMED && LOINC_FORM.test(code ?? '')
      ? LOINC
      : named === LOINC && SNOMED_FORM.test(code ?? '')
        ? SNOMED
        : named;
  return { system: swapped, code: ruined ? undefined : clean(code), display: spoken(display) };
}

const NONE: readonly Code[] = [];

/** A concept's codings, mended. */
export function codesOf(concept: CodeableConcept | undefined): readonly Code[] {
  return concept?.coding === undefined ? NONE : concept.coding.map(mended);
}

/** The codes of several concepts, such as a list of categories. Before R4 some of these lists were one concept. */
export const allCodesOf = (concepts: readonly CodeableConcept[] | CodeableConcept | undefined): Code[] =>
  [concepts ?? []].flat().flatMap(codesOf);

export const hasCode = (codes: readonly Code[], system: string, ...wanted: readonly string[]): boolean =>
  codes.some((one) => one.system === system && one.code !== undefined && wanted.includes(one.code));

/** The first code of the systems preferred, in their order; else the first that there is. */
export function preferred(codes: readonly Code[], ...systems: readonly string[]): Code | undefined {
  for (const system of systems) {
    const found = codes.find((one) => one.system === system && one.code !== undefined);
    if (found) return found;
  }
  return codes.find((one) => one.code !== undefined) ?? codes[0];
}

/** What a concept is called in words: its text, else a display. */
export function wordedName(concept: CodeableConcept | undefined): string | undefined {
  if (concept === undefined) return undefined;
  return spoken(concept.text) ?? codesOf(concept).find(({ display }) => display !== undefined)?.display;
}

/** What a concept is called: in words, else by the bare code with its system. Undefined when it says nothing. */
export function nameOf(concept: CodeableConcept | undefined): string | undefined {
  const coded = codesOf(concept).find(({ code }) => code !== undefined);
  return (
    wordedName(concept) ?? (coded && `${coded.system === undefined ? '' : `${systemName(coded.system)} `}${coded.code}`)
  );
}

/** Lower-case words of concepts, to be searched where no code decides. */
export function wordsOf(...concepts: readonly (CodeableConcept | undefined)[]): string {
  return concepts
    .flatMap((concept) => [concept?.text, ...(concept?.coding ?? []).map(({ display }) => display)])
    .filter((words) => words !== undefined)
    .join(' | ')
    .toLowerCase();
}

/** Columns that every coded row has. */
export function codeColumns(
  concept: CodeableConcept | undefined,
  ...systems: readonly string[]
): { codeSystem: string | null; code: string | null } {
  const found = preferred(codesOf(concept), ...systems);
  return { codeSystem: found?.code === undefined ? null : (found.system ?? null), code: found?.code ?? null };
}

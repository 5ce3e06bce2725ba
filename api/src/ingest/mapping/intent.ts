import type { Extension } from 'fhir/r4';
import { codesOf, nameOf } from '../fhir/concepts.ts';
import { extension } from '../fhir/values.ts';

const INTENTS: Record<string, string> = {
  '373808002': 'curative',
  '363676003': 'palliative',
  '399707004': 'supportive',
  '360156006': 'screening',
  '261004008': 'diagnostic',
  '129428001': 'preventive',
};

/** mCODE's treatment intent in one word: STU 4 calls the extension procedure-intent, STU 2 treatment-intent. */
export function treatmentIntent(extensions: readonly Extension[] | undefined): string | null {
  const concept = extension(extensions, 'mcode-procedure-intent', 'mcode-treatment-intent')?.valueCodeableConcept;
  const code = codesOf(concept).find((one) => one.code !== undefined)?.code;
  const known = code === undefined ? undefined : INTENTS[code];
  return (
    known ??
    nameOf(concept)
      ?.replace(/\s*-\s*procedure intent.*$/i, '')
      .toLowerCase() ??
    null
  );
}

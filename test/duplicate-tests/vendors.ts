/**
 * Results as the systems of several vendors send them, with labels written before the engine was asked: `repeat` where a
 * physician would be glad to be told, `new` where a warning would be wrong. Shapes are those of the shared samples (eCQM,
 * Synthea of three years, mCODE, US Core, HL7 v2 turned into FHIR) and of laboratories that send words and local codes.
 */
import { NEW_CASES } from './vendors-new.ts';
import { REPEAT_CASES } from './vendors-repeat.ts';
import { SECOND_NEW } from './vendors-second-new.ts';
import { SECOND_REPEATS } from './vendors-second-repeat.ts';

export const VENDOR_CASES = [...REPEAT_CASES, ...NEW_CASES, ...SECOND_REPEATS, ...SECOND_NEW];

/** What the engine gets wrong, and why; a case that is told right must leave this list. */
export const EXPLAINED_MISSES: Readonly<Record<string, string>> = {
  'positive by its code alone':
    'POS is no flag: it is good news of immunity and says nothing of a blood group. Words that say “positive” are read.',
};

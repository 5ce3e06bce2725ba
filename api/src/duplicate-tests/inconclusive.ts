import type { FamilyGroup } from './family.ts';
import { categoriesIn } from './report-categories.ts';
import { plain } from './words.ts';

const NOT = '(?<!\\b(no|not|non|without)( (visible|significant|signs? of|evidence of))? )';
/** Of any test. */
const NO_ANSWER =
  /\b(inconclusive|non ?diagnostic|not diagnostic|not performed|unsatisfactory|technically inadequate|limited study|study (is )?limited)\b/;
/** To be done again, and not to be followed up in its time. */
const AGAIN =
  /\brepeat (is )?(recommended|advised|suggested)\b(?! in (a|an|one|two|three|six|twelve|\d+)( to \d+)? (month|year))/;
const SPECIMEN = new RegExp(
  `${NOT}\\b(insufficient|hemolyz\\w*|haemoly[sz]\\w*|hemolys\\w*|clotted|contaminat\\w*|indeterminate)\\b|\\b(qns|quantity not sufficient|specimen rejected|limited by|no value (?!as text))\\b`,
);
const PROCEDURE =
  /\b((inadequate|poor|suboptimal) (bowel )?prep(aration)?|incomplete (colonoscopy|examination|exam|procedure|study)|limited by|insufficient)\b/;

/**
 * Whether what a result says means that the test has to be done again. A radiologist finds an "indeterminate nodule"
 * and sees a part "limited by motion" in a study that has answered; a specimen that is either has not.
 */
export function isInconclusive(text: string, group: FamilyGroup): boolean {
  const words = plain(text);
  if (NO_ANSWER.test(words) || AGAIN.test(words)) return true;
  if (group === 'imaging') return categoriesIn(words).includes('incomplete');
  return (group === 'procedure' ? PROCEDURE : SPECIMEN).test(words);
}

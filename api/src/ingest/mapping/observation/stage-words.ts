import type { StagePart } from './classify.ts';

const ROMAN = ['0', 'I', 'II', 'III', 'IV'];

/** TNM categories as they are written at the bedside. */
const CATEGORY = /\b([cpyra]{0,3})([TNM])\s?(is|X|[0-4](?:mi)?[a-d]?|a)(?![A-Za-z0-9])/;
const GROUP = /\bstage\s+(?:group\s+)?(0|[1-4]|I{1,3}|IV)([A-Ea-e]\d?)?\b/i;
const BARE_GROUP = /^[cpy]?(0|[1-4]|I{1,3}|IV)([A-Ea-e]\d?)?$/;

/**
 * The short form of a stage: "American Joint Committee on Cancer stage IIIC (qualifier value)" and
 * "3C" are both "IIIC", "cT3 category" is "cT3". Words that hold neither are left as they are.
 */
export function shortStage(words: string, part: StagePart): string {
  if (part === 'group' || part === 'other-group') {
    const found = BARE_GROUP.exec(words.trim()) ?? GROUP.exec(words);
    // "ISS Stage II Plasma Cell Myeloma" says more than "II": only what ends with the stage is shortened.
    const whole = part === 'group' || found?.[0] === words.slice(found?.index);
    if (found && whole) return roman(found[1] ?? '') + (found[2] ?? '').toUpperCase();
    // Bladder registries send the T category as the group.
    return part === 'group' ? (CATEGORY.exec(words)?.[0].replace(' ', '') ?? words) : words;
  }
  const found = CATEGORY.exec(words);
  return found && found[2] === part.toUpperCase() ? `${found[1]}${found[2]}${found[3]}` : words;
}

function roman(number: string): string {
  return /^\d$/.test(number) ? (ROMAN[Number(number)] ?? number) : number.toUpperCase();
}

/** "American Joint Commission on Cancer, Cancer Staging Manual, 8th edition …" is called AJCC 8th edition. */
export function shortMethod(words: string | undefined): string | undefined {
  const ajcc =
    /american joint comm.*?(\d+)(?:st|nd|rd|th) edition/i.exec(words ?? '') ??
    /ajcc.*?(\d+)(?:st|nd|rd|th) edition/i.exec(words ?? '');
  return ajcc ? `AJCC ${ajcc[1]}th edition` : words;
}

const ROMAN = ['0', 'I', 'II', 'III', 'IV'];

/** TNM categories as they are written at the bedside. */
const CATEGORY = /\b([cpyra]{0,3})([TNM])\s?(is|X|[0-4](?:mi)?[a-d]?|a)(?![A-Za-z0-9])/;
const GROUP = /\b(?:stage|group)\s+(?:group\s+)?(0|[1-4]|I{1,3}|IV)([A-Ea-e]\d?)?\b/i;
const BARE_GROUP = /^[cpy]?(0|[1-4]|I{1,3}|IV)([A-Ea-e]\d?)?$/;

/**
 * The short form of a stage: "American Joint Committee on Cancer stage IIIC (qualifier value)" and
 * "3C" are both "IIIC", "cT3 category" is "cT3". Words that hold neither are left as they are.
 */
export function shortStage(words: string, part: 'group' | 't' | 'n' | 'm'): string {
  if (part === 'group') {
    const found = BARE_GROUP.exec(words.trim()) ?? GROUP.exec(words);
    // Ann Arbor's E and the like keep their own letters; systems with other scales keep their words.
    return found ? roman(found[1] ?? '') + (found[2] ?? '').toUpperCase() : words;
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

/** Lower-case words without punctuation, as names are compared. A hyphen or slash parts words; a dot inside a number stays. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9.]/g, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export type Laterality = 'left' | 'right' | 'bilateral';
/** 'both': with and without, which answers either question. */
export type Contrast = 'with' | 'without' | 'both';

/** The side that words name; undefined when they name none. */
export function lateralityIn(text: string): Laterality | undefined {
  const words = plain(text);
  const [left, right] = [names(words, 'left|lt', 'l'), names(words, 'right|rt', 'r')];
  if (/\b(bilateral|both|bilat|bil|bi)\b/.test(words) || (left && right)) return 'bilateral';
  if (left) return 'left';
  return right ? 'right' : undefined;
}

const PAIRED = 'knee|hip|shoulder|breast|ankle|foot|hand|wrist|arm|clavicle|leg|kidney';
/** The L of "mIU/L" is a litre. */
const UNIT_BEFORE = '(?<!\\b([munpfk]?(g|mol|kat|cells)|[mu]?i?u|m?eq|\\d+) )';
/** One letter is a side only before a part of the body that there are two of, or at the end: "MRI L spine" is of no side. */
const names = (words: string, whole: string, letter: string) =>
  new RegExp(`\\b(${whole})\\b|\\b${letter} (${PAIRED})s?\\b|${UNIT_BEFORE}\\b${letter}$`).test(words);

/** How words say that contrast is used; undefined when they say nothing of it. */
export function contrastIn(text: string): Contrast | undefined {
  const words = plain(text).replaceAll(/\bw o\b/g, 'wo');
  if (
    /\b(with and without|without and with|w wo|wo w|wo and w|w and wo|with wo|w and without|pre and post)\b/.test(words)
  )
    return 'both';
  if (/\b(noncontrast|unenhanced|nonenhanced|plain ct)\b/.test(words)) return 'without';
  if (/\b(without|wo|no|non)( iv| intravenous| oral)?( con| cont| contr| contrast| dye| gad| gadolinium)\b/.test(words))
    return 'without';
  // "CT HEAD WO": in the name of a study nothing else is left out.
  if (/\b(wo|without)$/.test(words)) return 'without';
  return /\b(cta|ct angio\w*)\b|\b(contrast|enhanced|gadolinium)\b|\bw(ith)?( iv)? (con|cont|contr|dye|gad)\b/.test(
    words,
  )
    ? 'with'
    : undefined;
}

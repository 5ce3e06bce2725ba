/** Lower-case words without punctuation, as names are compared. A hyphen or slash parts words; a dot inside a number stays. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9.]+/g, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export type Laterality = 'left' | 'right' | 'bilateral';
export type Contrast = 'with' | 'without';

/** The side that words name; undefined when they name none. */
export function lateralityIn(text: string): Laterality | undefined {
  const words = plain(text);
  const [left, right] = [/\b(left|lt)\b/.test(words), /\b(right|rt)\b/.test(words)];
  if (/\b(bilateral|both|bilat)\b/.test(words) || (left && right)) return 'bilateral';
  if (left) return 'left';
  return right ? 'right' : undefined;
}

/** Whether words say that contrast is given; "with and without" is with. */
export function contrastIn(text: string): Contrast | undefined {
  const words = plain(text);
  if (/\b(with and without|without and with|w wo|wo and w|w and wo|w and w o)\b/.test(words)) return 'with';
  if (
    /\b(without|wo|w o|no|non|noncontrast|unenhanced)\b( iv)?( contrast)?/.test(words) &&
    /contrast|unenhanced/.test(words)
  )
    return 'without';
  return /\b(contrast|enhanced)\b/.test(words) ? 'with' : undefined;
}

/** What a report says when the test has to be done again. */
export const isInconclusive = (text: string): boolean =>
  /\b(inconclusive|non ?diagnostic|not diagnostic|insufficient|hemolyz\w*|haemolys\w*|hemolys\w*|clotted|contaminat\w*|qns|quantity not sufficient|specimen rejected|unsatisfactory|indeterminate|limited (study|by)|not performed|technically inadequate|repeat (is )?(recommended|advised|suggested))\b/.test(
    plain(text),
  );

const RAISED: Readonly<Record<string, string>> = { '2': '²', '3': '³' };

/**
 * A UCUM unit as a clinician writes it, for sentences: 10^9/L for "10*9/L", mIU/L for "m[IU]/L". Nothing for "1".
 * In letters that every font of a printed page has.
 */
export function shownUnit(unit: string | null): string {
  if (unit === null || unit === '1') return '';
  return unit
    .replaceAll('_', ' ')
    .replaceAll(/10\*(?=\d)/g, '10^')
    .replaceAll(/\bu(?=(g|mol|L)\b)/g, 'µ')
    .replaceAll(/\bm([23])\b/g, (_, power: string) => `m${RAISED[power]}`)
    .replaceAll(/[{}[\]]/g, '');
}

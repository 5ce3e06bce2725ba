import type { FamilyGroup } from './family.ts';
import type { Flag } from './history.ts';
import { categoriesIn } from './report-categories.ts';
import { plain } from './words.ts';

/** What a sender sent of a value and of its judgement. */
export interface Judged {
  readonly flag: Flag | null;
  readonly value_number: number | null;
  readonly value_text: string | null;
  readonly reference_low: number | null;
  readonly reference_high: number | null;
}

/**
 * The sender's judgement, or else the sender's own reference range or words applied; null where nobody judged.
 * @param readable whether the unit can be read: a range in a unit that nobody can read judges nothing.
 */
export function flagOf(row: Judged, group: FamilyGroup | undefined, readable: boolean): Flag | null {
  const ranged = byRange(row);
  // An import may have taken the flag from the range; then it is worth as much as the range.
  if (!readable && (row.flag === null || row.flag === ranged)) return null;
  return row.flag ?? ranged ?? flagInWords(row.value_text ?? '', group);
}

function byRange({
  value_number: value,
  value_text: text,
  reference_low: low,
  reference_high: high,
}: Judged): Flag | null {
  if (value === null || (low === null && high === null)) return null;
  if (/^\s*(<|less|below)/i.test(text ?? '')) return belowLimit(value, low, high);
  if (/^\s*(>|greater|more|above)/i.test(text ?? '')) return high !== null && value >= high ? 'high' : null;
  if (low !== null && value < low) return 'low';
  return high !== null && value > high ? 'high' : 'normal';
}

/** "<4" may lie anywhere below: it is judged where every such value comes to the same. */
function belowLimit(limit: number, low: number | null, high: number | null): Flag | null {
  if (low !== null && low > 0) return limit <= low ? 'low' : null;
  return high !== null && limit <= high ? 'normal' : null;
}

/** The judgement that words give, of tests whose results are said in words. */
export function flagInWords(text: string, group: FamilyGroup | undefined): Flag | null {
  if (group === 'microbiology' || group === 'urine-stool') return byWords(text);
  if (group !== 'imaging') return null;
  const said = categoriesIn(plain(text));
  return said.includes('abnormal') ? 'abnormal' : said.includes('normal') ? 'normal' : null;
}

function byWords(text: string): Flag | null {
  if (
    /\b(no (significant )?growth|negative|not detected|none detected|non-?reactive|not seen|no organisms)\b/i.test(text)
  )
    return 'normal';
  return /\b(positive|detected|reactive|growth|isolated|cfu)\b/i.test(text) ? 'abnormal' : null;
}

import type { Catalogue } from './catalogue.ts';
import type { Family } from './family.ts';
import { plain } from './words.ts';

/** The families that a person may have meant. */
export function nearestTo(text: string, catalogue: Catalogue, limit = 5): Family[] {
  const words = plain(text);
  const scored = new Map<Family, number>();
  for (const [name, families] of catalogue.byName) {
    const score = likeness(words, name);
    for (const family of families) if (score > (scored.get(family) ?? 0.3)) scored.set(family, score);
  }
  return [...scored]
    .toSorted(([a, x], [b, y]) => y - x || a.name.localeCompare(b.name))
    .slice(0, limit)
    .map(([family]) => family);
}

/** 0 to 1: begins with, holds, or shares pairs of letters with (Dice). */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a !== '' && b.startsWith(a)) return 0.95 - 0.002 * b.length;
  if (a !== '' && ` ${b}`.includes(` ${a}`)) return 0.8 - 0.002 * b.length;
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return ((2 * shared) / (left.length + right.length)) * 0.75;
}
const pairsOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));

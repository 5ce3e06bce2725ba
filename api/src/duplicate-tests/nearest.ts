import type { Catalogue } from './catalogue.ts';
import type { Family } from './family.ts';
import { plain } from './words.ts';

/** The families that a person may have meant. */
export function nearestTo(text: string, catalogue: Catalogue, limit = 5): Family[] {
  const words = plain(text);
  if (words === '') return [];
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

/** 0 to 1: begins with a word so, the shorter the nearer; else by how many pairs of letters are shared (Dice). */
function likeness(a: string, b: string): number {
  if (` ${b}`.includes(` ${a}`)) return 0.95 - 0.002 * b.length;
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return ((2 * shared) / (left.size + right.size)) * 0.75;
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2)));

import { partsOf, type Catalogue } from './catalogue.ts';
import { JOINT_STUDIES, MODALITIES, REGIONS, STUDIES } from './data/imaging.ts';
import { LOINC, type Family } from './family.ts';
import { contrastIn, lateralityIn, plain, type Contrast, type Laterality } from './words.ts';

/** How a test is named: a code, words, or both. */
export interface TestName {
  readonly system?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly text?: string | null | undefined;
}

export interface Recognized {
  readonly found: 'one';
  readonly family: Family;
  /** Keys of the families that can be compared one by one. */
  readonly parts: readonly string[];
  readonly laterality: Laterality | undefined;
  readonly contrast: Contrast | undefined;
}
export type Recognition = Recognized | { readonly found: 'several' | 'none'; readonly nearest: readonly Family[] };

/** Which family a test belongs to. A code decides before words; words that fit several families decide nothing. */
export function recognize(name: TestName, catalogue: Catalogue): Recognition {
  const text = name.text ?? '';
  const byCode = codeOf(name, catalogue);
  if (byCode) return one(byCode, text);
  const words = plain(text);
  if (words === '') return { found: 'none', nearest: [] };
  const exact = catalogue.byName.get(words) ?? [];
  if (exact.length === 1 && exact[0]) return one(exact[0], text);
  if (exact.length > 1) return { found: 'several', nearest: exact };
  const imaging = imagingOf(words, catalogue);
  if (imaging.length === 1 && imaging[0]) return one(imaging[0], text);
  if (imaging.length > 1) return { found: 'several', nearest: imaging };
  const within = namedWithin(words, catalogue);
  if (within.length === 1 && within[0]) return one(within[0], text);
  return within.length > 1 ? { found: 'several', nearest: within } : { found: 'none', nearest: [] };
}

const one = (family: Family, text: string): Recognized => ({
  found: 'one',
  family,
  parts: partsOf(family),
  laterality: lateralityIn(text),
  contrast: contrastIn(text),
});

/** Some senders print a LOINC code under another system; a LOINC code has a form that no other code here has. */
function codeOf({ system, code, text }: TestName, catalogue: Catalogue): Family | undefined {
  const bare = /^\s*(\d{1,6}-\d)\s*$/.exec(text ?? '')?.[1];
  const given = code?.trim() ?? bare ?? text?.trim();
  if (given === undefined || given === '') return undefined;
  if (system != null) {
    const own = catalogue.byCode.get(`${system}|${given}`);
    if (own) return own;
  }
  if (/^\d{1,6}-\d$/.test(given)) return catalogue.byCode.get(`${LOINC}|${given}`);
  if (system != null) return undefined;
  const anywhere = [...catalogue.byCode].filter(([key]) => key.endsWith(`|${given}`)).map(([, family]) => family);
  return anywhere.length === 1 ? anywhere[0] : undefined;
}

/** Families that words describe by a study's own name, or by modality and region. */
function imagingOf(words: string, catalogue: Catalogue): Family[] {
  const known = (key: string) => catalogue.families.get(key);
  const study = STUDIES.find((candidate) => candidate.words.test(words));
  if (study) return [known(study.key)].filter((family) => family !== undefined);
  const modality = Object.keys(MODALITIES).find((key) => MODALITIES[key]?.words.test(words));
  if (modality === undefined) return [];
  const regions = Object.keys(REGIONS).filter(
    (region) => REGIONS[region]?.words.test(words) && known(`${modality}-${region}`) !== undefined,
  );
  const spine = regions.some((region) => region.startsWith('spine-'));
  const keys = regions.filter((region) => !(spine && region === 'chest')).map((region) => `${modality}-${region}`);
  if (keys.length < 2) return keys.map(known).filter((family) => family !== undefined);
  const joint = JOINT_STUDIES.find(({ parts }) => parts.split(' ').toSorted().join() === keys.toSorted().join());
  return (joint ? [known(joint.key)] : keys.map(known)).filter((family) => family !== undefined);
}

/** Families whose whole name stands in longer words ("creatinine, serum"); a name inside a longer found name does not count. */
function namedWithin(words: string, catalogue: Catalogue): Family[] {
  const padded = ` ${words} `;
  // Two letters stand for too many things inside a sentence; alone they were looked up before.
  const names = [...catalogue.byName].filter(([name]) => name.length > 2 && padded.includes(` ${name} `));
  const longest = names.filter(
    ([name]) => !names.some(([other]) => other !== name && ` ${other} `.includes(` ${name} `)),
  );
  return [...new Set(longest.flatMap(([, families]) => families))];
}

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

import { partsOf, type Catalogue } from './catalogue.ts';
import { SHOWS_TOO } from './data/imaging.ts';
import { LOINC, type Family } from './family.ts';
import { imagingOf } from './recognize-imaging.ts';
import { anotherTest } from './qualifiers.ts';
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

// A laboratory has a few hundred names and prints them on thousands of results.
const KEPT = 5_000;
const kept = new WeakMap<Catalogue, Map<string, Recognition>>();

/** Which family a test belongs to. A code decides before words; words that fit several families decide nothing. */
export function recognize(name: TestName, catalogue: Catalogue): Recognition {
  let known = kept.get(catalogue);
  if (known === undefined || known.size >= KEPT) kept.set(catalogue, (known = new Map()));
  const key = JSON.stringify([name.system, name.code, name.text]);
  let recognition = known.get(key);
  if (recognition === undefined) known.set(key, (recognition = recognizeAnew(name, catalogue)));
  return recognition;
}

function recognizeAnew(name: TestName, catalogue: Catalogue): Recognition {
  const text = name.text ?? '';
  const byCode = codeOf(name, catalogue);
  if (byCode) return one(byCode, text);
  const words = plain(withoutAside(text));
  for (const find of [calledExactly, imagingOf, namedWithin]) {
    const [family, ...others] = find(words, catalogue);
    if (family) return others.length === 0 ? one(family, text) : { found: 'several', nearest: [family, ...others] };
  }
  // A laboratory's own code often is the test's short name: "CREA".
  const [short, ...others] = calledExactly(plain(name.code ?? ''), catalogue);
  return short && others.length === 0 ? one(short, text) : { found: 'none', nearest: [] };
}

const calledExactly = (words: string, catalogue: Catalogue): readonly Family[] => catalogue.byName.get(words) ?? [];

/**
 * What the laboratory does by itself when a result asks for it, what it leaves out, and what LOINC says of
 * property and method ("[Enzymatic activity/volume]", "by Automated count") is not what was ordered.
 */
const withoutAside = (text: string) =>
  text
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .replace(
      /\bby (automated|manual|test strip|coagulation|calculation|immuno\w*|electrophoresis|detection|computation).*/i,
      '',
    )
    .replace(/(\bin .*\b(?:serum|plasma|blood|urine|stool)\b.*?) by .*/i, '$1')
    .replace(/\b(reflex|rflx|rfx)\b.*/i, '')
    .replace(/(\b(with|w|and)\b|\bw\/|\+) ?(estimated )?e?gfr\b/i, '')
    .replace(/\b(no|without|w\/?o) (auto |automated |manual )?diff(erential)?\b/i, '');

const one = (family: Family, text: string): Recognized => ({
  found: 'one',
  family,
  parts: partsOf(family),
  laterality: lateralityIn(text),
  contrast: contrastIn(text),
});

/** Some senders print a LOINC code under another system; a LOINC code has a form that no other code here has. */
function codeOf({ system, code, text }: TestName, catalogue: Catalogue): Family | undefined {
  const given = (code ?? text ?? '').trim();
  const own = catalogue.byCode.get(`${system ?? ''}|${given}`);
  if (own) return own;
  if (/^\d{1,6}-\d$/.test(given)) return catalogue.byCode.get(`${LOINC}|${given}`);
  if (system != null) return undefined;
  const anywhere = [...catalogue.byCode].filter(([key]) => key.endsWith(`|${given}`)).map(([, family]) => family);
  return anywhere.length === 1 ? anywhere[0] : undefined;
}

/**
 * Families whose name stands in longer words ("creatinine, serum"), or whose words all do ("T4, free"). A name
 * inside a longer found name does not count, nor does a part beside its panel ("lipid panel with LDL").
 */
function namedWithin(words: string, catalogue: Catalogue): Family[] {
  const padded = ` ${words} `;
  const all = new Set(words.split(' '));
  // Two letters stand for too many things inside a sentence; alone they were looked up before.
  const stands = (name: string) =>
    name.length > 2 &&
    (padded.includes(` ${name} `) || (isTelling(name) && name.split(' ').every((one) => all.has(one))));
  const names = [...catalogue.byName].filter(([name]) => stands(name));
  const longest = names.filter(([name]) => !names.some(([other]) => holds(other, name)));
  const meant = new Set(
    longest.flatMap(([name, families]) => families.filter((family) => !anotherTest(words, name, family))),
  );
  const parts = new Set([...meant].flatMap((family) => family.parts));
  return [...meant].filter(({ key }) => !parts.has(key));
}

/** Whether a longer name has every word of a name, and more. */
function holds(longer: string, name: string): boolean {
  const [words, own] = [longer.split(' '), name.split(' ')];
  return words.length > own.length && own.every((one) => words.includes(one));
}

/** "Blood" and "count" stand apart in the names of a hundred tests. */
const OF_MANY =
  /^(blood|serum|plasma|count|cell|cells|red|white|total|test|panel|function|free|surface|level|of|in|and)$/;
const isTelling = (name: string) => name.includes(' ') && name.split(' ').some((one) => !OF_MANY.test(one));

const withWhatTheyShow = (keys: readonly string[]): string[] => keys.flatMap((key) => [key, ...(SHOWS_TOO[key] ?? [])]);

/**
 * Keys of the families that a name of the record answers; none when it cannot be told.
 * @param site where it was done, when the name does not say it
 */
export function familiesOf(name: TestName, catalogue: Catalogue, site?: string): readonly string[] {
  const known = recognize(name, catalogue);
  // A study that is called after several regions shows them all.
  if (known.found === 'several' && known.nearest.every(({ group }) => group === 'imaging'))
    return withWhatTheyShow(known.nearest.flatMap(partsOf));
  if (known.found === 'one') return withWhatTheyShow(known.parts);
  return site === undefined ? [] : familiesOf({ text: `${name.text ?? ''} ${site}` }, catalogue);
}

import { nearestTo, partsOf, type Catalogue } from '#api/duplicate-tests/index.ts';
import { TEST_FAMILIES } from '#api/test-families/index.ts';
import { VACCINE_KEYS } from './data/vaccines.ts';
import { SCORES, SCREENED, VISITS } from './history.ts';

const VISIT_KEYS = Object.values(VISITS);

/** All keys under which a record can tell that something was done: what else a rule names is never done. */
export const doneKeysOf = ({ families }: Catalogue): ReadonlySet<string> =>
  new Set([
    ...TEST_FAMILIES.map(({ key }) => key),
    ...[...families.values()].flatMap(partsOf),
    ...SCREENED.map(([, key]) => key),
    ...Object.values(SCORES),
    ...VACCINE_KEYS,
    ...VISIT_KEYS,
  ]);

/** What is wrong with a key that no record tells, and which key may have been meant. */
export function unknownKey(key: string, catalogue: Catalogue): string {
  const family = catalogue.families.get(key);
  if (family !== undefined) return `${key} is several tests: name them, ${partsOf(family).join(', ')}`;
  const known = meant(key, catalogue);
  return `no record tells ${key} as done${known.length === 0 ? '' : `: perhaps ${known.join(', ')}`}`;
}

function meant(key: string, catalogue: Catalogue): readonly string[] {
  if (key.startsWith('visit:')) return VISIT_KEYS;
  if (key.startsWith('vaccine:')) return VACCINE_KEYS;
  const near = nearestTo(key.replaceAll('-', ' '), catalogue, 3);
  return near.filter(({ parts }) => parts.length === 0).map((family) => family.key);
}

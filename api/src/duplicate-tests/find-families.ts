import { BadUserInputError } from '#api/graphql/errors.ts';
import type { Catalogue } from './catalogue.ts';
import type { TestFamily } from './duplicate-tests.types.ts';
import { familyView } from './duplicate-tests.view.ts';
import { nearestTo } from './nearest.ts';
import { recognize } from './recognize.ts';

const TEXT_LIMIT = 200;
const PAGE_LIMIT = 50;

/** Families for a type-ahead: the one that the words name first, then those like it. */
export function findFamilies(search: string, first: number, catalogue: Catalogue): TestFamily[] {
  if (search.length > TEXT_LIMIT) throw new BadUserInputError(`search must have at most ${TEXT_LIMIT} characters`);
  if (first < 1 || first > PAGE_LIMIT) throw new BadUserInputError(`first must be from 1 to ${PAGE_LIMIT}`);
  if (search.trim() === '')
    return [...catalogue.families.values()].slice(0, first).map((family) => familyView(family, catalogue));
  const known = recognize({ text: search }, catalogue);
  const exact = known.found === 'one' ? [known.family] : known.nearest;
  const all = new Set([...exact, ...nearestTo(search, catalogue, first)]);
  return [...all].slice(0, first).map((family) => familyView(family, catalogue));
}

import { BadUserInputError } from '#api/graphql/errors.ts';
import { decodeCursor, isMoment } from '#api/graphql/cursor.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { ResultsShape } from './result-sets.ts';
import type { SelectedSection } from './selection.ts';

const PAGE_LIMIT = 200;

/** The name of a results page within its statement. */
export const resultsKey = (responseKey: string) => `results_${responseKey}`;

/**
 * The arguments of `Patient.results` as a statement's shape and values.
 * @throws {BadUserInputError} when one of them cannot be used.
 */
export function resultsArguments(section: SelectedSection): { shape: ResultsShape; values: Record<string, unknown> } {
  const { after, family, since } = section.arguments as {
    after?: string | null;
    family?: string | null;
    since?: string | null;
  };
  const first = pageSize(section);
  const key = resultsKey(section.key);
  const cursor = after == null ? undefined : resultCursor(after);
  return {
    shape: {
      key,
      after: cursor !== undefined,
      family: family != null,
      since: since != null,
      total: section.fields.has('totalCount'),
    },
    values: {
      // one more tells whether there is a next page
      [`${key}.limit`]: first + 1,
      [`${key}.afterTime`]: cursor?.at,
      [`${key}.afterId`]: cursor?.id,
      [`${key}.family`]: family,
      [`${key}.since`]: since,
    },
  };
}

/** The name of an access log within its statement. */
export const accessLogKey = (responseKey: string) => `log_${responseKey}`;
export const accessLogLimit = (section: SelectedSection): number => pageSize(section);

function pageSize(section: SelectedSection): number {
  const first = Number(section.arguments['first']);
  if (first < 1 || first > PAGE_LIMIT) throw new BadUserInputError(`first must be from 1 to ${PAGE_LIMIT}`);
  return first;
}

function resultCursor(cursor: string): { at: string | null; id: string } {
  const [at = '', id = ''] = decodeCursor(cursor);
  if (!isUuid(id) || (at !== '' && !isMoment(at))) throw new BadUserInputError('after is not a cursor of this list');
  return { at: at === '' ? null : at, id };
}

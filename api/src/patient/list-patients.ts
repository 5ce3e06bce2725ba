import { readPanel, type Panel } from '#api/chart/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { decodeCursor, encodeCursor } from '#api/graphql/cursor.ts';
import { BadUserInputError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { PatientConnection } from './patient.types.ts';
import { patientOf } from './patient.view.ts';
import { readSearch } from './search.ts';

const PAGE_LIMIT = 200;
const SEARCH_LIMIT = 200;

interface ListArguments {
  readonly first: number;
  readonly after: string | null | undefined;
  readonly search: string | null | undefined;
  readonly selected: Panel['selected'];
}

/** @throws {BadUserInputError} when an argument cannot be used. */
export async function listPatients(
  context: RequestContext,
  { first, after, search, selected }: ListArguments,
): Promise<PatientConnection> {
  if (first < 1 || first > PAGE_LIMIT) throw new BadUserInputError(`first must be from 1 to ${PAGE_LIMIT}`);
  if ((search ?? '').length > SEARCH_LIMIT)
    throw new BadUserInputError(`search must have at most ${SEARCH_LIMIT} characters`);
  const { charts, total, more } = await readPanel(context, {
    limit: first,
    after: after == null ? undefined : patientCursor(after),
    search: readSearch(search ?? ''),
    selected,
  });
  const edges = charts.map((chart) => ({ cursor: encodeCursor(chart.patient.id), node: patientOf(chart) }));
  return { edges, pageInfo: { hasNextPage: more, endCursor: edges.at(-1)?.cursor ?? null }, totalCount: total };
}

function patientCursor(cursor: string): string {
  const [id] = decodeCursor(cursor);
  if (id === undefined || !isUuid(id)) throw new BadUserInputError('after is not a cursor of this list');
  return id;
}

import type { RequestContext } from '#api/graphql/context.ts';
import { decodeCursor, encodeCursor, isMoment } from '#api/graphql/cursor.ts';
import { BadUserInputError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import { foldName } from '#api/record/index.ts';
import type { ThreadFilter } from './messaging.inputs.ts';
import { readThreads } from './read-threads.ts';
import { pageSize, type ThreadSelection } from './thread-selection.ts';
import type { ThreadConnection } from './thread.types.ts';
import { threadsOf } from './thread.view.ts';

const SEARCH_LIMIT = 200;
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface ListArguments {
  readonly filter: ThreadFilter | null | undefined;
  readonly first: number;
  readonly after: string | null | undefined;
  readonly selection: ThreadSelection;
}

/** @throws {BadUserInputError} when an argument cannot be used. */
export async function listThreads(
  context: RequestContext,
  { filter, first, after, selection }: ListArguments,
): Promise<ThreadConnection> {
  const search = filter?.search?.trim() ?? '';
  if (search.length > SEARCH_LIMIT) throw new BadUserInputError(`search must have at most ${SEARCH_LIMIT} characters`);
  const cursor = after == null ? undefined : inboxCursor(after);
  const told = await readThreads(
    context,
    'messages:list',
    {
      ...selection.shape,
      page: {
        mine: filter?.mine === true,
        unread: filter?.unread === true,
        urgent: filter?.urgent === true,
        patient: filter?.patientId != null,
        person: filter?.personId != null,
        search: search !== '',
        state: filter?.state != null,
        after: cursor !== undefined,
      },
    },
    {
      ...selection.values,
      limit: pageSize(first),
      afterTime: cursor?.at,
      afterId: cursor?.id,
      // what cannot be an id is nobody's
      patientId: idOrNobody(filter?.patientId),
      personId: idOrNobody(filter?.personId),
      search,
      searchWords: foldName(search).split(/[\s,]+/),
      state: filter?.state,
    },
  );
  const edges = threadsOf(told).map(({ thread, sortedAt }) => ({
    cursor: encodeCursor(sortedAt, thread.id),
    node: thread,
  }));
  return { edges, pageInfo: { hasNextPage: told.answer.more, endCursor: edges.at(-1)?.cursor ?? null } };
}

const idOrNobody = (id: string | null | undefined): string => (id != null && isUuid(id) ? id : NOBODY);

function inboxCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = decodeCursor(cursor);
  if (!isUuid(id) || !isMoment(at)) throw new BadUserInputError('after is not a cursor of this list');
  return { at, id };
}

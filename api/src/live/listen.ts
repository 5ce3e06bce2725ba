import { requireToken, type StreamContext } from '#api/graphql/context.ts';
import { AnsweredError, BadUserInputError, UnauthenticatedError } from '#api/graphql/errors.ts';
import { Bell } from './bell.ts';
import { readNews, type LiveNews } from './live.queries.ts';
import type { LiveEventView } from './live.types.ts';

/** However quiet it is, this often: so a page of a session that has ended is closed, and a word that was lost is made up for. */
const LOOK_EVERY_MS = 20_000;
/** While the database restarts. */
const AGAIN_AFTER_MS = 1_000;
/** PostgreSQL's way of writing a snapshot. */
const CURSOR = /^\d{1,19}:\d{1,19}:(\d{1,19}(,\d{1,19})*)?$/;

/**
 * Events for whoever holds the token, from `after` on, until the client leaves or the session ends.
 * An event may be told twice, none is left out: what was told last counts only once its whole batch has been.
 * @throws {UnauthenticatedError} when the session is not alive; the events throw it when it is no longer.
 */
export async function listen(
  context: StreamContext,
  after: string | undefined,
): Promise<AsyncGenerator<LiveEventView>> {
  const token = requireToken(context);
  if (after !== undefined && !isCursor(after)) throw new BadUserInputError('after is no id of an event');
  const look = async (since: string | undefined): Promise<LiveNews> => {
    const news = await readNews(context.pool, token, since);
    if (!news) throw new UnauthenticatedError();
    return news;
  };
  const { cursor, grantees, now } = await look(undefined);
  return follow(context, look, after ?? cursor, grantees, now);
}

async function* follow(
  { wakeUps, signal }: StreamContext,
  look: (since: string) => Promise<LiveNews>,
  from: string,
  whose: readonly string[],
  now: string,
): AsyncGenerator<LiveEventView> {
  let cursor = from;
  const bell = new Bell();
  // From here on nothing can come unheard; what came before is read first.
  let leave = wakeUps.on(whose, bell.ring);
  try {
    yield { id: cursor, kind: 'ready', subjectId: null, at: now };
    while (!signal.aborted) {
      const news = await look(cursor).catch(unlessAnswered);
      if (!news) {
        await bell.wait(AGAIN_AFTER_MS, signal);
        continue;
      }
      for (const [index, event] of news.events.entries()) {
        yield { ...event, id: index === news.events.length - 1 ? news.cursor : cursor };
      }
      cursor = news.cursor;
      leave();
      leave = wakeUps.on(news.grantees, bell.ring);
      await bell.wait(LOOK_EVERY_MS, signal);
    }
  } finally {
    leave();
  }
}

/** A database that is gone for a moment is asked again; that the session has ended is an answer. */
function unlessAnswered(error: unknown): undefined {
  if (error instanceof AnsweredError) throw error;
}

/** Whether it reads as a snapshot: its numbers in order, as PostgreSQL demands. */
function isCursor(text: string): boolean {
  if (!CURSOR.test(text)) return false;
  const [min = '', max = '', running = ''] = text.split(':');
  const [first, last] = [BigInt(min), BigInt(max)];
  const inside = running === '' ? [] : running.split(',').map(BigInt);
  const ordered = inside.every((id, at) => at === 0 || id > (inside[at - 1] ?? 0n));
  return first > 0n && first <= last && ordered && inside.every((id) => id >= first && id < last);
}

import type { Pool } from 'pg';
import { watchAsSession, type Statement } from '#api/database/index.ts';
import type { LiveEventKind } from './live.types.ts';

export interface LiveNews {
  /** All that was committed up to now: a snapshot of PostgreSQL's. */
  readonly cursor: string;
  /** Persons and organisations whose news these are: the reader, and whoever they stand in for. */
  readonly grantees: readonly string[];
  readonly now: string;
  /** Since the cursor that was given, oldest first. */
  readonly events: readonly { kind: LiveEventKind; subjectId: string; at: string }[];
}

/**
 * Ids grow in the order in which transactions take them, and not in which they commit: whoever asked for
 * "all above the last id" would miss what commits late. A snapshot knows what was seen and what was not.
 * One of another database, or of before a restore, lies ahead of ours and has seen nothing.
 */
const NEWS = `
  select pg_current_snapshot()::text as cursor, app.grantees() as grantees, to_json(now()) #>> '{}' as now,
    coalesce((
      select json_agg(json_build_object('kind', e.kind, 'subjectId', e.subject_id, 'at', e.at) order by e.id)
      from live_event e
      where e.xid >= pg_snapshot_xmin($1::pg_snapshot) and not pg_visible_in_snapshot(e.xid, $1::pg_snapshot)
    ), '[]') as events
  from app.current_session()`;

/** What the session has to be told since the cursor; without one, nothing yet. Undefined: the session has ended. */
export async function readNews(pool: Pool, token: string, after: string | undefined): Promise<LiveNews | undefined> {
  const statement: Statement = { sql: NEWS, parameters: [after ?? null] };
  const [news] = await watchAsSession<LiveNews>(pool, token, statement);
  return news;
}

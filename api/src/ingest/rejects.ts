import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Reject } from './import-types.ts';
import { json } from './writing/rows-sql.ts';

/** Keeps what was refused, with the reason. */
export async function saveRejects(pool: Pool, rejects: readonly Reject[]): Promise<void> {
  if (rejects.length === 0) return;
  const rows = rejects.map(({ file, resourceType, sourceId, sourceSystem, reason }) => ({
    id: randomUUID(),
    file,
    resource_type: resourceType,
    source_id: sourceId,
    source_system: sourceSystem,
    reason,
  }));
  await pool.query(
    `insert into import_reject (id, file, resource_type, source_id, source_system, reason)
     select id, file, resource_type, source_id, source_system, reason
     from json_to_recordset($1::json) as r (id uuid, file text, resource_type text, source_id text, source_system text, reason text)`,
    [json(rows)],
  );
}

/** What a file's former import refused is replaced by what this one refuses. */
export async function forgetRejects(pool: Pool, files: readonly string[], before: Date): Promise<void> {
  await pool.query('delete from import_reject where file = any ($1) and rejected_at < $2', [files, before]);
}

/** What is refused and has not come in since, newest first. */
export async function listRejects(pool: Pool): Promise<(Reject & { rejectedAt: Date })[]> {
  const { rows } = await pool.query<Reject & { rejectedAt: Date }>(
    `select file, resource_type as "resourceType", source_id as "sourceId", source_system as "sourceSystem", reason, rejected_at as "rejectedAt"
     from import_reject order by rejected_at desc, file, resource_type, source_id`,
  );
  return rows;
}

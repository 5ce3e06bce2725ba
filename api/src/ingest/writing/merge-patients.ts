import type { ClientBase } from 'pg';
import { json } from './rows-sql.ts';
import { PATIENT_TABLES } from './tables.ts';

export const MERGED_REASON = 'The record was merged into another record of the same patient';

/**
 * Joins records that a source says are one patient: rows, grants and restrictions move to the
 * survivor, and the old grants end with the reason. A survivor who is not known yet leaves all as it is.
 * @returns merged row id → survivor's row id, of those merged now.
 */
export async function mergePatients(
  client: ClientBase,
  pairs: readonly { from: string; into: string }[],
): Promise<Map<string, string>> {
  const merged = new Map<string, string>();
  for (const { from, into } of pairs) {
    // Two records that name each other would swallow one another.
    const { rowCount } = await client.query(
      `update patient p set merged_into_id = $2
       where p.id = $1 and p.id <> $2 and p.merged_into_id is null
         and exists (select from patient survivor where survivor.id = $2 and survivor.merged_into_id is null)`,
      [from, into],
    );
    if (!rowCount) continue;
    merged.set(from, into);
    for (const table of PATIENT_TABLES)
      await client.query(`update ${table} set patient_id = $2 where patient_id = $1`, [from, into]);
    await moveAccess(client, from, into);
  }
  await auditMerges(client, merged);
  return merged;
}

async function moveAccess(client: ClientBase, from: string, into: string): Promise<void> {
  await client.query(
    `insert into access_grant (id, patient_id, grantee_id, grantee_kind, basis, basis_detail, scopes, status, valid_from, valid_until, granted_by, granted_at)
     select gen_random_uuid(), $2, grantee_id, grantee_kind, basis, basis_detail, scopes, status, valid_from, valid_until, granted_by, granted_at
     from access_grant where patient_id = $1 and revoked_at is null
     on conflict do nothing`,
    [from, into],
  );
  await client.query(
    `update access_grant set revoked_at = now(), revoked_reason = $2 where patient_id = $1 and revoked_at is null`,
    [from, MERGED_REASON],
  );
  await client.query(`update access_restriction set patient_id = $2 where patient_id = $1`, [from, into]);
}

async function auditMerges(client: ClientBase, merged: ReadonlyMap<string, string>): Promise<void> {
  if (merged.size === 0) return;
  const rows = [...merged].flatMap(([from, into]) => [
    { patient_id: from, row_ids: [into], detail: 'merged into another record' },
    { patient_id: into, row_ids: [from], detail: 'took over another record' },
  ]);
  await client.query(
    `insert into audit_event (role, patient_id, action, outcome, row_ids, detail)
     select 'integration', r.patient_id, 'ingest:merge', 'done', r.row_ids, r.detail
     from json_to_recordset($1::json) as r (patient_id uuid, row_ids uuid[], detail text)`,
    [json(rows)],
  );
}

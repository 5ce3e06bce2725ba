import type { ClientBase } from 'pg';
import { writeAccess } from '../access/write-access.ts';
import type { Parties } from '../access/parties.ts';
import type { MappedResource } from '../mapping/mapped.ts';
import { append } from './append.ts';
import { digestsOf, type Digests } from './digests.ts';
import { mergePatients } from './merge-patients.ts';
import { KnownPatients } from './patients.ts';
import { writeCourses } from './radiotherapy-courses.ts';
import { compartmentTables, standingTables } from './resource-tables.ts';
import { deleteFormerSql, insertMissingSql, json, recordJson, storedSql, upsertSql } from './rows-sql.ts';
import { TABLES, type TableName } from './tables.ts';
import { verdict, type Stored, type Verdict } from './verdict.ts';

export type Outcome =
  | { readonly kind: Exclude<Verdict, 'conflict'> }
  | { readonly kind: 'rejected'; readonly reason: string }
  /** The patient is not there yet: another file may bring them. */
  | { readonly kind: 'no-patient' };

export interface BatchSurroundings {
  /** Row ids that this import has stored or found unchanged → digest of what the resource says by itself. */
  readonly seen: ReadonlyMap<string, string>;
  readonly parties: Parties;
  /** Patients whose id turned out to be somebody else's, by file and row id. */
  readonly refused: ReadonlySet<string>;
  readonly requestId: string;
}

export interface BatchResult {
  readonly outcomes: readonly Outcome[];
  readonly digests: readonly Digests[];
  /** `file|patient row id` of patients that are somebody else than who is known by the id. */
  readonly refused: readonly string[];
}

interface Judged {
  readonly resource: MappedResource;
  readonly digests: Digests;
  readonly stored: Stored | undefined;
  readonly outcome: Outcome;
  readonly patientId: string | undefined;
}

// An arbitrary constant. Batches of imports that run side by side take turns: what one decides from
// what is stored must still be so when it writes.
const IMPORT_LOCK = 4_211_962;

const SOMEBODY_ELSE = 'is known already and is plainly somebody else: birth date, name and numbers all differ';
const TWICE =
  'comes twice in this import with different contents, and neither says that it is the later one; the first is kept';

const refusal = (resource: MappedResource) => `${resource.file}|${resource.patientId}`;

/**
 * Writes resources in one transaction, which must be open on `client`: rows, what became of their
 * former versions, courses, merges, grants and the audit.
 */
export async function writeBatch(
  client: ClientBase,
  resources: readonly MappedResource[],
  around: BatchSurroundings,
): Promise<BatchResult> {
  await client.query('select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
  const patientIds = resources
    .flatMap(({ patientId, replacedBy }) => [patientId, replacedBy])
    .filter((id) => id !== undefined);
  const known = await KnownPatients.load(client, patientIds);
  const refused = new Set<string>();
  for (const resource of resources) {
    if (resource.key.type !== 'Patient') continue;
    if (known.contradicts(resource)) refused.add(refusal(resource));
    else known.add(resource);
  }
  const stored = await loadStored(client, resources, around.seen);
  const isRefused = (resource: MappedResource) =>
    refused.has(refusal(resource)) || around.refused.has(refusal(resource));
  const judged = resources.map((resource): Judged => {
    const digests = digestsOf(resource);
    const before = stored.get(resource.rowId);
    const patientId = resource.patientId === undefined ? undefined : known.survivor(resource.patientId);
    const judge = (outcome: Outcome): Judged => ({ resource, digests, stored: before, outcome, patientId });
    if (isRefused(resource)) return judge({ kind: 'rejected', reason: `${resource.about} ${SOMEBODY_ELSE}` });
    if (resource.patientId !== undefined && !known.has(resource.patientId)) return judge({ kind: 'no-patient' });
    const found = verdict(resource, digests, before);
    if (found === 'conflict') return judge({ kind: 'rejected', reason: TWICE });
    if (found !== 'stale' && found !== 'empty') {
      // What comes again in the same batch meets what came first.
      stored.set(resource.rowId, storedNow(resource, digests, found === 'unchanged' ? before : undefined));
    }
    return judge({ kind: found });
  });
  await writeRows(client, judged);
  await clearFormer(client, judged);
  await afterRows(client, judged, known, around);
  return {
    outcomes: judged.map(({ outcome }) => outcome),
    digests: judged.map((one) => one.digests),
    refused: [...refused],
  };
}

/** What is stored once the batch is written. What is left as it is keeps the hash that it has. */
function storedNow({ key, withdrawn }: MappedResource, digests: Digests, before: Stored | undefined): Stored {
  if (before) return { ...before, seen: before.seen ?? digests.own };
  return {
    hash: digests.stored,
    version: key.version ?? null,
    updatedAt: key.updatedAt === undefined ? null : new Date(key.updatedAt),
    withdrawn,
    seen: digests.own,
  };
}

async function loadStored(
  client: ClientBase,
  resources: readonly MappedResource[],
  seen: ReadonlyMap<string, string>,
): Promise<Map<string, Stored>> {
  const ids = new Map<TableName, string[]>();
  for (const resource of resources) {
    for (const table of standingTables(resource.key.type)) append(ids, table, resource.rowId);
    if (resource.patientId !== undefined) append(ids, 'withdrawn_resource', resource.rowId);
  }
  const stored = new Map<string, Stored>();
  for (const [table, wanted] of ids) {
    const { rows } = await client.query<{ id: string; hash: string; version: string | null; updated_at: Date | null }>(
      storedSql(table),
      [wanted],
    );
    for (const row of rows) {
      stored.set(row.id, {
        hash: row.hash,
        version: row.version,
        updatedAt: row.updated_at,
        withdrawn: table === 'withdrawn_resource',
        seen: seen.get(row.id),
      });
    }
  }
  return stored;
}

const isWritten = ({ outcome }: Judged) => outcome.kind === 'created' || outcome.kind === 'updated';

async function writeRows(client: ClientBase, judged: readonly Judged[]): Promise<void> {
  const [records, stubs] = [new Map<TableName, string[]>(), new Map<TableName, string[]>()];
  /** Of a resource that comes twice in the batch, the later version's rows. */
  const latest = new Map<string, Judged>();
  for (const one of judged.filter(isWritten)) latest.set(one.resource.rowId, one);
  for (const { resource, digests, patientId } of latest.values()) {
    const { key, rowId, rows, withdrawn, stub } = resource;
    rows.forEach((row, index) =>
      append(
        stub ? stubs : records,
        row.table,
        recordJson(digests.columns[index] ?? '{}', row.id, key, patientId, digests.stored),
      ),
    );
    if (withdrawn) append(records, 'withdrawn_resource', recordJson('{}', rowId, key, patientId, digests.stored));
  }
  for (const table of TABLES) {
    const missing = stubs.get(table);
    if (missing) await client.query(insertMissingSql(table), [`[${missing.join(',')}]`]);
    const rows = records.get(table);
    if (rows) await client.query(upsertSql(table), [`[${rows.join(',')}]`]);
  }
}

/** Rows that the new version of a resource no longer has, and what was withdrawn or has come back. */
async function clearFormer(client: ClientBase, judged: readonly Judged[]): Promise<void> {
  const former = new Map<TableName, unknown[]>();
  for (const { resource, stored, patientId, outcome } of judged) {
    if (outcome.kind !== 'updated' || stored === undefined || patientId === undefined) continue;
    const key = {
      patient_id: patientId,
      system: resource.key.system,
      type: resource.key.type,
      id: resource.key.id,
      hash: `\\x${stored.hash}`,
    };
    for (const table of compartmentTables(resource.key.type)) append(former, table, key);
    if (stored.withdrawn) append(former, 'withdrawn_resource', key);
  }
  for (const [table, keys] of former) await client.query(deleteFormerSql(table), [json(keys)]);
}

async function afterRows(
  client: ClientBase,
  judged: readonly Judged[],
  known: KnownPatients,
  around: BatchSurroundings,
): Promise<void> {
  const irradiated = judged
    .filter((one) => isWritten(one) && one.resource.key.type === 'Procedure')
    .map(({ patientId }) => patientId);
  await writeCourses(
    client,
    irradiated.filter((id) => id !== undefined),
  );
  const accepted = judged.filter(({ outcome }) => isWritten({ outcome } as Judged) || outcome.kind === 'unchanged');
  const merged = await mergePatients(
    client,
    accepted.flatMap(({ resource }) =>
      resource.replacedBy === undefined ? [] : [{ from: resource.rowId, into: known.survivor(resource.replacedBy) }],
    ),
  );
  await writeAccess(
    client,
    accepted.map(({ resource, patientId, outcome }) => ({
      resource,
      patientId: patientId === undefined ? undefined : (merged.get(patientId) ?? patientId),
      changed: outcome.kind !== 'unchanged',
    })),
    around.parties,
  );
  await writeAudit(client, judged.filter(isWritten), around.requestId);
}

/** One audit row for each patient whose record changed. */
async function writeAudit(client: ClientBase, written: readonly Judged[], requestId: string): Promise<void> {
  const byPatient = Map.groupBy(
    written.filter(({ patientId }) => patientId !== undefined),
    ({ patientId }) => patientId,
  );
  const rows = [...byPatient].map(([patientId, changes]) => ({
    patient_id: patientId,
    row_ids: changes.map(({ resource }) => resource.rowId),
    detail: `${changes.filter(({ outcome }) => outcome.kind === 'created').length} created, ${changes.filter(({ outcome }) => outcome.kind === 'updated').length} updated`,
  }));
  if (rows.length === 0) return;
  await client.query(
    `insert into audit_event (request_id, role, patient_id, action, outcome, row_ids, detail)
     select $2::uuid, 'integration', r.patient_id, 'ingest:import', 'done', r.row_ids, r.detail
     from json_to_recordset($1::json) as r (patient_id uuid, row_ids uuid[], detail text)`,
    [json(rows), requestId],
  );
}

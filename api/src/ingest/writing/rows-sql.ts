import type { MappedRow, ResourceKey } from '../mapping/mapped.ts';
import { COLUMNS, type TableName } from './tables.ts';

const columnsOf = (table: TableName) => [...(COLUMNS.get(table)?.values() ?? [])];

// One JSON array in, rows out: the table's own type says what each column is, and the statement's text never changes with the number of rows.
function insertSql(table: TableName): string {
  const columns = columnsOf(table).join(', ');
  return `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`;
}

/** Inserts rows or replaces those of the same id, which then have been received now. */
export function upsertSql(table: TableName): string {
  const replaced = columnsOf(table).filter((column) => column !== 'id');
  return `${insertSql(table)} on conflict (id) do update set ${replaced.map((column) => `${column} = excluded.${column}`).join(', ')}, received_at = now()`;
}

/** Inserts only what is not there yet. */
export const insertMissingSql = (table: TableName): string => `${insertSql(table)} on conflict (id) do nothing`;

/** Deletes what is left of the former version of resources: `$1` holds their keys and the hash that version had. */
export const deleteFormerSql = (table: TableName): string => `
  delete from ${table} t
  using json_to_recordset($1::json) as former (patient_id uuid, system text, type text, id text, hash bytea)
  where t.patient_id = former.patient_id and t.source_system = former.system and t.source_type = former.type
    and t.source_id = former.id and t.source_hash = former.hash`;

/** What is stored under row ids. */
export const storedSql = (table: TableName): string => `
  select id, encode(source_hash, 'hex') as hash, source_version as version, source_updated_at as updated_at
  from ${table} where id = any ($1::uuid[])`;

/** A row's own columns as JSON; what is empty is left out, and becomes NULL. */
export function ownColumns({ table, values }: MappedRow): string {
  const properties = COLUMNS.get(table);
  const columns: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(values)) {
    const column = properties?.get(property);
    if (column !== undefined && value !== null && value !== undefined) columns[column] = value;
  }
  return json(columns);
}

/** A row as PostgreSQL reads it: own columns (as `ownColumns` gave them), whose it is, and where it came from. */
export function recordJson(
  own: string,
  id: string,
  { system, type, id: sourceId, version, updatedAt }: ResourceKey,
  patientId: string | undefined,
  hash: string,
): string {
  const origin = json({
    id,
    patient_id: patientId,
    source_system: system,
    source_type: type,
    source_id: sourceId,
    source_version: version,
    source_updated_at: updatedAt,
    source_hash: `\\x${hash}`,
  });
  return own === '{}' ? origin : `${origin.slice(0, -1)},${own.slice(1)}`;
}

/** JSON that PostgreSQL takes: it has no NUL in text, and no half of a surrogate pair. */
export function json(value: unknown): string {
  const text = JSON.stringify(value);
  if (!text.includes('\\u')) return text;
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? inner.toWellFormed().replaceAll('\0', '') : inner,
  );
}

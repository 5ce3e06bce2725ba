// Makes many patients out of a few, inside the database.
import type { Client } from 'pg';

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Copies the patients of the database in turn, each with the whole record, until there are `wanted`. */
export async function multiplyPatients(owner: Client, wanted: number): Promise<void> {
  const tables = await recordTables(owner);
  await owner.query('begin');
  // The originals satisfied their foreign keys, and so do copies: a million checks would take as long as the copying.
  await owner.query(`set local session_replication_role = replica`);
  await owner.query(`
    create temporary table copy_of on commit drop as
    select id, copy from (select id, row_number() over (order by md5(source_id)) as place, count(*) over () as count from patient) p
      cross join lateral generate_series(1, (${wanted} - place) / count) copy`);
  for (const [table, columns] of tables) {
    const names = columns.map(({ column }) => column);
    const values = columns.map(({ column, type }) => copied(table, column, type));
    await owner.query(`
      insert into ${table} (${names.join(', ')})
      select ${values.join(', ')} from ${table} t join copy_of on copy_of.id = t.${table === 'patient' ? 'id' : 'patient_id'}`);
  }
  await owner.query('commit');
}

async function recordTables(owner: Client): Promise<ReadonlyMap<string, Column[]>> {
  const { rows } = await owner.query<Column>(`
    select c.table_name as table, c.column_name as column, c.udt_name as type
    from information_schema.columns c
    where c.table_schema = 'public' and c.is_generated = 'NEVER' and exists (
      select from information_schema.columns p
      where p.table_schema = 'public' and p.table_name = c.table_name and p.column_name = 'source_hash'
        and (c.table_name = 'patient' or exists (
          select from information_schema.columns q
          where q.table_schema = 'public' and q.table_name = c.table_name and q.column_name = 'patient_id')))`);
  return Map.groupBy(rows, ({ table }) => table);
}

/** Every uuid of a copied row is changed alike, so that a copy's rows belong together as the original's do. */
function copied(table: string, column: string, type: string): string {
  if (type === 'uuid') return `md5(t.${column}::text || copy)::uuid`;
  if (column === 'source_id' || (table === 'patient' && ['mrn', 'family_name', 'name_search'].includes(column))) {
    return `t.${column} || ' ' || copy`;
  }
  return `t.${column}`;
}

// Makes many patients out of a few, inside the database: every uuid of a copied row is changed alike,
// so that a copy's rows belong together as the original's do.
import type { Client } from 'pg';

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Copies every patient of the database, with the whole record, until there are `wanted`. */
export async function multiplyPatients(owner: Client, wanted: number): Promise<void> {
  const { rows: columns } = await owner.query<Column>(`
    select c.table_name as table, c.column_name as column, c.udt_name as type
    from information_schema.columns c
    where c.table_schema = 'public' and c.is_generated = 'NEVER' and exists (
      select from information_schema.columns p
      where p.table_schema = 'public' and p.table_name = c.table_name and p.column_name = 'source_hash'
        and (c.table_name = 'patient' or exists (
          select from information_schema.columns q
          where q.table_schema = 'public' and q.table_name = c.table_name and q.column_name = 'patient_id')))`);
  const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from patient');
  const copies = Math.ceil(wanted / (rows[0]?.count ?? wanted)) - 1;
  if (copies < 1) return;
  await owner.query('begin');
  // The originals satisfied their foreign keys, and so do copies: a million checks would take as long as the copying.
  await owner.query(`set local session_replication_role = replica`);
  for (const [table, of] of Map.groupBy(columns, ({ table }) => table)) {
    const names = of.map(({ column }) => column);
    const values = of.map(({ column, type }) => copied(table, column, type));
    await owner.query(`
      insert into ${table} (${names.join(', ')})
      select ${values.join(', ')} from ${table} t cross join generate_series(1, ${copies}) copy`);
  }
  await owner.query('commit');
}

function copied(table: string, column: string, type: string): string {
  if (type === 'uuid') return `md5(t.${column}::text || copy)::uuid`;
  if (column === 'source_id' || (table === 'patient' && ['mrn', 'family_name', 'name_search'].includes(column))) {
    return `t.${column} || ' ' || copy`;
  }
  return `t.${column}`;
}

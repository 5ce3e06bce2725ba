// What the system catalogue must say of every database that Portage makes. Each rule is a query
// that returns one line for each breach.
import type { ClientBase } from 'pg';
import { MAY_EXECUTE, MAY_INSERT, MAY_UPDATE, OWN_POLICIES, WITHOUT_PATIENT_DATA } from './reviewed.ts';

const ROLES = `array['portage_app','portage_door','portage_ingest','portage_steward','portage_sealer','portage_worker','portage_resolver']::name[]`;
const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;
const list = (names: readonly string[]) => `array[${names.map((name) => `'${name}'`).join(',')}]::text[]`;

interface Rule {
  readonly name: string;
  readonly sql: string;
}

const RULES: Rule[] = [
  {
    name: 'row security is enabled and forced',
    sql: `
      select n.nspname || '.' || c.relname as breach
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${OURS}
        and not (c.relrowsecurity and c.relforcerowsecurity)
        and c.relname <> all (${list(WITHOUT_PATIENT_DATA)})`,
  },
  {
    name: 'a table of the record has the one policy of the record and no other',
    sql: `
      with walled as (
        select c.oid, c.relname, case when c.relname = 'patient' then 'id' else 'patient_id' end as whose
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and ${OURS}
          and c.relname <> all (${list(Object.keys(OWN_POLICIES))})
          and (c.relname = 'patient' or exists (
            select from pg_attribute a where a.attrelid = c.oid and a.attname ~ 'patient' and not a.attisdropped))
      ), shaped as (
        select w.oid, p.polname, p.polcmd, p.polpermissive,
          regexp_replace(regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\m' || w.relname || '\\.', 'ROW.', 'g'),
            'ROW\\.' || w.whose || '\\M', 'ROW.WHOSE', 'g') as shape
        from walled w join pg_policy p on p.polrelid = w.oid
        where p.polroles && array['portage_app'::regrole::oid, 0::oid]
      )
      select w.relname || ': ' || count(s.*) || ' policies, ' || coalesce(string_agg(s.polname, ','), 'none') as breach
      from walled w left join shaped s on s.oid = w.oid
      group by w.relname
      having count(s.*) <> 1 or bool_or(s.polname <> 'granted') or bool_or(s.polcmd <> 'r')
        or min(s.shape) is distinct from (select min(shape) from shaped where oid = 'observation'::regclass)`,
  },
  {
    name: 'other tables that name a patient have their reviewed policies',
    sql: `
      select c.relname || ': ' || coalesce(string_agg(p.polname, ',' order by p.polname), 'none') as breach
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_policy p on p.polrelid = c.oid and p.polroles && array['portage_app'::regrole::oid, 0::oid]
      where c.relkind in ('r', 'p') and ${OURS} and c.relname = any (${list(Object.keys(OWN_POLICIES))})
      group by c.relname
      having coalesce(array_agg(p.polname::text order by p.polname) filter (where p.polname is not null), '{}') <>
        case c.relname ${Object.entries(OWN_POLICIES)
          .map(([table, names]) => `when '${table}' then ${list(names)}`)
          .join(' ')} end`,
  },
  {
    name: 'the wall of the record under another name is the wall of the record',
    sql: `
      with shaped as (
        select p.polrelid::regclass::text as relname, p.polname,
          regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\m' || p.polrelid::regclass || '\\.', 'ROW.', 'g') as shape
        from pg_policy p
      )
      select relname || '.' || polname as breach from shaped
      where polname in ('decided', 'of_patient')
        and shape <> (select shape from shaped where relname = 'observation' and polname = 'granted')`,
  },
  {
    name: 'no policy is for everybody, and none asks a boolean function for each row',
    sql: `
      select polrelid::regclass || '.' || polname as breach from pg_policy
      where 0 = any (polroles) or pg_get_expr(polqual, polrelid) ~ '^\\(?app\\.'`,
  },
  {
    name: 'the API writes nothing but what a person reviewed',
    sql: `
      select r.rolname || ' may ' || k.kind || ' ' || c.relname as breach
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join (values ${Object.entries(MAY_INSERT)
        .map(([role, tables]) => `('${role}', ${list(tables)})`)
        .join(', ')}) r (rolname, inserts)
      cross join (values ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('REFERENCES'), ('TRIGGER'), ('MAINTAIN')) k (kind)
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS}
        and (has_table_privilege(r.rolname, c.oid, k.kind)
          or k.kind in ('INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege(r.rolname, c.oid, k.kind))
        and not (k.kind = 'INSERT' and c.relname = any (r.inserts))
        and not (k.kind = 'UPDATE' and r.rolname = 'portage_app' and c.relname = any (${list(Object.keys(MAY_UPDATE))})
          and not has_table_privilege(r.rolname, c.oid, 'UPDATE'))`,
  },
  {
    name: 'the API changes only the columns that a person reviewed',
    sql: `
      select 'portage_app may change ' || c.relname || '.' || a.attname as breach
      from (values ${Object.entries(MAY_UPDATE)
        .map(([table, columns]) => `('${table}', ${list(columns)})`)
        .join(', ')}) r (relname, columns)
      join pg_class c on c.relname = r.relname and c.relnamespace = 'public'::regnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where has_column_privilege('portage_app', c.oid, a.attnum, 'UPDATE') and a.attname <> all (r.columns)`,
  },
  {
    name: 'the door reads no table',
    sql: `
      select 'portage_door reads ' || c.relname as breach
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS} and has_any_column_privilege('portage_door', c.oid, 'SELECT')`,
  },
  {
    name: 'what the API may write answers no question: no foreign key, no unique key of its choice',
    sql: `
      select c.relname || '.' || k.conname as breach
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where has_any_column_privilege('portage_app', c.oid, 'INSERT')
        and (k.contype = 'f' or k.contype in ('u', 'p') and exists (
          select from unnest(k.conkey) key where has_column_privilege('portage_app', c.oid, key, 'INSERT')))`,
  },
  {
    name: 'no role of ours is above the walls or inherits from another',
    sql: `
      select rolname || ' has an attribute it must not have' as breach from pg_roles
      where rolname = any (${ROLES}) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
      union all
      select member::regrole || ' is a member of ' || roleid::regrole from pg_auth_members
      where member = any (${ROLES}::regrole[]::oid[])`,
  },
  {
    name: 'login roles own nothing; the resolver owns functions of the schema app',
    sql: `
      select refobjid::regrole || ' owns ' || classid::regclass || ' ' || objid as breach
      from pg_shdepend
      where deptype = 'o' and refobjid = any (${ROLES}::regrole[]::oid[])
        and dbid in (0, (select oid from pg_database where datname = current_database()))
        and not (refobjid = 'portage_resolver'::regrole and classid = 'pg_proc'::regclass
          and exists (select from pg_proc p where p.oid = objid and p.pronamespace = 'app'::regnamespace))`,
  },
  {
    name: 'nobody of ours makes objects, temporary ones included',
    sql: `
      select r.rolname || ' may create in ' || n.nspname as breach
      from pg_roles r cross join pg_namespace n
      where r.rolname = any (${ROLES}) and n.nspname !~ '^pg_(toast|temp)' and has_schema_privilege(r.rolname, n.oid, 'CREATE')
      union all
      select r.rolname || ' may ' || k.kind || ' in ' || d.datname
      from pg_roles r cross join (values ('CREATE'), ('TEMPORARY')) k (kind)
      join pg_database d on d.datname in (current_database(), 'portage_template')
      where r.rolname = any (${ROLES}) and has_database_privilege(r.rolname, d.oid, k.kind)`,
  },
  {
    name: 'a view asks as its reader, and nothing is materialised or foreign',
    sql: `
      select n.nspname || '.' || c.relname as breach
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and (c.relkind in ('m', 'f') or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`,
  },
  {
    name: 'a definer function belongs to the resolver and has a pinned search path that ends in pg_temp',
    sql: `
      select p.oid::regprocedure::text as breach
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${OURS} and p.prosecdef
        and (p.proowner <> 'portage_resolver'::regrole
          or not coalesce('search_path=pg_catalog, public, pg_temp' = any (p.proconfig), false))`,
  },
  {
    name: 'the public executes no function of ours',
    sql: `
      select p.oid::regprocedure::text as breach
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${OURS} and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`,
  },
  {
    name: 'a role executes the functions that a person reviewed for it, and no other',
    sql: `
      select r.rolname || ' executes ' || p.oid::regprocedure as breach
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      cross join (values ${Object.entries(MAY_EXECUTE)
        .map(([role, functions]) => `('${role}', ${list(functions)})`)
        .join(', ')}) r (rolname, functions)
      where ${OURS} and has_function_privilege(r.rolname, p.oid, 'EXECUTE')
        and not (p.prosecdef and p.proname = any (r.functions))`,
  },
  {
    name: 'no extension brings functions that nobody reviewed',
    sql: `select extname as breach from pg_extension where extname <> 'plpgsql'`,
  },
];

/** Every breach, as "rule: what breaks it". */
export async function catalogueFaults(client: Pick<ClientBase, 'query'>): Promise<string[]> {
  const faults: string[] = [];
  for (const rule of RULES) {
    const { rows } = await client.query<{ breach: string }>(rule.sql);
    faults.push(...rows.map(({ breach }) => `${rule.name}: ${breach}`));
  }
  return faults;
}

/** Tables of the record: those that the record's own policy guards. */
export async function recordTables(client: Pick<ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select polrelid::regclass::text as name from pg_policy where polname = 'granted' order by 1`,
  );
  return rows.map(({ name }) => name);
}

// A random world put into the database within one transaction, asked as each of its people, and undone.
import type { PoolClient, QueryResult } from 'pg';
import type { EnteredSession } from '#api/database/index.ts';
import type { RecordRow } from '#test/kit/clinic-row.ts';
import type { World } from './world.ts';

export interface Seen {
  /** The session as the database resolved it; undefined when it let nobody in. */
  readonly session: EnteredSession | undefined;
  readonly rows: ReadonlySet<string>;
}

const at = (column: string) => `now() + make_interval(secs => ${column})`;
const person = 'person_id uuid, role text, organization_id uuid, disabled boolean, ended boolean, session text';

const INSERTS = {
  organizations: `insert into organization (id, kind, name, time_zone)
    select x.id, 'community-practice', 'Practice', 'UTC' from jsonb_to_recordset($1) as x(id uuid)`,
  persons: `insert into person (id, email, family_name, given_name, disabled_at)
    select person_id, person_id || '@world.example', 'F', 'G', case when disabled then now() end from jsonb_to_recordset($1) as x(${person})`,
  memberships: `insert into membership (id, person_id, organization_id, role, ended_at)
    select person_id, person_id, organization_id, role, case when ended then now() end from jsonb_to_recordset($1) as x(${person})`,
  // A session's token is its person's id.
  sessions: `insert into session (id, token_hash, membership_id, last_seen_at, expires_at, revoked_at)
    select person_id, sha256(convert_to(person_id::text, 'UTF8')), person_id,
      now() - case when session = 'idle' then interval '15 minutes' else interval '14 minutes 59 seconds' end,
      case when session = 'expired' then now() else now() + interval '1 second' end,
      case when session = 'revoked' then now() end
    from jsonb_to_recordset($1) as x(${person}) where session <> 'none'`,
  delegations: `insert into delegation (id, principal_id, delegate_id, kind, valid_from, valid_until, revoked_at)
    select id, "principalId", "delegateId", 'cover', ${at('"from"')}, ${at('until')}, case when revoked then now() end
    from jsonb_to_recordset($1) as x(id uuid, "principalId" uuid, "delegateId" uuid, "from" float8, until float8, revoked boolean)`,
  patients: `insert into patient (id, family_name, name_search, merged_into_id, needs, source_system, source_type, source_id, source_hash)
    select id, 'F', 'f', "mergedIntoId", needs, 's', 'Patient', id::text, ''
    from jsonb_to_recordset($1) as x(id uuid, "mergedIntoId" uuid, needs text[])`,
  grants: `insert into access_grant (id, patient_id, grantee_id, grantee_kind, basis, scopes, status, valid_from, valid_until, revoked_at, revoked_reason)
    select id, "patientId", "granteeId", 'person', basis, scopes, status, ${at('"from"')}, ${at('until')},
      case when revoked then now() end, case when revoked then 'r' end
    from jsonb_to_recordset($1) as x(id uuid, "patientId" uuid, "granteeId" uuid, basis text, scopes text[], status text,
      "from" float8, until float8, revoked boolean)`,
  restrictions: `insert into access_restriction (id, patient_id, grantee_id, reason, lifted_at)
    select id, "patientId", "granteeId", 'r', case when lifted then now() end
    from jsonb_to_recordset($1) as x(id uuid, "patientId" uuid, "granteeId" uuid, lifted boolean)`,
  seats: `with begun as (
      insert into thread (id, patient_id, subject, intent, created_by_id, last_message_at)
      select id, "patientId", 'S', 'ask', "personId", now() from jsonb_to_recordset($1) as x(id uuid, "patientId" uuid, "personId" uuid)
      returning id)
    insert into thread_seat (thread_id, person_id, patient_id, visible_from, last_message_at)
    select id, "personId", "patientId", now() + case when shown then interval '0' else interval '1 second' end, now()
    from jsonb_to_recordset($1) as x(id uuid, "patientId" uuid, "personId" uuid, shown boolean)`,
};

/**
 * What each person of the world sees of it, in the world's order of people.
 * @param template any row of the table of the record that is asked
 * @param sabotage SQL that runs first, for seeing that the comparison notices
 */
export async function seenBy(owner: PoolClient, world: World, template: RecordRow, sabotage?: string): Promise<Seen[]> {
  const { table, columns } = template;
  const people = world.people.map((one) => ({
    person_id: one.id,
    role: one.role,
    organization_id: one.organizationId,
    disabled: one.disabled,
    ended: one.membershipEnded,
    session: one.session,
  }));
  const own = ['id', 'patient_id', 'needs'];
  const others = Object.keys(columns).filter((name) => !own.includes(name));
  const json = (value: unknown) => [JSON.stringify(value)];
  const statements: Promise<QueryResult>[] = [
    owner.query('begin'),
    ...(sabotage === undefined ? [] : [owner.query(sabotage)]),
    owner.query({ text: INSERTS.organizations, values: json(world.organizations.map((id) => ({ id }))) }),
    owner.query({ text: INSERTS.persons, values: json(people) }),
    owner.query({ text: INSERTS.memberships, values: json(people) }),
    owner.query({ text: INSERTS.sessions, values: json(people) }),
    owner.query({ text: INSERTS.delegations, values: json(world.delegations) }),
    owner.query({ text: INSERTS.patients, values: json(world.patients) }),
    owner.query({ text: INSERTS.grants, values: json(world.grants) }),
    owner.query({ text: INSERTS.restrictions, values: json(world.restrictions) }),
    owner.query({ text: INSERTS.seats, values: json(world.seats) }),
    owner.query({
      text: `insert into ${table} (id, patient_id, needs, ${others.join(', ')})
        select x.id, x."patientId", x.needs, ${others.map((_, index) => `$${index + 2}`).join(', ')}
        from jsonb_to_recordset($1) as x(id uuid, "patientId" uuid, needs text[])`,
      values: [JSON.stringify(world.rows), ...others.map((name) => columns[name])],
    }),
    owner.query('set local role portage_app'),
  ];
  const asked = world.people.map(async ({ id }): Promise<Seen> => {
    const [entered, visible] = await Promise.all([
      owner.query<EnteredSession>('select * from app.enter($1)', [id]),
      owner.query<{ id: string }>(
        `select id from patient union all select id from ${table} union all select thread_id from thread_seat`,
      ),
    ]);
    return { session: entered.rows[0], rows: new Set(visible.rows.map((row) => row.id)) };
  });
  const undone = owner.query('rollback');
  const settled = await Promise.allSettled([...statements, ...asked, undone]);
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
  return Promise.all(asked);
}

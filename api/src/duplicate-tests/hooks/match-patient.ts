import { sql } from 'kysely';
import { fill, hole, reader, runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import type { HookPatient } from './hook-request.ts';

// Starts from the practice's own grants; row security is the second wall. A record is one by an identifier of
// the same system, unless its birth date is another, or by family name, first given name, birth date and sex together.
const MATCH = sql`
  with mine as materialized (
    select distinct g.patient_id as id from access_grant g
    where g.grantee_id = any ((select app.grantees())::uuid[]) and g.revoked_at is null and g.status = 'active'
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
  ),
  named as (
    select i.patient_id as id from patient_identifier i
    where i.patient_id in (select id from mine)
      and exists (select from jsonb_to_recordset(${hole('identifiers', 'jsonb')}) as x (system text, value text)
        where x.system = i.system and x.value = i.value)
  ),
  alike as (
    select p.id from patient p
    where p.id in (select id from mine) and p.birth_date = ${hole('birthDate', 'date')} and p.sex = ${hole('sex', 'text')}
      and lower(p.family_name) = ${hole('family', 'text')} and lower(split_part(p.given_name, ' ', 1)) = ${hole('given', 'text')}
  ),
  found as materialized (
    select p.id from patient p where p.id in (select id from named)
      and p.birth_date is not distinct from coalesce(${hole('birthDate', 'date')}, p.birth_date)
    union
    select id from alike where not exists (select from named)
  ),
  audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
    select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, f.id, 'duplicate-tests:match', 'done', array[f.id]
    from found f, app.current_session() s
    returning 1
  )
  select id, (select count(*) from audited) as audited from found`.compile(reader);

/**
 * The one patient of the practice that an EHR means. Undefined when none is open to the practice, and
 * when two are alike: nothing is guessed, and the caller cannot tell which it was.
 */
export async function matchPatient(context: RequestContext, patient: HookPatient): Promise<string | undefined> {
  const name = patient.name.find(({ use }) => use === 'official') ?? patient.name[0];
  const identifiers = patient.identifier.flatMap(({ system, value }) => (system && value ? [{ system, value }] : []));
  const statement = fill(
    { sql: MATCH.sql, parameters: MATCH.parameters },
    {
      identifiers: JSON.stringify(identifiers),
      birthDate: /^\d{4}-\d{2}-\d{2}$/.test(patient.birthDate ?? '') ? patient.birthDate : null,
      sex: patient.gender ?? null,
      family: name?.family?.toLowerCase() ?? null,
      given: name?.given?.[0]?.split(' ')[0]?.toLowerCase() ?? null,
      requestId: context.requestId,
    },
  );
  const { rows } = await runAsSession<{ id: string }>(context.pool, requireToken(context), statement);
  return rows.length === 1 ? rows[0]?.id : undefined;
}

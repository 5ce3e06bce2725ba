import { sql, type RawBuilder } from 'kysely';

/**
 * Closes the open tasks that arose from something, as two CTEs of any statement that runs in a session:
 * `with …, ${closeTasks(sql`settled`)}`. The rows of `from` say `source_id`, `status` (completed or cancelled) and
 * `words`. Only tasks that the session may answer or direct are closed; their rows are those of `closed_tasks`.
 */
export function closeTasks(from: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
  closed_tasks as (
    update task t set status = c.status, reason = c.words, question = null, version = t.version + 1, updated_at = now(),
      updated_by = s.person_id
    from ${from} c, app.current_session() s
    where t.source_kind = 'plan' and t.source_id = c.source_id and t.status in ('requested','accepted','in-progress')
    returning t.*, old.status as from_status, old.reason as from_reason, old.question as from_question,
      old.owner_person_id as from_owner_person_id, old.owner_organization_id as from_owner_organization_id, old.owner_role as from_owner_role
  ),
  closed_events as (
    insert into task_event (task_id, patient_id, kind, words, version, status, session_id, person_id, organization_id, on_behalf_of_id,
      from_status, from_reason, from_question, from_owner_person_id, from_owner_organization_id, from_owner_role)
    select c.id, c.patient_id, c.status, c.reason, c.version, c.status, s.session_id, s.person_id, s.organization_id, null,
      c.from_status, c.from_reason, c.from_question, c.from_owner_person_id, c.from_owner_organization_id, c.from_owner_role
    from closed_tasks c, app.current_session() s
    returning 1
  )`;
}

import type { Statement } from '#api/database/index.ts';
import { runAsSession } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { UnauthenticatedError } from '#api/graphql/errors.ts';
import type { Notifications } from './notifications.types.ts';

const READ: Statement = {
  sql: `
    select
      json_build_object(
        'digestHour', coalesce(n.digest_hour, 7), 'urgentAtOnce', coalesce(n.urgent_at_once, true),
        'quietFrom', n.quiet_from, 'quietUntil', n.quiet_until, 'timeZone', o.time_zone) as settings,
      (select coalesce(json_agg(json_build_object(
          'id', c.id, 'channel', c.channel, 'address', c.address, 'verifiedAt', c.verified_at,
          'codeSentAt', c.code_sent_at, 'failedAt', c.failed_at, 'failure', c.failure) order by c.channel), '[]')
        from contact c) as contacts,
      json_build_object(
        'secondContact', (select json_build_object('id', m.id, 'name', m.name) from app.practice_members() m where m.id = p.second_contact_id),
        'urgentAfterMinutes', coalesce(p.urgent_after_minutes, 240), 'routineAfterDays', coalesce(p.routine_after_days, 3),
        'workingDays', coalesce(p.working_days, '{1,2,3,4,5}'), 'timeZone', o.time_zone,
        'unreachable', (select coalesce(json_agg(json_build_object(
            'person', json_build_object('id', c.person_id, 'name', c.name), 'address', c.address, 'state', c.state, 'since', c.since,
            'task', case when c.task_id is not null then json_build_object('id', c.task_id, 'title', c.task_title, 'dueOn', c.task_due_on) end)), '[]')
          from app.practice_contacts() c),
        'mayChange', s.role in ('practice-administrator','centre-administrator'),
        'members', (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name), '[]') from app.practice_members() m)
      ) as practice
    from app.current_session() s
    join organization o on o.id = s.organization_id
    left join notification_setting n on n.person_id = s.person_id
    left join practice_setting p on p.organization_id = s.organization_id`,
  parameters: [],
};

/** @throws {UnauthenticatedError} when the session is not, or no longer, alive. */
export async function readNotifications(context: RequestContext): Promise<Notifications> {
  const { rows } = await runAsSession<Notifications>(context.pool, requireToken(context), READ);
  const [row] = rows;
  if (!row) throw new UnauthenticatedError();
  return row;
}

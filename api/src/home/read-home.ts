import { sql } from 'kysely';
import { compiled, OF_OWN_ROLE, OPEN, OVERDUE, OWN, REQUESTED_BY_ME, tell, toldBy } from '#api/tasks/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { CHANGED, SINCE, TOLD, UNREAD, type HomeAnswer } from './home-rows.ts';
import type { Home } from './home.types.ts';
import { homeOf } from './home.view.ts';

/** Tasks that the page holds at most; the first due come first. */
const TASKS_SHOWN = 60;

// Each kind by an index of its own: in one condition they would have every task of the centre looked at.
// Answers to what the viewer asked for are news until the next visit; what waits on others shows once its day has passed.
const HOME = compiled(sql`
  with ${SINCE}, ${CHANGED}, ${UNREAD},
  wanted as materialized (
    select t.id from task t where ${OWN} and ${OPEN}
    union select t.id from task t where ${OF_OWN_ROLE} and ${OPEN}
    union select t.id from task t where ${REQUESTED_BY_ME}
      and (t.question is not null or t.status = 'rejected' or (${OVERDUE})
        or t.status in ('accepted','completed') and t.updated_at > (select since from visited))
  ),
  shown as materialized (
    select t.* from task t where t.id in (select id from wanted) order by t.due_on, t.id limit ${sql.lit(TASKS_SHOWN)}
  ),
  ${tell({
    others: TOLD,
    beside: sql`, json_build_object(
      'since', (select since from visited),
      'changed', (select coalesce(json_agg(c order by c.received_at desc), '[]') from changed c),
      'unread', (select coalesce(json_agg(u order by u.last_message_at desc), '[]') from unread u)) as home`,
  })}`);

/** The home page, read and audited in one statement. */
export async function readHome(context: RequestContext): Promise<Home> {
  const { tasks, events, actor, beside } = await toldBy<{ home: HomeAnswer }>(context, HOME, 'home:read', {});
  return homeOf({ tasks, events, actor }, beside.home);
}

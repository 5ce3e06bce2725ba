import { sql } from 'kysely';
import { hole } from '#api/database/index.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { recorded, refused } from './answer-task.ts';
import type { TaskAnswer } from './task-answer.types.ts';
import { UNDO_SECONDS } from './task.policy.ts';
import { compiled, findTask, toldBy } from './tasks.queries.ts';
import { taskOf } from './tasks.view.ts';

// The last thing that happened, if it was this person's and is fresh: the server's clock decides, not the page's.
const UNDO = compiled(sql`
  with changed as (
    update task t set
      status = e.from_status, reason = e.from_reason, question = e.from_question, owner_person_id = e.from_owner_person_id,
      owner_organization_id = e.from_owner_organization_id, owner_role = e.from_owner_role,
      version = t.version + 1, updated_at = now(), updated_by = s.person_id
    from app.current_session() s, task_event e
    where t.id = ${hole('taskId', 'uuid')} and e.task_id = t.id and e.version = t.version and e.person_id = s.person_id
      and e.kind <> 'undone' and e.at > now() - make_interval(secs => ${sql.lit(UNDO_SECONDS)})
    returning t.*, old.status as from_status, old.reason as from_reason, old.question as from_question,
      old.owner_person_id as from_owner_person_id, old.owner_organization_id as from_owner_organization_id, old.owner_role as from_owner_role
  ),
  ${recorded()}`);

/** Takes back what the viewer did to a task within the last ten seconds; both stay in the history. */
export async function undoTaskAnswer(context: RequestContext, id: string): Promise<TaskAnswer> {
  const before = await findTask(context, id);
  const values = { taskId: id, act: 'undone', words: null, onBehalfOf: before.events.at(-1)?.on_behalf_of?.id ?? null };
  const { tasks, events, actor } = await toldBy(context, UNDO, 'tasks:answer', values);
  const [task] = tasks;
  if (task === undefined) return refused('undo-expired', before);
  return { task: taskOf(task, events, actor), undoUntil: null };
}

import type { RequestContext } from '#api/graphql/context.ts';
import { answerTask, claimedBy, type Addressed } from './answer-task.ts';
import type { TaskAnswer } from './task-answer.types.ts';

/** Takes a task on. Of those who have the role that it was asked of, the first has it. */
export const acceptTask = (context: RequestContext, task: Addressed): Promise<TaskAnswer> =>
  answerTask(context, 'tasks:answer', task, 'accepted', (told) => ({
    act: 'accepted',
    status: 'accepted',
    owner: claimedBy(told.actor, told.task),
  }));

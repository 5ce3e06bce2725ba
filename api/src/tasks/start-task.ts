import type { RequestContext } from '#api/graphql/context.ts';
import { answerTask, claimedBy, type Addressed } from './answer-task.ts';
import type { TaskAnswer } from './task-answer.types.ts';

/** Says that it has begun. */
export const startTask = (context: RequestContext, task: Addressed): Promise<TaskAnswer> =>
  answerTask(context, 'tasks:answer', task, 'started', (told) => ({
    act: 'started',
    status: 'in-progress',
    owner: claimedBy(told.actor, told.task),
  }));

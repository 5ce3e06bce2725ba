import type { RequestContext } from '#api/graphql/context.ts';
import { answerTask, demandWords, type Addressed } from './answer-task.ts';
import type { TaskAnswer } from './task-answer.types.ts';

/** Withdraws what was asked for, and says why. */
export const cancelTask = (context: RequestContext, task: Addressed, reason: string): Promise<TaskAnswer> =>
  answerTask(context, 'tasks:direct', task, 'cancelled', () => {
    const said = demandWords(reason);
    if (typeof said === 'string') return said;
    return { act: 'cancelled', status: 'cancelled', reason: said.words, words: said.words, question: null };
  });

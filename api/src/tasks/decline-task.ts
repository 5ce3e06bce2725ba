import type { RequestContext } from '#api/graphql/context.ts';
import { answerTask, demandWords, type Addressed } from './answer-task.ts';
import type { TaskAnswer } from './task-answer.types.ts';

/** Declines a task and says why; it goes back to its requester, who settles what becomes of it. */
export const declineTask = (context: RequestContext, task: Addressed, reason: string): Promise<TaskAnswer> =>
  answerTask(context, 'tasks:answer', task, 'declined', () => {
    const said = demandWords(reason);
    if (typeof said === 'string') return said;
    return { act: 'declined', status: 'rejected', reason: said.words, words: said.words, question: null };
  });

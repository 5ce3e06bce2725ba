import type { RequestContext } from '#api/graphql/context.ts';
import { answerTask, claimedBy, WORDS_LIMIT, type Addressed } from './answer-task.ts';
import type { TaskAnswer } from './task-answer.types.ts';

/** Says that it is done, and what was done. */
export const completeTask = (context: RequestContext, task: Addressed, note: string | null): Promise<TaskAnswer> =>
  answerTask(context, 'tasks:answer', task, 'completed', (told) => {
    const words = note?.trim() || null;
    if (words !== null && words.length > WORDS_LIMIT) return 'words-too-long';
    return {
      act: 'completed',
      status: 'completed',
      words,
      reason: words,
      question: null,
      owner: claimedBy(told.actor, told.task),
    };
  });

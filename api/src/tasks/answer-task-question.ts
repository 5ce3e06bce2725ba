import type { RequestContext } from '#api/graphql/context.ts';
import { answerTask, demandWords, type Addressed } from './answer-task.ts';
import type { TaskAnswer } from './task-answer.types.ts';

/** Answers what the owner asked. */
export const answerTaskQuestion = (context: RequestContext, task: Addressed, answer: string): Promise<TaskAnswer> =>
  answerTask(context, 'tasks:direct', task, 'answered', () => {
    const said = demandWords(answer);
    if (typeof said === 'string') return said;
    return { act: 'answered', question: null, words: said.words };
  });

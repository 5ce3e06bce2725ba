import type { RequestContext } from '#api/graphql/context.ts';
import { answerTask, demandWords, type Addressed } from './answer-task.ts';
import type { TaskAnswer } from './task-answer.types.ts';

/** Asks the requester something before answering. The task stays open, and the question with it. */
export const askAboutTask = (context: RequestContext, task: Addressed, question: string): Promise<TaskAnswer> =>
  answerTask(context, 'tasks:answer', task, 'asked', () => {
    const said = demandWords(question);
    if (typeof said === 'string') return said;
    return { act: 'asked', question: said.words, words: said.words };
  });

import type { TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { problemsOf } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { toastAnswer } from '#portal/tasks/answer-toast.ts';
import type { Task, TaskAnswer } from '#portal/tasks/task.query.ts';
import { problemWords } from '#portal/ui/problem-note.tsx';

type AnswerMutation<More extends object> = TypedDocumentNode<
  { answer: TaskAnswer },
  { id: string; version?: number | null } & More
>;

export interface Answering {
  busy: boolean;
  /** Why the last answer was not taken; null when it was. */
  refusal: string | null;
  /** @returns whether it was done. */
  answer: <More extends object>(mutation: AnswerMutation<More>, done: string, more: More) => Promise<boolean>;
}

/** Answers a task once, with the version that the reader had before them, and offers to take it back. */
export function useAnswer(task: Task, changed: () => void): Answering {
  const { connection } = useSession();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    busy,
    refusal,
    async answer(mutation, done, more) {
      if (busy) return false;
      setBusy(true);
      const variables = { id: task.id, version: task.version, ...more };
      const { data, error } = await connection.client.mutation(mutation, variables).toPromise();
      setBusy(false);
      const told = data?.answer;
      if (told?.__typename === 'TaskChanged') {
        setRefusal(null);
        toastAnswer({
          client: connection.client,
          taskId: task.id,
          words: `${done}: ${task.title}.`,
          undoUntil: told.undoUntil,
          changed,
        });
        changed();
        return true;
      }
      const problem = error && problemsOf(error)[0];
      setRefusal(told?.detail ?? (problem ? problemWords(problem, 'the task').title : 'Portage did not answer.'));
      if (told?.reason === 'CHANGED_MEANWHILE' || told?.reason === 'WRONG_STATE') changed();
      return false;
    },
  };
}

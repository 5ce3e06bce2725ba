import type { Client } from '@urql/core';
import { announce } from '#portal/app/announce.ts';
import { toastUndo } from '#portal/app/undo-toast.tsx';
import { undoAnswer } from '#portal/tasks/task.query.ts';

interface Answered {
  client: Client;
  taskId: string;
  words: string;
  /** Until when the server takes it back. Null: it does not. */
  undoUntil: string | null;
  changed: () => void;
}

/** What was answered, to be taken back for as long as the server allows. */
export function toastAnswer({ client, taskId, words, undoUntil, changed }: Answered): void {
  if (undoUntil === null) return announce(words);
  toastUndo({
    name: 'task',
    words,
    // By this computer's clock only as far as it goes: the server decides.
    span: Math.min(10_000, Math.max(1_000, Date.parse(undoUntil) - Date.now())),
    undone: 'Taken back. The task stands as it did before.',
    undo: async () => {
      const { data } = await client.mutation(undoAnswer, { id: taskId }).toPromise();
      changed();
      if (data?.answer.__typename === 'TaskChanged') return null;
      return data?.answer.detail ?? 'Portage did not answer. It is not known whether it was taken back.';
    },
  });
}

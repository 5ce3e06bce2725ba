import type { AskFields } from '#portal/tasks/ask-draft.ts';
import type { TaskRefusal } from '#portal/tasks/task.query.ts';

export type AskFaults = Partial<Record<keyof AskFields, string>>;

/** What is missing, before anything is sent. */
export function missing({ title, owner, dueOn }: AskFields): AskFaults {
  return {
    ...(title.trim() === '' && { title: 'Say what is to be done.' }),
    ...(owner === '' && { owner: 'Choose who is to do it.' }),
    ...(dueOn === '' && { dueOn: 'Choose a day.' }),
  };
}

const fields: Partial<Record<TaskRefusal, keyof AskFields>> = {
  WORDS_MISSING: 'title',
  WORDS_TOO_LONG: 'title',
  OWNER_MISSING: 'owner',
  OWNER_CANNOT_READ: 'owner',
  DUE_IN_THE_PAST: 'dueOn',
  NOT_YOURS: 'onBehalfOfId',
};

/** Beside which field a refusal of the server stands; undefined where it is of none. */
export const fieldOf = (reason: TaskRefusal): keyof AskFields | undefined => fields[reason];

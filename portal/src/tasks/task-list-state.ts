import type { VariablesOf } from '#portal/graphql.ts';
import { taskPageSize, type tasksQuery } from '#portal/tasks/task-list.query.ts';
import type { Task } from '#portal/tasks/task.query.ts';

export const whoseWords = { mine: 'Yours', practice: 'Your practice’s', asked: 'Asked by you' } as const;
export const showWords = {
  open: 'Open',
  overdue: 'Overdue',
  declined: 'Declined, not settled',
  closed: 'Closed',
} as const;
export type Whose = keyof typeof whoseWords;
export type Show = keyof typeof showWords;

/** What the address says about the list: /tasks?whose=practice&show=overdue */
export interface TaskListState {
  whose: Whose;
  show: Show;
}

const oneOf = <Key extends string>(words: Record<Key, string>, value: string | null, fallback: Key): Key =>
  (Object.keys(words) as Key[]).find((key) => key === value) ?? fallback;

export function readTaskList(search: string): TaskListState {
  const params = new URLSearchParams(search);
  return {
    whose: oneOf(whoseWords, params.get('whose'), 'mine'),
    show: oneOf(showWords, params.get('show'), 'open'),
  };
}

export function taskListAddress({ whose, show }: TaskListState): string {
  const params = new URLSearchParams();
  if (whose !== 'mine') params.set('whose', whose);
  if (show !== 'open') params.set('show', show);
  const text = params.toString();
  return text ? `/tasks?${text}` : '/tasks';
}

const owners = { mine: 'MINE', practice: 'PRACTICE', asked: 'REQUESTED_BY_ME' } as const;

export const taskListVariables = ({ whose, show }: TaskListState): VariablesOf<typeof tasksQuery> => ({
  filter: {
    owner: owners[whose],
    open: show === 'open' ? true : show === 'closed' ? false : null,
    overdue: show === 'overdue' || null,
    declined: show === 'declined' || null,
  },
  first: taskPageSize,
  after: null,
});

export interface TaskGroup {
  title: string;
  tasks: Task[];
}

const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** Under headings by when they are due, in the order of the server: what has waited longest stands first. */
export function taskGroups(tasks: readonly Task[], today: string): TaskGroup[] {
  const heading = ({ status, overdue, dueOn }: Task): string => {
    if (status === 'REJECTED') return 'Declined: yours to settle';
    if (status === 'COMPLETED' || status === 'CANCELLED') return 'Closed';
    const days = dayNumber(dueOn) - dayNumber(today);
    if (overdue) return 'Overdue';
    if (days <= 0) return 'Due today';
    return days <= 7 ? 'Due within a week' : 'Later';
  };
  return [...Map.groupBy(tasks, heading)].map(([title, own]) => ({ title, tasks: own }));
}

import type { Task, TaskStatus } from '#portal/tasks/task.query.ts';

/** One vocabulary: where a task stands has the same word wherever it is shown. */
export const taskStatusWords: Record<TaskStatus, string> = {
  REQUESTED: 'proposed',
  ACCEPTED: 'accepted',
  IN_PROGRESS: 'in progress',
  COMPLETED: 'done',
  REJECTED: 'declined',
  CANCELLED: 'cancelled',
};

export const isOpen = ({ status }: Pick<Task, 'status'>): boolean =>
  status === 'REQUESTED' || status === 'ACCEPTED' || status === 'IN_PROGRESS';

/** "Dr Lindqvist", or "community clinician, Alder Street" where it is asked of a role. */
export const ownerWords = ({ owner }: Pick<Task, 'owner'>): string =>
  owner.person
    ? `${owner.person.name}, ${owner.organization.name}`
    : `any ${owner.role.toLowerCase().replaceAll('_', ' ')}, ${owner.organization.name}`;

const kindWords: Record<Task['history'][number]['kind'], string> = {
  REQUESTED: 'Asked for',
  ACCEPTED: 'Accepted',
  STARTED: 'Begun',
  COMPLETED: 'Done',
  DECLINED: 'Declined',
  CANCELLED: 'Cancelled',
  ASKED: 'Question',
  ANSWERED: 'Answered',
  REASSIGNED: 'Handed on',
  UNDONE: 'Taken back',
};

/** "Accepted by Rosa Delgadillo on behalf of Hannah Lindqvist: words". */
export function eventWords({ kind, by, onBehalfOf, words }: Task['history'][number]): string {
  const who = by ? ` by ${by.name}` : ' by Portage';
  const whose = onBehalfOf ? ` on behalf of ${onBehalfOf.name}` : '';
  return `${kindWords[kind]}${who}${whose}${words && kind !== 'REQUESTED' ? `: ${words}` : ''}`;
}

/** Whose turn it is, as a heading: the reader, a colleague, the other side, or nobody. */
export function sideOf(task: Task, ownOrganizationId: string): string {
  if (task.mayRespond) return 'You';
  if (task.status === 'REJECTED' || (task.owner.person === null && task.status === 'REQUESTED')) return 'Nobody yet';
  const { id, kind, name } = task.owner.organization;
  if (id === ownOrganizationId) return 'Your colleagues';
  return kind === 'CANCER_CENTRE' ? 'Oncology' : name;
}

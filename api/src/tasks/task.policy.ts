import type { Role } from '#api/access/index.ts';

/** FHIR Task.status, as far as Portage uses it. */
export type TaskStatus = 'requested' | 'accepted' | 'in-progress' | 'completed' | 'rejected' | 'cancelled';
export type TaskPriority = 'routine' | 'urgent';
export type TaskSourceKind =
  | 'message'
  | 'plan'
  | 'referral'
  | 'check'
  | 'contact'
  | 'delivery'
  | 'recommendation'
  | 'job'
  | 'person';
/** What may be done to a task, by the name that its history keeps. */
export type TaskAct =
  | 'accepted'
  | 'started'
  | 'completed'
  | 'declined'
  | 'cancelled'
  | 'asked'
  | 'answered'
  | 'reassigned';
export type TaskEventKind = TaskAct | 'undone';

export const UNDO_SECONDS = 10;

export interface TaskFacts {
  readonly patientId: string | null;
  readonly status: TaskStatus;
  readonly question: string | null;
  readonly ownerPersonId: string | null;
  readonly ownerOrganizationId: string;
  readonly ownerRole: Role;
  readonly requesterId: string | null;
  readonly updatedBy: string | null;
}

export interface Actor {
  readonly personId: string;
  readonly organizationId: string;
  readonly role: Role;
  /** The person, their organisation, and whoever they stand in for. */
  readonly grantees: readonly string[];
}

export type ActRefusal = 'not-yours' | 'wrong-state' | 'nothing-asked';

const OPEN: readonly TaskStatus[] = ['requested', 'accepted', 'in-progress'];

/** Nothing is closed by silence: only somebody's word takes a task out of these states. */
export const isOpen = (status: TaskStatus): boolean => OPEN.includes(status);

const RULES: Record<TaskAct, { side: 'owner' | 'requester' | 'either'; from: readonly TaskStatus[] }> = {
  accepted: { side: 'owner', from: ['requested'] },
  started: { side: 'owner', from: ['requested', 'accepted'] },
  completed: { side: 'owner', from: OPEN },
  declined: { side: 'owner', from: OPEN },
  asked: { side: 'owner', from: OPEN },
  answered: { side: 'requester', from: OPEN },
  // What was declined is still the requester's to settle: with somebody else, or not at all.
  cancelled: { side: 'requester', from: [...OPEN, 'rejected'] },
  reassigned: { side: 'either', from: OPEN },
};

const actsAs = (actor: Actor, person: string | null): boolean =>
  person !== null && person !== actor.organizationId && actor.grantees.includes(person);

/** Whether the task is theirs to do: their own, that of whom they stand in for, or their role's in their organisation. */
export function isOwnedBy(task: TaskFacts, actor: Actor): boolean {
  if (task.ownerPersonId !== null) return actsAs(actor, task.ownerPersonId);
  return task.ownerOrganizationId === actor.organizationId && task.ownerRole === actor.role;
}

export const wasAskedBy = (task: TaskFacts, actor: Actor): boolean => actsAs(actor, task.requesterId);

/** Why this may not be done to this task by this person; undefined when it may. */
export function refusalOf(act: TaskAct, task: TaskFacts, actor: Actor): ActRefusal | undefined {
  const rule = RULES[act];
  const owns = isOwnedBy(task, actor);
  const asked = wasAskedBy(task, actor);
  if (!(rule.side !== 'requester' && owns) && !(rule.side !== 'owner' && asked)) return 'not-yours';
  const reopens = act === 'reassigned' && task.status === 'rejected' && asked;
  if (!rule.from.includes(task.status) && !reopens) return 'wrong-state';
  if (act === 'answered' && task.question === null) return 'nothing-asked';
  return undefined;
}

/** In whose place the actor does this; null in their own. */
export function onBehalfOf(act: TaskAct, task: TaskFacts, actor: Actor): string | null {
  const { side } = RULES[act];
  const principal = side !== 'requester' && isOwnedBy(task, actor) ? task.ownerPersonId : task.requesterId;
  return principal === actor.personId ? null : principal;
}

/** Who may see a task that concerns no patient; one that does is under the patient's own wall. */
export function seesWithoutPatient(task: TaskFacts, actor: Actor): boolean {
  return (
    actsAs(actor, task.ownerPersonId) ||
    actsAs(actor, task.requesterId) ||
    actsAs(actor, task.updatedBy) ||
    (task.ownerOrganizationId === actor.organizationId && task.ownerRole === actor.role)
  );
}

import type { Role } from '#api/access/index.ts';
import type { PlanLine, PlanState } from './plan.ts';

/** Who wants to do something with a plan. */
export interface PlanActor {
  readonly role: Role;
  readonly personId: string;
  /** The person, their organisation, and whoever they stand in for. */
  readonly grantees: readonly string[];
}

export interface PlanFacts {
  readonly state: PlanState;
  readonly recipientId: string | null;
}

export const UNDO_SECONDS = 10;
/** Days to answer a plan, for the centre to review. */
export const ANSWER_DAYS = 14;

/** Who writes plans. Others are told of a plan once it has been sent. */
export const isOfCentre = ({ role }: PlanActor): boolean => role === 'oncologist' || role === 'oncology-nurse';

export const mayEdit = (actor: PlanActor, plan: PlanFacts): boolean => isOfCentre(actor) && plan.state === 'draft';

/** A nurse prepares a plan; the oncologist signs it. */
export const maySign = (actor: PlanActor, plan: PlanFacts): boolean =>
  actor.role === 'oncologist' && plan.state === 'draft';

export const maySend = (actor: PlanActor, plan: PlanFacts): boolean => isOfCentre(actor) && plan.state === 'signed';

/** Whoever it was sent to, or stands in for them. */
export const mayRespond = (actor: PlanActor, plan: PlanFacts): boolean =>
  (plan.state === 'sent' || plan.state === 'received' || plan.state === 'active') &&
  plan.recipientId !== null &&
  actor.grantees.includes(plan.recipientId);

export const mayClose = (actor: PlanActor, plan: PlanFacts): boolean =>
  actor.role === 'oncologist' && (plan.state === 'sent' || plan.state === 'received' || plan.state === 'active');

export const mayRead = (actor: PlanActor, plan: PlanFacts): boolean =>
  isOfCentre(actor) || !(plan.state === 'draft' || plan.state === 'signed');

/** Whether the physician who shares the follow-up has to say that they take it on. */
export const asksForAnswer = ({ owner, state, against }: PlanLine): boolean =>
  owner === 'primary-care' && !against && state !== 'not-applicable' && state !== 'declined';

import 'reflect-metadata';
import { Extensions } from 'type-graphql';
import { ROLE_SCOPES, ROLES, type ActionRule, type Role } from '#api/access/index.ts';
import { accessLogActions } from '#api/audit/access-log.actions.ts';
import { careTeamActions } from '#api/care-team/care-team.actions.ts';
import { clinicalActions } from '#api/clinical/clinical.actions.ts';
import { duplicateTestActions } from '#api/duplicate-tests/duplicate-tests.actions.ts';
import { homeActions } from '#api/home/home.actions.ts';
import { identityActions } from '#api/identity/identity.actions.ts';
import { liveActions } from '#api/live/live.actions.ts';
import { notificationActions } from '#api/notifications/notifications.actions.ts';
import { oncologyActions } from '#api/oncology/oncology.actions.ts';
import { palliativeActions } from '#api/palliative/palliative.actions.ts';
import { patientActions } from '#api/patient/patient.actions.ts';
import { messagingActions } from '#api/messaging/messaging.actions.ts';
import { referralActions } from '#api/referral/referral.actions.ts';
import { resultsActions } from '#api/results/results.actions.ts';
import { survivorshipActions } from '#api/survivorship/survivorship.actions.ts';
import { tasksActions } from '#api/tasks/tasks.actions.ts';

// By file and not through each slice's index: resolvers, which an index leads to, import this file.
const actions = {
  ...identityActions,
  ...patientActions,
  ...careTeamActions,
  ...oncologyActions,
  ...palliativeActions,
  ...clinicalActions,
  ...resultsActions,
  ...referralActions,
  ...accessLogActions,
  ...duplicateTestActions,
  ...liveActions,
  ...messagingActions,
  ...survivorshipActions,
  ...tasksActions,
  ...homeActions,
  ...notificationActions,
} as const;

/** All that can be done through the API. */
export type Action = keyof typeof actions;

export const ACTIONS: Readonly<Record<Action, ActionRule>> = actions;

/** Names the one action of a root field or of a section; the schema is not emitted while one is missing. */
export function Action(action: Action): MethodDecorator & PropertyDecorator {
  return Extensions({ action });
}

export const isAction = (text: unknown): text is Action => typeof text === 'string' && Object.hasOwn(ACTIONS, text);

/** Roles that read all that an action needs; each patient's grant narrows it further. */
export function rolesOf(action: Action): Role[] {
  const { needs, roles = ROLES } = ACTIONS[action];
  return ROLES.filter((role) => roles.includes(role) && needs.every((scope) => ROLE_SCOPES[role].includes(scope)));
}

import { patientRefOf, type Chart, type TaskEventRow, type TaskRow } from '#api/chart/index.ts';
import { organizationOf, personRefOf } from '#api/identity/index.ts';
import { isOpen, isOwnedBy, wasAskedBy, type Actor, type TaskFacts } from './task.policy.ts';
import type { Task, TaskEvent } from './task.types.ts';

/** What the rules ask about a task. */
export const factsOf = (row: TaskRow): TaskFacts => ({
  patientId: row.patient_id,
  status: row.status,
  question: row.question,
  ownerPersonId: row.owner?.id ?? null,
  ownerOrganizationId: row.owner_organization.id,
  ownerRole: row.owner_role,
  requesterId: row.requester?.id ?? null,
  updatedBy: row.updated_by,
});

export function taskOf(row: TaskRow, events: readonly TaskEventRow[], actor: Actor): Task {
  const facts = factsOf(row);
  return {
    id: row.id,
    patient: row.patient && patientRefOf(row.patient),
    title: row.title,
    detail: row.detail,
    status: row.status,
    priority: row.priority,
    owner: {
      person: row.owner && personRefOf(row.owner),
      organization: organizationOf(row.owner_organization),
      role: row.owner_role,
    },
    requester: row.requester && personRefOf(row.requester),
    dueOn: row.due_on,
    overdue: row.overdue,
    source: { kind: row.source_kind, id: row.source_id },
    reason: row.reason,
    question: row.question,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    history: [requestOf(row), ...historyOf(row, events)],
    mayRespond: isOpen(row.status) && isOwnedBy(facts, actor),
    mayDirect: (isOpen(row.status) || row.status === 'rejected') && wasAskedBy(facts, actor),
  };
}

/** How every history begins. */
function requestOf(row: TaskRow): TaskEvent {
  const { creator, requester } = row;
  return {
    at: row.created_at,
    kind: 'requested',
    by: creator && personRefOf(creator),
    onBehalfOf: requester !== null && requester.id !== creator?.id ? personRefOf(requester) : null,
    status: 'requested',
    words: row.detail,
  };
}

const historyOf = (row: TaskRow, events: readonly TaskEventRow[]): TaskEvent[] =>
  events
    .filter((event) => event.task_id === row.id)
    .toSorted((one, other) => one.version - other.version)
    .map((event) => ({
      at: event.at,
      kind: event.kind,
      by: personRefOf(event.person),
      onBehalfOf: event.on_behalf_of && personRefOf(event.on_behalf_of),
      status: event.status,
      words: event.words,
    }));

/** A patient's tasks: open ones first, the first due first. */
export function patientTasks(chart: Chart): Task[] {
  const events = chart.rows('taskEvents');
  return chart
    .rows('tasks')
    .toSorted((one, other) => order(one).localeCompare(order(other)))
    .map((row) => taskOf(row, events, chart.actor));
}

const order = (row: TaskRow): string => `${isOpen(row.status) ? 0 : 1}${row.due_on}${row.created_at}`;

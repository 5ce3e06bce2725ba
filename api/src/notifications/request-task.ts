import type { Database } from './waiting-delivery.ts';
import { localTime } from './zoned-time.ts';

/** The day in a time zone, as YYYY-MM-DD. */
export const today = (zone: string): string => {
  const { year, month, day } = localTime(new Date(), zone);
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
};

export interface TaskRequest {
  readonly patientId: string | null;
  readonly title: string;
  readonly detail: string;
  readonly urgent: boolean;
  readonly owner: { readonly personId: string } | { readonly organizationId: string; readonly role: string };
  readonly dueOn: string;
  readonly source: 'contact' | 'delivery';
  readonly sourceId: string;
}

/** Asks somebody to do something; asked again while it is open, it is the same task. */
export async function requestTask(db: Database, task: TaskRequest): Promise<void> {
  const { owner } = task;
  const [person, organization, role] =
    'personId' in owner ? [owner.personId, null, null] : [null, owner.organizationId, owner.role];
  await db.query('select app.request_task($1, $2, $3, $4, $5, $6, $7, null, $8, $9, $10)', [
    task.patientId,
    task.title,
    task.detail,
    task.urgent ? 'urgent' : 'routine',
    person,
    organization,
    role,
    task.dueOn,
    task.source,
    task.sourceId,
  ]);
}

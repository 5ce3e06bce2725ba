// What people do with each other about a patient: rows that a session writes and no import.
import { randomUUID } from 'node:crypto';
import { day, moment, type MakeRow, type RecordRow } from './clinic-row.ts';
import type { PersonInClinic } from './clinic.ts';

export interface Colleagues {
  /** A clinician of another practice, of whom things are asked. */
  readonly owner: PersonInClinic;
  /** Acts for the one who asks and for the one who is asked. */
  readonly delegate: PersonInClinic;
  readonly requester: PersonInClinic;
}

const SOURCE_COLUMNS = [
  'source_system',
  'source_type',
  'source_id',
  'source_version',
  'source_updated_at',
  'source_hash',
];

/** A row that came out of no feed. */
function written({ columns, ...row }: RecordRow, more: Record<string, unknown> = {}): RecordRow {
  const own = Object.entries(columns).filter(([name]) => !SOURCE_COLUMNS.includes(name));
  return { ...row, columns: { ...Object.fromEntries(own), ...more }, writtenBy: 'owner' };
}

export function workRows(make: MakeRow, canary: string, { owner, delegate, requester }: Colleagues): RecordRow[] {
  const task = randomUUID();
  const asked = {
    owner_person_id: owner.id,
    owner_organization_id: owner.organization.id,
    owner_role: owner.role,
  };
  const before = Object.fromEntries(Object.entries(asked).map(([name, value]) => [`from_${name}`, value]));
  return [
    written(
      make('task', ['tasks'], {
        id: task,
        ...asked,
        title: `Repeat the CEA ${canary}`,
        detail: `With the CT ${canary}`,
        status: 'requested',
        reason: `Said before ${canary}`,
        question: `Fasting ${canary}?`,
        requester_id: requester.id,
        due_on: day(3),
        source_kind: 'person',
        version: 2,
        created_at: moment(9),
        created_by: delegate.id,
        updated_by: delegate.id,
      }),
      { source_id: randomUUID() },
    ),
    written(
      make('task_event', ['tasks'], {
        task_id: task,
        kind: 'asked',
        words: `Fasting ${canary}?`,
        version: 2,
        status: 'requested',
        session_id: randomUUID(),
        person_id: delegate.id,
        organization_id: delegate.organization.id,
        on_behalf_of_id: owner.id,
        from_status: 'requested',
        ...before,
      }),
    ),
  ];
}

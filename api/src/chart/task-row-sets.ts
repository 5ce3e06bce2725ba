import { sql, type RawBuilder, type Selectable } from 'kysely';
import { reader, type JsonRow, type Tables } from '#api/database/index.ts';
import type { DirectoryRow, OrganizationRow } from '#api/identity/index.ts';
import type { PatientRefRow } from './patient-ref.ts';

type TaskColumns = JsonRow<Selectable<Tables['task']>>;
type EventColumns = JsonRow<Selectable<Tables['task_event']>>;

/** A task as it is told: its columns, and whom they name. */
export interface TaskRow extends Omit<
  TaskColumns,
  'patient_id' | 'owner_person_id' | 'owner_organization_id' | 'requester_id' | 'created_by'
> {
  /** Null only outside a chart: the task concerns no patient. */
  patient_id: string;
  overdue: boolean;
  /** Null: there is none, or the reader may not know who it is. */
  patient: PatientRefRow | null;
  owner: DirectoryRow | null;
  owner_organization: OrganizationRow;
  requester: DirectoryRow | null;
  creator: DirectoryRow | null;
}

export interface TaskEventRow extends Pick<
  EventColumns,
  'id' | 'needs' | 'task_id' | 'at' | 'kind' | 'words' | 'version' | 'status'
> {
  patient_id: string;
  person: DirectoryRow;
  on_behalf_of: DirectoryRow | null;
}

/** What a table or expression with the columns of `task` holds. A day ends where the owner works. */
export const taskRows = (from: RawBuilder<unknown>): RawBuilder<TaskRow> => sql<TaskRow>`
    with people as materialized (
      select * from app.directory(array(select unnest(array[x.owner_person_id, x.requester_id, x.created_by]) from ${from} x))
    )
    select t.id, t.patient_id, t.needs, t.title, t.detail, t.priority, t.status, t.reason, t.question, t.owner_role, t.due_on,
      t.source_kind, t.source_id, t.version, t.created_at, t.updated_at, t.updated_by,
      t.status in ('requested','accepted','in-progress') and t.due_on < (now() at time zone o.time_zone)::date as overdue,
      to_json(p) as patient, to_json(owner) as owner, to_json(o) as owner_organization,
      to_json(requester) as requester, to_json(creator) as creator
    from ${from} t
    join (select id, name, kind, telephone, telephone_24x7, time_zone from organization) o on o.id = t.owner_organization_id
    left join (select id, family_name, given_name, birth_date, mrn from patient) p on p.id = t.patient_id
    left join people owner on owner.id = t.owner_person_id
    left join people requester on requester.id = t.requester_id
    left join people creator on creator.id = t.created_by`;

/** What has happened to those tasks. */
export const taskEventRows = (
  from: RawBuilder<unknown>,
  events: RawBuilder<unknown> = sql`task_event`,
): RawBuilder<TaskEventRow> => sql<TaskEventRow>`
    with happened as materialized (
      select e.* from ${from} t join ${events} e on e.task_id = t.id and e.patient_id is not distinct from t.patient_id
    ), people as materialized (
      select * from app.directory(array(select unnest(array[x.person_id, x.on_behalf_of_id]) from happened x))
    )
    select h.id, h.patient_id, h.needs, h.task_id, h.at, h.kind, h.words, h.version, h.status,
      to_json(person) as person, to_json(principal) as on_behalf_of
    from happened h
    join people person on person.id = h.person_id
    left join people principal on principal.id = h.on_behalf_of_id`;

const OF_PAGE = sql`(select * from task where patient_id in (select id from page))`;

/** The tasks of a chart, open ones first, and their history. */
export const taskRowSets = {
  tasks: () => reader.selectFrom(sql<TaskRow>`(${taskRows(OF_PAGE)})`.as('told')).selectAll(),
  taskEvents: () => reader.selectFrom(sql<TaskEventRow>`(${taskEventRows(OF_PAGE)})`.as('told')).selectAll(),
} as const;

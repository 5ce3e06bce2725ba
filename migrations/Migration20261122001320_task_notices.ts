import { Migration } from '@mikro-orm/migrations';

const DEFINER = `security definer set search_path = pg_catalog, public, pg_temp`;
const OPEN = `('requested','accepted','in-progress')`;

/**
 * Whoever is asked for a task, by name or by role, is told of it by mail, at once or once a day; and jobs that failed for good
 * are told to the centre's administrators. A job learns which tasks wait and how soon, and nothing of what they say.
 */
export class Migration20261122001320_task_notices extends Migration {
  override up(): void {
    // Which mail told whom of which task; handed on, a task is told of to the next.
    this.addSql(`
      create table mail_task (
        mail_id uuid not null references mail,
        task_id uuid not null,
        owner_id uuid not null,
        primary key (mail_id, task_id, owner_id)
      )`);
    this.addSql(`create index mail_task_task_idx on mail_task (task_id, owner_id)`);
    this.addSql(`alter table mail_task enable row level security`);
    this.addSql(`alter table mail_task force row level security`);
    for (const role of ['portage_worker', 'portage_resolver'])
      this.addSql(
        `create policy ${role.replace('portage_', '')} on mail_task to ${role} using (true) with check (true)`,
      );
    this.addSql(`grant select, insert on mail_task to portage_worker`);
    this.addSql(`grant select on mail_task to portage_resolver`);
    this.addSql(`grant select (id, contact_id, failed_at) on mail to portage_resolver`);
    this.addSql(`insert into job_task (name) values ('notifications.task')`);
    this.addSql(`grant create on schema app to portage_resolver`);
    for (const [signature, { definition, worker }] of Object.entries(FUNCTIONS)) {
      this.addSql(definition);
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
      if (worker) this.addSql(`grant execute on function ${signature} to portage_worker`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);
    // A message that hands something over tells of its task itself; what somebody asks of themselves they know.
    this.addSql(`
      create trigger followed after insert or update of owner_person_id on task for each row
      when (new.status = 'requested' and new.source_kind <> 'message'
        and (new.owner_person_id is null or new.owner_person_id is distinct from new.updated_by))
      execute function app.follow_task()`);
  }
}

const FUNCTIONS: Readonly<Record<string, { readonly definition: string; readonly worker: boolean }>> = {
  'app.follow_task()': {
    worker: false,
    definition: `
      create function app.follow_task() returns trigger
      language plpgsql volatile ${DEFINER} as $$
      begin
        perform app.enqueue('notifications.task', jsonb_build_object('task', new.id, 'person', asked.id))
        from (
          select new.owner_person_id as id where new.owner_person_id is not null
          union
          select m.person_id from membership m
          where new.owner_person_id is null and m.ended_at is null
            and m.organization_id = new.owner_organization_id and m.role = new.owner_role) asked;
        return null;
      end $$`,
  },
  // Of those whom they cover for too, as with messages, and what anybody with their role is to do; of no patient whom they
  // may no longer read.
  'app.untold_tasks(uuid)': {
    worker: true,
    definition: `
      create function app.untold_tasks(teller uuid) returns table (task_id uuid, owner_id uuid, urgent boolean)
      language plpgsql stable ${DEFINER} as $$
      begin
        return query
          with asked as (
            select t.id, t.patient_id, t.owner_person_id as owner, t.priority, t.updated_by from task t
            where t.status = 'requested' and t.source_kind <> 'message'
              and t.owner_person_id in (
                select teller union
                select d.principal_id from delegation d
                where d.delegate_id = teller and d.kind = 'cover' and d.revoked_at is null
                  and d.valid_from <= now() and (d.valid_until is null or d.valid_until > now()))
            union all
            select t.id, t.patient_id, teller, t.priority, t.updated_by from membership m
            join task t on t.owner_organization_id = m.organization_id and t.owner_role = m.role
            where m.person_id = teller and m.ended_at is null
              and t.owner_person_id is null and t.status = 'requested' and t.source_kind <> 'message')
          select a.id, a.owner, a.priority = 'urgent' from asked a
          where a.updated_by is distinct from teller
            and teller = any (app.readers_of(array[teller], a.patient_id, '{tasks}'))
            and not exists (
              select from mail_task i join mail l on l.id = i.mail_id join contact c on c.id = l.contact_id
              where i.task_id = a.id and i.owner_id = a.owner and c.person_id = teller and l.failed_at is null);
      end $$`,
  },
  // Once for each kind of work that died, and again only when more of it dies after somebody has closed the task.
  'app.report_dead_jobs()': {
    worker: true,
    definition: `
      create function app.report_dead_jobs() returns void
      language plpgsql volatile ${DEFINER} as $$
      begin
        perform app.request_task(
          null, 'Look after work of Portage that failed for good',
          dead.jobs || ' of ' || dead.name || '. Whoever runs the server finds the reason in its log.',
          'urgent', null, o.id, 'centre-administrator', null, (now() at time zone o.time_zone)::date, 'job', dead.source)
        from (
          select t.identifier as name, count(*) as jobs, max(j.updated_at) as at, md5('dead jobs of ' || t.identifier)::uuid as source
          from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where j.attempts >= j.max_attempts and j.locked_at is null
          group by t.identifier) dead, organization o
        where o.kind = 'cancer-centre' and not exists (
          select from task k
          where k.source_id = dead.source and k.owner_organization_id = o.id
            and (k.status in ${OPEN} or k.created_at >= dead.at));
      end $$`,
  },
};

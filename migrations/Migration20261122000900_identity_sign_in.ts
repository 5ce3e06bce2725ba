import { Migration } from '@mikro-orm/migrations';

/**
 * What sign-in needs beyond credentials and sessions: attempts counted across all API processes,
 * and a person's own e-mail address, which nobody else may read.
 */
export class Migration20261122000900_identity_sign_in extends Migration {
  override up(): void {
    // Keyed hashes of accounts and addresses, so that the table tells nobody who tried.
    this.addSql(`
      create table sign_in_attempt (
        key text primary key,
        points integer not null,
        expires_at timestamptz not null
      )`);
    this.addSql(`create index sign_in_attempt_expires_idx on sign_in_attempt (expires_at)`);
    this.addSql(`alter table sign_in_attempt enable row level security`);
    this.addSql(`alter table sign_in_attempt force row level security`);
    this.addSql(`create policy resolver on sign_in_attempt to portage_resolver using (true) with check (true)`);
    this.addSql(`grant select, insert, update, delete on sign_in_attempt to portage_resolver`);
    this.addSql(`grant create on schema app to portage_resolver`);

    // Adds to counters in one step, so that attempts sent at once are all counted. A counter that has run out begins
    // anew, a running one keeps its end. In the order of their keys: two attempts never wait for each other in a ring.
    this.addSql(`
      create function app.count_attempts(counters text[], more integer, lasts interval[])
      returns table (counter text, points integer, ms_left integer)
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        if random() < 0.02 then
          delete from sign_in_attempt a where a.expires_at < now();
        end if;
        return query
          insert into sign_in_attempt as a (key, points, expires_at)
          select c.key, greatest(more, 0), now() + c.lasting
          from unnest(counters, lasts) as c (key, lasting) order by c.key
          on conflict (key) do update set
            points = greatest(case when a.expires_at <= now() then more else a.points + more end, 0),
            expires_at = case when a.expires_at <= now() then excluded.expires_at else a.expires_at end
          returning a.key, a.points, ceil(extract(epoch from a.expires_at - now()) * 1000)::integer;
      end $$`);
    this.addSql(`
      create function app.forget_attempts(counters text[]) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        delete from sign_in_attempt a where a.key = any (counters);
      end $$`);
    this.addSql(`
      create function app.own_email() returns text
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        return (select p.email from app.current_session() s join person p on p.id = s.person_id);
      end $$`);

    const callers: [signature: string, role: string][] = [
      ['app.count_attempts(text[],integer,interval[])', 'portage_door'],
      ['app.forget_attempts(text[])', 'portage_door'],
      ['app.own_email()', 'portage_app'],
    ];
    for (const [signature, role] of callers) {
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to portage_resolver, ${role}`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);

    // Which state of the demo has been loaded to its end; an interrupted load leaves no row and is taken up again.
    this.addSql(`create table demo_load (state text primary key, loaded_at timestamptz not null default now())`);
    this.addSql(`alter table demo_load enable row level security`);
    this.addSql(`alter table demo_load force row level security`);
    this.addSql(`create policy steward on demo_load to portage_steward using (true) with check (true)`);
    this.addSql(`grant select, insert on demo_load to portage_steward`);

    // Signing in ends the session that the same browser had.
    this.addSql(`grant execute on function app.close_session() to portage_door`);
  }
}

import { Migration } from '@mikro-orm/migrations';

/**
 * What the centre may know of duplicate-test checks: counts by test family, of no patient and no reader. The
 * function tells them to a centre administrator only and names no family that was asked about fewer than five times.
 */
export class Migration20261122001070_test_figures_create extends Migration {
  override up(): void {
    // Which card told of which family, so that what the EHR says of a card can be counted.
    this.addSql(`
      create table cds_card (
        card uuid primary key,
        client_id uuid not null references cds_client,
        family text not null check (length(family) <= 100),
        issued_at timestamptz not null default now()
      )`);
    this.addSql(`create index cds_feedback_received_idx on cds_feedback (received_at)`);
    this.addSql(`create index test_decision_made_idx on test_decision (made_at)`);
    this.addSql(`create index audit_event_check_idx on audit_event (at) where action = 'duplicate-tests:check'`);
    this.addSql(`alter table cds_card enable row level security`);
    this.addSql(`alter table cds_card force row level security`);
    this.addSql(`create policy resolver on cds_card to portage_resolver using (true) with check (true)`);
    this.addSql(`grant select, insert on cds_card to portage_resolver`);
    this.addSql(`grant select on cds_feedback to portage_resolver`);
    this.addSql(`create policy figures on test_decision for select to portage_resolver using (true)`);
    this.addSql(`grant select (family, verdict, decision, made_at) on test_decision to portage_resolver`);
    this.addSql(
      `create policy figures on audit_event for select to portage_resolver using (action = 'duplicate-tests:check')`,
    );
    this.addSql(`grant select (at, action, outcome, detail) on audit_event to portage_resolver`);

    this.addSql(`grant create on schema app to portage_resolver`);
    this.addSql(`
      create function app.keep_cds_cards(given_client uuid, cards uuid[], families text[]) returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        insert into cds_card (card, client_id, family)
        select given.card, given_client, given.family from unnest(cards, families) as given (card, family);
      end $$`);
    // Only whole windows may be asked for: with two dates of one's own choice a single check could be told apart.
    this.addSql(`
      create function app.test_figures(months integer)
      returns table (family text, checks bigint, reused bigint, withdrawn bigint, deferred bigint, ordered bigint)
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      declare since timestamptz := now() - make_interval(months => case when months in (1, 3, 12) then months else 1 end);
      begin
        if not exists (
          select from app.current_session() s join organization o on o.id = s.organization_id
          where s.role = 'centre-administrator' and o.kind = 'cancer-centre') then
          return;
        end if;
        return query
          with counted as (
            select asked.key, 1 as checks, 0 as reused, 0 as withdrawn, 0 as deferred, 0 as ordered
            from audit_event e cross join lateral unnest(string_to_array(e.detail, ' ')) as asked (key)
            where e.action = 'duplicate-tests:check' and e.outcome = 'done' and e.at >= since and e.detail <> ''
            union all
            select d.family, 0, (d.decision = 'reused')::int, 0, (d.decision = 'deferred')::int, (d.decision = 'ordered')::int
            from test_decision d
            where d.made_at >= since and d.verdict in ('duplicate', 'probable-duplicate')
            union all
            select c.family, 0, 0, (f.outcome = 'accepted')::int, 0, (f.outcome = 'overridden')::int
            from (select distinct on (g.card, g.client_id) g.card, g.client_id, g.outcome from cds_feedback g
              where g.received_at >= since order by g.card, g.client_id, g.received_at desc) f
            join cds_card c on c.card = f.card and c.client_id = f.client_id
          ),
          summed as (
            select key, sum(c.checks) as checks, sum(c.reused) as reused, sum(c.withdrawn) as withdrawn,
              sum(c.deferred) as deferred, sum(c.ordered) as ordered
            from counted c group by key
          )
          select case when s.checks >= 5 then s.key end, sum(s.checks)::bigint, sum(s.reused)::bigint,
            sum(s.withdrawn)::bigint, sum(s.deferred)::bigint, sum(s.ordered)::bigint
          from summed s group by 1 order by 2 desc, 1;
      end $$`);
    for (const [signature, role] of [
      ['app.keep_cds_cards(uuid,uuid[],text[])', 'portage_door'],
      ['app.test_figures(integer)', 'portage_app'],
    ]) {
      this.addSql(`alter function ${signature} owner to portage_resolver`);
      this.addSql(`revoke all on function ${signature} from public`);
      this.addSql(`grant execute on function ${signature} to portage_resolver, ${role}`);
    }
    this.addSql(`revoke create on schema app from portage_resolver`);
  }
}

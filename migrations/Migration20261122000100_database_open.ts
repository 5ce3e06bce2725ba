import { Migration } from '@mikro-orm/migrations';

/**
 * Roles and schemas. Roles are cluster-wide, so they may be there already; their passwords are
 * set at boot (see `api/src/database/roles.ts`), never here.
 *
 * | role             | who logs in with it                 | may                                          |
 * | ---------------- | ----------------------------------- | -------------------------------------------- |
 * | portage_app      | the API                             | read what the session may read, append audit |
 * | portage_door     | sign-in, and nothing else           | look at credentials, open sessions           |
 * | portage_ingest   | the import                          | write clinical tables and access grants      |
 * | portage_steward  | seeds and administration commands   | write people, organisations, accounts        |
 * | portage_sealer   | the audit sealer and the verifier   | read the audit, append seals                 |
 * | portage_worker   | the jobs that run in the server     | take jobs, deliver, escalate                 |
 * | portage_resolver | nobody: owns the definer functions  | resolve a session token to its viewer        |
 */
export class Migration20261122000100_database_open extends Migration {
  override up(): void {
    this.addSql(`
      do $$
      declare role_name text;
      begin
        foreach role_name in array array['portage_app','portage_door','portage_ingest','portage_steward','portage_sealer','portage_worker','portage_resolver'] loop
          if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I nologin nobypassrls', role_name);
          end if;
        end loop;
        -- whoever migrates hands the definer functions over to the resolver, so must be able to act as it
        if not pg_has_role(current_user, 'portage_resolver', 'set') then
          execute format('grant portage_resolver to %I', current_user);
        end if;
      end $$;
    `);
    this.addSql(`revoke create on schema public from public`);
    // A temporary table or function is looked up before anything else of its name, so nobody gets to make one.
    this.addSql(
      `do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`,
    );
    this.addSql(`create schema app`);
    this.addSql(
      `grant usage on schema app to portage_app, portage_door, portage_ingest, portage_steward, portage_sealer, portage_worker, portage_resolver`,
    );
    this.addSql(
      `grant usage on schema public to portage_app, portage_door, portage_ingest, portage_steward, portage_sealer, portage_worker, portage_resolver`,
    );
    this.addSql(`alter default privileges in schema app revoke execute on functions from public`);
    this.addSql(`alter default privileges revoke execute on functions from public`);
  }
}

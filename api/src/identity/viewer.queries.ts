import type { Pool } from 'pg';
import type { Role, Scope } from '#api/access/index.ts';
import { runAsSession, type EnteredSession, type Statement } from '#api/database/index.ts';
import type { OrganizationKind } from './organization-kind.ts';
import type { DirectoryRow } from './person-ref.view.ts';

/** The viewer as the database knows them. */
export interface ViewerRow {
  id: string;
  given_name: string;
  family_name: string;
  email: string;
  role: Role;
  scopes: Scope[];
  organization_id: string;
  organization_name: string;
  organization_kind: OrganizationKind;
  telephone: string | null;
  telephone_24x7: string | null;
  time_zone: string;
  unread_count: number;
  cover: { since: string; until: string | null; person: DirectoryRow } | null;
  stands_in_for: DirectoryRow[];
}

const VIEWER: Statement = {
  sql: `
    select p.id, p.given_name, p.family_name, app.own_email() as email, s.role, app.role_scopes() as scopes,
      o.id as organization_id, o.name as organization_name, o.kind as organization_kind,
      o.telephone, o.telephone_24x7, o.time_zone, app.unread_count() as unread_count,
      (select json_build_object('since', c.since, 'until', c.until, 'person', to_json(d))
        from app.own_cover() c join lateral app.directory(array[c.cover_id]) d on true) as cover,
      (select coalesce(json_agg(d order by d.family_name, d.id), '[]')
        from app.directory(array_remove(array_remove(app.grantees(), s.person_id), s.organization_id)) d) as stands_in_for
    from app.current_session() s
    join person p on p.id = s.person_id
    join organization o on o.id = s.organization_id`,
  parameters: [],
};

/** Who the session acts for; undefined when it is not, or no longer, alive. */
export async function findViewer(
  pool: Pool,
  token: string,
): Promise<{ row: ViewerRow; session: EnteredSession } | undefined> {
  const { session, rows } = await runAsSession<ViewerRow>(pool, token, VIEWER);
  const [row] = rows;
  return session && row && { row, session };
}

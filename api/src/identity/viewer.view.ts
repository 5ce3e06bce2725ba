import type { EnteredSession } from '#api/database/index.ts';
import type { Viewer } from './identity.types.ts';
import { personRefOf } from './person-ref.view.ts';
import type { ViewerRow } from './viewer.queries.ts';

export function viewerOf(row: ViewerRow, session: EnteredSession): Viewer {
  return {
    id: row.id,
    name: `${row.given_name} ${row.family_name}`.trim(),
    email: row.email,
    role: row.role,
    scopes: row.scopes,
    organization: {
      id: row.organization_id,
      name: row.organization_name,
      kind: row.organization_kind,
      telephone: row.telephone,
      telephone24x7: row.telephone_24x7,
      timeZone: row.time_zone,
    },
    unreadCount: row.unread_count,
    cover: row.cover && { person: personRefOf(row.cover.person), from: row.cover.since, until: row.cover.until },
    standsInFor: row.stands_in_for.map(personRefOf),
    previousSignInAt: session.previous_sign_in_at?.toISOString() ?? null,
    sessionExpiresAt: session.expires_at.toISOString(),
  };
}

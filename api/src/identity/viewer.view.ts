import type { EnteredSession } from '#api/database/index.ts';
import type { Viewer } from './identity.types.ts';
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
    previousSignInAt: session.previous_sign_in_at?.toISOString() ?? null,
    sessionExpiresAt: session.expires_at.toISOString(),
  };
}

import type { Role } from '#api/access/index.ts';
import type { OrganizationKind } from './organization-kind.ts';
import type { OrganizationView } from './organization.types.ts';
import type { PersonRef } from './person-ref.types.ts';

/** A row of the SQL function `app.directory`. */
export interface DirectoryRow {
  id: string;
  given_name: string;
  family_name: string;
  role: Role | null;
  organization_id: string | null;
  organization_name: string | null;
  organization_kind: OrganizationKind | null;
  telephone: string | null;
  telephone_24x7: string | null;
  time_zone: string | null;
}

/** A row of `organization` as a statement's JSON carries it. */
export interface OrganizationRow {
  id: string;
  name: string;
  kind: OrganizationKind;
  telephone: string | null;
  telephone_24x7: string | null;
  time_zone: string;
}

export const organizationOf = (row: OrganizationRow): OrganizationView => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  telephone: row.telephone,
  telephone24x7: row.telephone_24x7,
  timeZone: row.time_zone,
});

export function personRefOf(row: DirectoryRow): PersonRef {
  const { organization_id: id, organization_name: name, organization_kind: kind, time_zone: zone } = row;
  const works = id !== null && name !== null && kind !== null && zone !== null;
  return {
    id: row.id,
    name: `${row.given_name} ${row.family_name}`.trim(),
    role: row.role,
    organization: works ? organizationOf({ ...row, id, name, kind, time_zone: zone }) : null,
  };
}

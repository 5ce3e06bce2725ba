import { defineEntity, p } from '@mikro-orm/postgresql';
import type { OrganizationKind } from './organization-kind.ts';

/** A party to Portage: one whose people sign in. Organisations that only occur in FHIR are `healthcare_organization`. */
export const Organization = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<OrganizationKind>(),
    name: p.text(),
    npi: p.text().nullable().unique(),
    telephone: p.text().nullable(),
    telephone24x7: p.text().nullable().name('telephone_24x7'),
    timeZone: p.text(),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

import { defineEntity, p } from '@mikro-orm/postgresql';

export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    email: p.text().unique(),
    familyName: p.text(),
    givenName: p.text(),
    npi: p.text().nullable().unique(),
    disabledAt: p.datetime().columnType('timestamptz').nullable(),
    createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Scope } from '#api/access/index.ts';
import { directoryColumns } from './source-columns.ts';

export const Patient = defineEntity({
  name: 'Patient',
  tableName: 'patient',
  properties: {
    ...directoryColumns,
    needs: p.array().$type<Scope[]>(),
    familyName: p.text(),
    givenName: p.text().default(''),
    nameSearch: p.text(),
    birthDate: p.date().nullable(),
    sex: p.text().$type<'female' | 'male' | 'other' | 'unknown'>().default('unknown'),
    mrn: p.text().nullable(),
    deceased: p.boolean().default(false),
    deceasedAt: p.datetime().columnType('timestamptz').nullable(),
    telephone: p.text().nullable(),
    address: p.text().nullable(),
    city: p.text().nullable(),
    state: p.text().nullable(),
    language: p.text().nullable(),
    tribalAffiliation: p.text().nullable(),
    mergedIntoId: p.uuid().nullable(),
  },
});

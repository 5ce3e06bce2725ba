import { p } from '@mikro-orm/postgresql';
import type { Scope } from '#api/access/index.ts';

/** Where a row came from and as of when; every table that an import fills has these. */
const provenance = {
  sourceSystem: p.text(),
  sourceType: p.text(),
  sourceId: p.text(),
  sourceVersion: p.text().nullable(),
  sourceUpdatedAt: p.datetime().columnType('timestamptz').nullable(),
  sourceHash: p.blob(),
  receivedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
};

/** Columns of a resource about providers, not about a patient. */
export const directoryColumns = { id: p.uuid().primary(), ...provenance };

/** Columns of a row of one patient's record. `needs`: the scopes that its reader must hold, all of them. */
export const compartmentColumns = {
  ...directoryColumns,
  patientId: p.uuid(),
  needs: p.array().$type<Scope[]>(),
};

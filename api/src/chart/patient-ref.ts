import type { PatientRef } from '#api/graphql/shared.types.ts';

export interface PatientRefRow {
  id: string;
  family_name: string;
  given_name: string;
  birth_date: string | null;
  mrn: string | null;
}

/** A name as it heads a chart. */
export const chartName = (row: { family_name: string; given_name: string }): string =>
  row.given_name === '' ? row.family_name.toUpperCase() : `${row.family_name.toUpperCase()}, ${row.given_name}`;

export const patientRefOf = (row: PatientRefRow): PatientRef => ({
  id: row.id,
  name: chartName(row),
  birthDate: row.birth_date,
  mrn: row.mrn,
});

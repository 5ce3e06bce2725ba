import { chartName, sourceOf, type Chart } from '#api/chart/index.ts';
import { oncologyHeadline } from '#api/oncology/index.ts';
import type { Patient, PatientHeadline } from './patient.types.ts';

/** A patient and the chart that the sections are told from. The chart never leaves: it is no field. */
export type ChartedPatient = Patient & { readonly chart: Chart };

// One sentence for every patient, so that it tells nobody whether there is any.
const RESTRICTED = 'Restricted information may exist that is not shown here. Ask the cancer centre if you need it.';

export function patientOf(chart: Chart): ChartedPatient {
  const row = chart.patient;
  return {
    chart,
    id: row.id,
    name: chartName(row),
    familyName: row.family_name,
    givenName: row.given_name,
    birthDate: row.birth_date,
    age: ageOf(row, chart.today),
    sex: row.sex,
    mrn: row.mrn,
    deceasedAt: row.deceased_at,
    deceased: row.deceased,
    telephone: row.telephone,
    address: row.address || null,
    language: row.language,
    source: sourceOf(chart, row),
    basis: chart.bases(),
    restrictedInformation: RESTRICTED,
  };
}

export function headlineOf(chart: Chart): PatientHeadline {
  const changes = chart.changes();
  return {
    ...oncologyHeadline(chart),
    lastChangeAt: changes?.last_change_at ?? null,
    changesSincePreviousSignIn: changes?.changes ?? 0,
  };
}

/** Completed years from birth to today, or to death. */
export function ageOf(
  row: { birth_date: string | null; deceased: boolean; deceased_at: string | null },
  today: string,
): number | null {
  if (row.birth_date === null || (row.deceased && row.deceased_at === null)) return null;
  const until = (row.deceased_at ?? today).slice(0, 10);
  const years = Number(until.slice(0, 4)) - Number(row.birth_date.slice(0, 4));
  return until.slice(5) < row.birth_date.slice(5) ? years - 1 : years;
}

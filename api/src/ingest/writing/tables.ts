import { UnderscoreNamingStrategy, type InferEntity } from '@mikro-orm/postgresql';
import type { Scope } from '#api/access/index.ts';
import * as record from '#api/record/index.ts';

/** Tables of one patient's record that the import fills, and the entity that says their columns. */
const COMPARTMENT = {
  patient_identifier: record.PatientIdentifier,
  patient_contact: record.PatientContact,
  care_team_member: record.CareTeamMember,
  condition: record.Condition,
  observation: record.Observation,
  procedure: record.Procedure,
  radiotherapy_dose: record.RadiotherapyDose,
  medication_use: record.MedicationUse,
  allergy_intolerance: record.AllergyIntolerance,
  immunization: record.Immunization,
  diagnostic_report: record.DiagnosticReport,
  imaging_study: record.ImagingStudy,
  document_reference: record.DocumentReference,
  document_content: record.DocumentContent,
  encounter: record.Encounter,
  service_request: record.ServiceRequest,
  appointment: record.Appointment,
  goal: record.Goal,
  care_plan: record.CarePlan,
  care_plan_activity: record.CarePlanActivity,
  flag: record.Flag,
  consent: record.Consent,
};

const DIRECTORY = {
  practitioner: record.Practitioner,
  healthcare_organization: record.HealthcareOrganization,
  practitioner_role: record.PractitionerRole,
  location: record.Location,
};

const ENTITIES = { patient: record.Patient, ...DIRECTORY, ...COMPARTMENT };

type Entities = typeof ENTITIES;

/** What the writer adds to every row by itself. */
type Added =
  | 'id'
  | 'patientId'
  | 'sourceSystem'
  | 'sourceType'
  | 'sourceId'
  | 'sourceVersion'
  | 'sourceUpdatedAt'
  | 'sourceHash'
  | 'receivedAt'
  | 'mergedIntoId';

/** In JSON on its way to PostgreSQL a time is RFC 3339, bytes are `\x…`, a double is a number. */
type Cell<T> = [T] extends [Date | Uint8Array] ? string : [number] extends [T] ? number : T;
type NullableKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : null extends T[K] ? K : never }[keyof T];
type Own<T> = Exclude<keyof T & string, Added>;
type ValuesOf<T> = { [K in Exclude<Own<T>, NullableKeys<T>>]: Cell<T[K]> } & {
  [K in Own<T> & NullableKeys<T>]?: Cell<NonNullable<T[K]>> | null | undefined;
};

/** A day's radiotherapy; see `radiotherapy/`. */
export interface FractionValues {
  needs: Scope[];
  courseKey: string;
  codeSystem?: string | null;
  code?: string | null;
  display: string;
  status?: string | null;
  treatmentIntent?: string | null;
  bodySite?: string | null;
  laterality?: string | null;
  modality?: string | null;
  technique?: string | null;
  reasonId?: string | null;
  givenOn?: string | null;
}

type Partly = 'year' | 'month' | null;

/** Columns of the import's own migration: that a date stands for its whole year or month. */
interface Precisions {
  condition: { onsetPrecision?: Partly };
  procedure: { startedPrecision?: Partly };
  medication_use: { startedPrecision?: Partly };
  immunization: { givenPrecision?: Partly };
}

const PRECISIONS: { readonly [T in keyof Precisions]: keyof Precisions[T] & string } = {
  condition: 'onsetPrecision',
  procedure: 'startedPrecision',
  medication_use: 'startedPrecision',
  immunization: 'givenPrecision',
};

/** Each table's own columns, in camel case, as a mapping function gives them. */
export type RowValues = {
  [T in keyof Entities]: ValuesOf<InferEntity<Entities[T]>> & (T extends keyof Precisions ? Precisions[T] : unknown);
} & {
  radiotherapy_fraction: FractionValues;
  withdrawn_resource: Record<never, never>;
};

export type TableName = keyof RowValues;

const FRACTION_COLUMNS: (keyof FractionValues)[] = [
  'needs',
  'courseKey',
  'codeSystem',
  'code',
  'display',
  'status',
  'treatmentIntent',
  'bodySite',
  'laterality',
  'modality',
  'technique',
  'reasonId',
  'givenOn',
];

const PROVENANCE = ['id', 'sourceSystem', 'sourceType', 'sourceId', 'sourceVersion', 'sourceUpdatedAt', 'sourceHash'];

const naming = new UnderscoreNamingStrategy();

/** Property → column of each table. `received_at` is the database's own; a merge alone sets `merged_into_id`. */
export const COLUMNS: ReadonlyMap<TableName, ReadonlyMap<string, string>> = new Map<
  TableName,
  ReadonlyMap<string, string>
>([
  ...Object.entries(ENTITIES).map(([table, entity]) => {
    const properties = Object.keys(entity.meta.properties).filter(
      (name) => name !== 'receivedAt' && name !== 'mergedIntoId',
    );
    const precision = table in PRECISIONS ? [PRECISIONS[table as keyof Precisions]] : [];
    return [table as TableName, columnsOf([...properties, ...precision])] as const;
  }),
  ['radiotherapy_fraction', columnsOf([...PROVENANCE, 'patientId', ...FRACTION_COLUMNS])],
  ['withdrawn_resource', columnsOf([...PROVENANCE, 'patientId'])],
]);

function columnsOf(properties: readonly string[]): ReadonlyMap<string, string> {
  return new Map(properties.map((property) => [property, naming.propertyToColumnName(property)]));
}

/** Tables in the order in which they are written: a row never comes before the patient that it names. */
export const TABLES: readonly TableName[] = [...COLUMNS.keys()];

/** Tables whose rows move along when two patients turn out to be one. */
export const PATIENT_TABLES: readonly TableName[] = [
  ...(Object.keys(COMPARTMENT) as TableName[]),
  'radiotherapy_fraction',
  'withdrawn_resource',
];

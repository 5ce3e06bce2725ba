import { sql, type InferResult } from 'kysely';
import { hole, reader, type JsonRow } from '#api/database/index.ts';
import { inPage, provenance } from './row-set-parts.ts';
import { dueRowSets } from './due-page.ts';
import { planRowSets } from './plan-row-sets.ts';
import { taskRowSets } from './task-row-sets.ts';
import { testRowSets } from './test-row-sets.ts';

/**
 * The rows that a chart can be asked for, each a query over the patients of `page`. Row-level
 * security admits only what the session may read, so none of these filters by right.
 */
export const rowSets = {
  careTeamMembers: () =>
    reader
      .selectFrom('care_team_member')
      .where('patient_id', 'in', inPage())
      .select([
        ...provenance,
        'team',
        'name',
        'role',
        'organization_name',
        'npi',
        'telephone',
        'around_the_clock',
        'status',
        'started_on',
        'ended_on',
      ]),
  conditions: () =>
    reader
      .selectFrom('condition')
      .where('patient_id', 'in', inPage())
      .select([
        ...provenance,
        'category',
        'code_system',
        'code',
        'display',
        'body_site',
        'laterality',
        'histology',
        'clinical_status',
        'verification_status',
        'onset_on',
        'onset_precision',
        'abated_on',
        'recorded_on',
        'stage_text',
        'states_none',
      ]),
  oncologyObservations: () =>
    observations().where('category', 'in', [
      'stage',
      'tumor-marker',
      'biomarker',
      'performance-status',
      'disease-status',
    ]),
  socialHistory: () => observations().where('category', '=', 'social-history'),
  scores: () => observations().where('code', 'in', ['44261-6', '70274-6']),
  visits: () =>
    reader
      .selectFrom('encounter')
      .where('patient_id', 'in', inPage())
      .select([
        ...provenance,
        'class',
        'display',
        'status',
        'started_at',
        'reason',
        'location_name',
        'practitioner_name',
        'organization_name',
      ]),
  palliativeObservations: () =>
    observations().where('category', 'in', ['assessment', 'preference', 'performance-status']),
  procedures: () =>
    reader
      .selectFrom('procedure')
      .where('patient_id', 'in', inPage())
      .where('kind', '<>', 'imaging')
      .select([
        ...provenance,
        'kind',
        'code_system',
        'code',
        'display',
        'status',
        'treatment_intent',
        'body_site',
        'laterality',
        'started_on',
        'started_precision',
        'ended_on',
        'modality',
        'technique',
        'sessions',
        'outcome',
      ]),
  radiotherapyDoses: () =>
    reader
      .selectFrom('radiotherapy_dose')
      .where('patient_id', 'in', inPage())
      .select(['id', 'patient_id', 'needs', 'procedure_id', 'volume', 'dose_cgy', 'fractions']),
  medicationUses: () =>
    reader
      .selectFrom('medication_use')
      .where('patient_id', 'in', inPage())
      .select([
        ...provenance,
        'category',
        'code_system',
        'code',
        'display',
        'status',
        'treatment_intent',
        'started_on',
        'started_precision',
        'ended_on',
        'dose_amount',
        'dose_unit',
        'dose_text',
        'reason',
        'request_id',
        'care_plan_id',
        'termination_reason',
        'states_none',
      ]),
  allergies: () =>
    reader
      .selectFrom('allergy_intolerance')
      .where('patient_id', 'in', inPage())
      .select([
        ...provenance,
        'code_system',
        'code',
        'display',
        'clinical_status',
        'verification_status',
        'criticality',
        'reaction',
        'states_none',
      ]),
  immunizations: () =>
    reader
      .selectFrom('immunization')
      .where('patient_id', 'in', inPage())
      .select([
        ...provenance,
        'code_system',
        'code',
        'display',
        'status',
        'given_on',
        'given_precision',
        'performer_name',
      ]),
  carePlans: () =>
    reader
      .selectFrom('care_plan')
      .where('patient_id', 'in', inPage())
      .select([...provenance, 'title', 'category', 'status', 'started_on', 'ended_on']),
  carePlanActivities: () =>
    reader
      .selectFrom('care_plan_activity')
      .where('patient_id', 'in', inPage())
      .select([...provenance, 'care_plan_id', 'description', 'status', 'due_on', 'performer_name']),
  flags: () =>
    reader
      .selectFrom('flag')
      .where('patient_id', 'in', inPage())
      .select([...provenance, 'display', 'category', 'status', 'started_on', 'ended_on']),
  appointments: () =>
    reader
      .selectFrom('appointment')
      .where('patient_id', 'in', inPage())
      .where('starts_at', '>', sql<Date>`now()`)
      .select([...provenance, 'description', 'status', 'starts_at', 'practitioner_name', 'location_name']),
  serviceRequests: () =>
    reader
      .selectFrom('service_request')
      .where('patient_id', 'in', inPage())
      .select([
        ...provenance,
        'kind',
        'display',
        'status',
        'priority',
        'authored_at',
        'occurs_on',
        'requester_name',
        'performer_name',
        'reason',
        'palliative',
      ]),
  palliativeEncounters: () =>
    reader
      .selectFrom('encounter')
      .where('patient_id', 'in', inPage())
      .where('palliative', '=', true)
      .select([...provenance, 'display', 'status', 'started_at', 'organization_name']),
  goals: () =>
    reader
      .selectFrom('goal')
      .where('patient_id', 'in', inPage())
      .select([...provenance, 'description', 'status', 'started_on']),
  consents: () =>
    reader
      .selectFrom('consent')
      .where('patient_id', 'in', inPage())
      .select([...provenance, 'kind', 'display', 'status', 'decided_at']),
  patientContacts: () =>
    reader
      .selectFrom('patient_contact')
      .where('patient_id', 'in', inPage())
      .select([...provenance, 'name', 'relationship', 'telephone', 'is_carer']),
  documents: () =>
    reader
      .selectFrom('document_reference')
      .where('patient_id', 'in', inPage())
      .select([
        ...provenance,
        'title',
        'type_display',
        'status',
        'written_at',
        'author',
        'content_type',
        'size_bytes',
        'advance_directive',
      ]),
  documentTexts: () =>
    reader
      .selectFrom('document_content')
      .where('patient_id', 'in', inPage())
      .where('content_type', 'like', 'text/%')
      // Null: of every document.
      .where('id', '=', sql<string>`any (coalesce(${hole('documentIds', 'uuid[]')}, array[id]))`)
      .select(['id', 'patient_id', 'needs', sql<string>`convert_from(body, 'UTF8')`.as('text')]),
  ...testRowSets,
  ...taskRowSets,
  ...planRowSets,
  ...dueRowSets,
} as const;

function observations() {
  return reader
    .selectFrom('observation')
    .where('patient_id', 'in', inPage())
    .where((eb) => eb.or([eb('status', 'is', null), eb('status', 'not in', ['entered-in-error', 'cancelled'])]))
    .select([
      ...provenance,
      'category',
      'family',
      'code',
      'display',
      'status',
      'value_number',
      'value_text',
      'value_code',
      'unit',
      'reference_low',
      'reference_high',
      'flag',
      'effective_at',
      'focus_id',
      'method',
    ]);
}

export type RowSetName = keyof typeof rowSets;
/** One row of a set, as the statement's JSON carries it. */
export type ChartRow<Name extends RowSetName> = JsonRow<InferResult<ReturnType<(typeof rowSets)[Name]>>[number]>;
/** What every row with a provenance has. */
export type SourcedRow = Pick<ChartRow<'conditions'>, (typeof provenance)[number]>;

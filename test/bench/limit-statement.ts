// The limit's one statement, written by hand for this one page: what a summary shows, row by row, and the audit row.

const SOURCE = 'source_system, source_type, source_id, source_version, source_updated_at, received_at';

const OBSERVATION = `id, ${SOURCE}, category, family, code, display, value_number, value_text, value_code, unit, reference_low, reference_high, flag, effective_at, focus_id, method`;

/** Each list: its rows as JSON and their ids, in one pass. */
const LISTS: Readonly<Record<string, string>> = {
  careTeam: `select id, ${SOURCE}, team, name, role, organization_name, telephone, around_the_clock, status, started_on, ended_on
    from care_team_member where patient_id = $1`,
  conditions: `select id, ${SOURCE}, category, code_system, code, display, body_site, laterality, histology, clinical_status, verification_status, onset_on, abated_on, recorded_on, stage_text
    from condition where patient_id = $1`,
  oncologyObservations: `select ${OBSERVATION} from observation
    where patient_id = $1 and category in ('stage', 'tumor-marker', 'biomarker', 'performance-status', 'disease-status')
      and (status is null or status not in ('entered-in-error', 'cancelled'))`,
  palliativeObservations: `select ${OBSERVATION} from observation
    where patient_id = $1 and category in ('assessment', 'preference', 'performance-status')
      and (status is null or status not in ('entered-in-error', 'cancelled'))`,
  procedures: `select id, ${SOURCE}, kind, display, status, treatment_intent, body_site, laterality, started_on, ended_on, modality, technique, sessions
    from procedure where patient_id = $1 and kind <> 'imaging'`,
  doses: `select id, procedure_id, volume, dose_cgy, fractions from radiotherapy_dose where patient_id = $1`,
  medications: `select id, ${SOURCE}, category, code_system, code, display, status, treatment_intent, started_on, ended_on, dose_amount, dose_unit, dose_text, reason, request_id, care_plan_id, termination_reason
    from medication_use where patient_id = $1`,
  allergies: `select id, ${SOURCE}, code_system, code, display, clinical_status, verification_status, criticality, reaction, states_none
    from allergy_intolerance where patient_id = $1`,
  immunizations: `select id, ${SOURCE}, code_system, code, display, status, given_on from immunization where patient_id = $1`,
  carePlans: `select id, ${SOURCE}, title, category, status, started_on, ended_on from care_plan where patient_id = $1`,
  activities: `select id, ${SOURCE}, care_plan_id, description, status, due_on, performer_name from care_plan_activity where patient_id = $1`,
  flags: `select id, ${SOURCE}, display, category, status, started_on, ended_on from flag where patient_id = $1`,
  appointments: `select id, ${SOURCE}, description, status, starts_at, practitioner_name, location_name
    from appointment where patient_id = $1 and starts_at > now()`,
  requests: `select id, ${SOURCE}, kind, display, status, authored_at, occurs_on, performer_name, palliative from service_request where patient_id = $1`,
  encounters: `select id, ${SOURCE}, display, status, started_at, organization_name from encounter where patient_id = $1 and palliative`,
  goals: `select id, ${SOURCE}, description, status, started_on from goal where patient_id = $1`,
  consents: `select id, ${SOURCE}, kind, display, status, decided_at from consent where patient_id = $1`,
  contacts: `select id, ${SOURCE}, name, relationship, telephone, is_carer from patient_contact where patient_id = $1`,
  documents: `select id, ${SOURCE}, title, type_display, status, written_at, author, content_type, size_bytes, advance_directive
    from document_reference where patient_id = $1`,
  results: `select id, ${SOURCE}, display, code_system, code, family, status, value_number, value_text, unit, flag, reference_low, reference_high, effective_at, performer_name, count(*) over () as total
    from (
      select id, ${SOURCE}, display, code_system, code, family, status, value_number, value_text, unit, flag, reference_low, reference_high, effective_at, performer_name
      from observation
      where patient_id = $1 and category in ('laboratory', 'tumor-marker', 'imaging') and (status is null or status not in ('entered-in-error', 'cancelled'))
      union all
      select id, ${SOURCE}, display, code_system, code, null, status, null, conclusion, null, null, null, null, coalesce(effective_at, issued_at), performer_name
      from diagnostic_report where patient_id = $1 and conclusion is not null and coalesce(status, '') <> 'entered-in-error'
      union all
      select id, ${SOURCE}, coalesce(description, concat_ws(' ', modality, body_site), 'Imaging study'), null, null, null, status, null,
        concat_ws(', ', modality, body_site), null, null, null, null, started_at, null
      from imaging_study where patient_id = $1 and coalesce(status, '') not in ('entered-in-error', 'cancelled')
    ) every
    order by effective_at desc nulls last, id desc limit 51`,
};

const names = Object.keys(LISTS);

/** $1 patient, $2 request, $3 sections. One row: the chart as the text of a JSON object; no row when there is no such patient for this session. */
export const LIMIT_STATEMENT = `
  with the_patient as materialized (
    select id, family_name, given_name, birth_date, sex, mrn, deceased, deceased_at, ${SOURCE} from patient where id = $1
  ),
  ${names.map((name) => `"${name}" as materialized (select json_agg(x) as list, array_agg(x.id) as ids from (${LISTS[name]}) x)`).join(',\n  ')},
  audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, sections, row_ids)
    select $2, s.session_id, s.person_id, s.organization_id, s.role, p.id, 'patient:read', 'done', $3,
      p.id ${names.map((name) => `|| (select ids from "${name}")`).join(' ')}
    from app.current_session() s, the_patient p
  )
  select json_build_object(
    'patient', (select row_to_json(p) from the_patient p),
    'bases', (select json_agg(distinct basis) from access_grant where patient_id = $1 and revoked_at is null and status = 'active' and valid_from <= now() and (valid_until is null or valid_until > now())),
    'sources', (select json_agg(json_build_object('system', system, 'name', name)) from source_system),
    ${names.map((name) => `'${name}', (select list from "${name}")`).join(', ')},
    'accessLog', (select json_agg(x) from (
      select a.at, p.family_name, p.given_name, a.role, o.name as organization, a.action, a.sections
      from (select at, person_id, organization_id, role, action, sections from audit_event where patient_id = $1 and outcome = 'done' order by at desc limit 20) a
      left join person p on p.id = a.person_id left join organization o on o.id = a.organization_id order by a.at desc) x)
  ) as chart
  from the_patient`;

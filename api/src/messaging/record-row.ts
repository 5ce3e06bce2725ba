import { sql, type RawBuilder } from 'kysely';
import { planLineRow } from '#api/survivorship/index.ts';

/**
 * The row of the record that a reference names, in a line: as the reader of the moment may see it, and no row where
 * they may not or where it is gone.
 */
export const recordRow = (
  kind: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  patientId: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
        select o.needs, o.display as title, coalesce(o.value_text, concat_ws(' ', o.value_number, nullif(o.unit, '1'))) as detail, o.effective_at as at
        from observation o where ${kind} = 'result' and o.id = ${id} and o.patient_id = ${patientId}
        union all
        select d.needs, d.display, d.status, coalesce(d.effective_at, d.issued_at)
        from diagnostic_report d where ${kind} = 'result' and d.id = ${id} and d.patient_id = ${patientId}
        union all
        select i.needs, coalesce(i.description, concat_ws(' ', i.modality, i.body_site)), i.status, i.started_at
        from imaging_study i where ${kind} = 'result' and i.id = ${id} and i.patient_id = ${patientId}
        union all
        select p.needs, p.display, p.status, p.started_on::timestamptz
        from procedure p where ${kind} = 'treatment' and p.id = ${id} and p.patient_id = ${patientId}
        union all
        select m.needs, m.display, concat_ws(', ', m.status, m.dose_text), m.started_on::timestamptz
        from medication_use m where ${kind} = 'treatment' and m.id = ${id} and m.patient_id = ${patientId}
        union all
        select c.needs, c.display, c.clinical_status, coalesce(c.onset_on, c.recorded_on)::timestamptz
        from condition c where ${kind} = 'diagnosis' and c.id = ${id} and c.patient_id = ${patientId}
        union all
        select d.needs, d.title, d.author, d.written_at
        from document_reference d where ${kind} = 'document' and d.id = ${id} and d.patient_id = ${patientId}
        union all
        select l.* from (${planLineRow(id, patientId)}) l where ${kind} = 'plan-line'
        limit 1`;

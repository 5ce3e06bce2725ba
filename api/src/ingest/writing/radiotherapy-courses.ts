import { hash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { MappedRow, ResourceKey } from '../mapping/mapped.ts';
import { rowId } from '../references/row-id.ts';
import { coursesOf, type Course, type Fraction } from './courses.ts';
import { ownColumns, recordJson, storedSql, upsertSql } from './rows-sql.ts';
import type { FractionValues } from './tables.ts';

interface FractionRow extends Fraction {
  patient_id: string;
  needs: FractionValues['needs'];
  code_system: string | null;
  code: string | null;
  display: string;
  treatment_intent: string | null;
  body_site: string | null;
  laterality: string | null;
  modality: string | null;
  technique: string | null;
  reason_id: string | null;
}

/** Marks the rows of `procedure` that are made here and not sent. */
const MADE = 'course:';

/** Makes the courses of patients anew from all their fractions, whenever these came. */
export async function writeCourses(client: ClientBase, patientIds: readonly string[]): Promise<void> {
  const ids = [...new Set(patientIds)];
  if (ids.length === 0) return;
  const { rows: fractions } = await client.query<FractionRow>(
    `select id, patient_id, needs, course_key, given_on::text, status, source_system, to_json(source_updated_at) #>> '{}' as source_updated_at,
       code_system, code, display, treatment_intent, body_site, laterality, modality, technique, reason_id
     from radiotherapy_fraction where patient_id = any ($1::uuid[])`,
    [ids],
  );
  const made = [...Map.groupBy(fractions, (row) => row.patient_id)].flatMap(([patientId, own]) =>
    coursesOf(own).map((course) => courseRecord(patientId, course)),
  );
  const { rows: stored } = await client.query<{ id: string; hash: string }>(storedSql('procedure'), [
    made.map(({ id }) => id),
  ]);
  const before = new Map(stored.map((row) => [row.id, row.hash]));
  const changed = made.filter(({ id, digest }) => before.get(id) !== digest);
  if (changed.length > 0)
    await client.query(upsertSql('procedure'), [`[${changed.map(({ columns }) => columns).join(',')}]`]);
  await client.query(
    `delete from procedure where patient_id = any ($1::uuid[]) and source_id like '${MADE}%' and id <> all ($2::uuid[])`,
    [ids, made.map(({ id }) => id)],
  );
}

function courseRecord(patientId: string, course: Course<FractionRow>): { id: string; digest: string; columns: string } {
  const { last, fractions } = course;
  const id = rowId(patientId, MADE, course.name);
  const row: MappedRow = {
    table: 'procedure',
    id,
    values: {
      // The course tells of each fraction, so its reader must hold what each of them needs.
      needs: [...new Set(fractions.flatMap(({ needs }) => needs))].sort(),
      kind: 'radiation',
      codeSystem: last.code_system,
      code: last.code,
      display: last.display,
      status: course.status,
      treatmentIntent: last.treatment_intent,
      bodySite: last.body_site,
      laterality: last.laterality,
      startedOn: course.startedOn,
      endedOn: course.endedOn,
      reasonId: last.reason_id,
      modality: last.modality,
      technique: last.technique,
      sessions: course.sessions,
    },
  };
  const key: ResourceKey = {
    system: last.source_system,
    type: 'Procedure',
    id: `${MADE}${course.name.slice(last.source_system.length + 1)}`,
    version: undefined,
    updatedAt: course.updatedAt ?? undefined,
  };
  const own = ownColumns(row);
  const digest = hash('sha256', [key.id, key.updatedAt, own].join('\n'));
  return { id, digest, columns: recordJson(own, id, key, patientId, digest) };
}

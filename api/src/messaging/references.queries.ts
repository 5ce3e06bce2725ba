import { sql } from 'kysely';
import { fill, hole, reader, runAsSession, type Statement } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { RecordReferenceInput } from './draft.types.ts';
import { recordRow } from './record-row.ts';

// Only how many of them are there for the reader: nothing of a record is told, so nothing is audited.
const READABLE: Statement = sql`
  select count(x.title)::integer as readable
  from jsonb_to_recordset(${hole('references', 'jsonb')}) as r (kind text, id uuid)
  cross join lateral (${recordRow(sql`r.kind`, sql`r.id`, sql`${hole('patientId', 'uuid')}`)}) x`.compile(reader);

/** Whether every one of these rows of a patient's record is there for the reader; hidden and absent are alike. */
export async function areReadable(
  context: RequestContext,
  patientId: string,
  references: readonly RecordReferenceInput[],
): Promise<boolean> {
  if (references.length === 0) return true;
  if (!references.every(({ id }) => isUuid(id))) return false;
  const statement = fill(READABLE, { patientId, references: JSON.stringify(references) });
  const { rows } = await runAsSession<{ readable: number }>(context.pool, requireToken(context), statement);
  return rows[0]?.readable === references.length;
}

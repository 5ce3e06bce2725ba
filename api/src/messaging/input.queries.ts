import { sql } from 'kysely';
import { fill, hole, reader, runAsSession, type Statement } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { RecordReferenceInput } from './draft.types.ts';
import { recordRow } from './record-row.ts';

interface Judgement {
  readonly readable: number;
  readonly takers: string[];
}

// How many of the rows are there for the reader, and who of the people may take a task: nothing of a record is told,
// so nothing is audited.
const JUDGE: Statement = sql`
  select (
      select count(x.title)::integer
      from jsonb_to_recordset(${hole('references', 'jsonb')}) as r (kind text, id uuid)
      cross join lateral (${recordRow(sql`r.kind`, sql`r.id`, hole('patientId', 'uuid'))}) x) as readable,
    app.readers_among(${hole('owners', 'uuid[]')}, ${hole('patientId', 'uuid')}, '{messages,tasks}') as takers`.compile(
  reader,
);

/** What the database says against what a message quotes and asks; hidden and absent are alike. */
export async function refusalOfParts(
  context: RequestContext,
  patientId: string,
  { references, owners }: { references: readonly RecordReferenceInput[]; owners: readonly string[] },
): Promise<'reference-not-readable' | 'owner-not-in-thread' | undefined> {
  if (references.length + owners.length === 0) return undefined;
  if (!references.every(({ id }) => isUuid(id))) return 'reference-not-readable';
  if (!owners.every(isUuid)) return 'owner-not-in-thread';
  const statement = fill(JUDGE, { patientId, references: JSON.stringify(references), owners });
  const { rows } = await runAsSession<Judgement>(context.pool, requireToken(context), statement);
  const [judged] = rows;
  if (judged?.readable !== references.length) return 'reference-not-readable';
  return owners.every((id) => judged.takers.includes(id)) ? undefined : 'owner-not-in-thread';
}

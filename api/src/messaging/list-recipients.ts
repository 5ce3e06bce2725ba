import { sql } from 'kysely';
import { readRows } from '#api/chart/index.ts';
import { fill, hole, reader, runAsSession, type Statement } from '#api/database/index.ts';
import { requireToken, type RequestContext } from '#api/graphql/context.ts';
import { BadUserInputError, NotFoundError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { DirectoryRow } from '#api/identity/index.ts';
import type { ContactState } from '#api/notifications/index.ts';
import type { RecordReferenceInput } from './draft.types.ts';
import type { Recipient } from './recipient.types.ts';
import { recordRow } from './record-row.ts';
import type { CoverRow } from './thread-rows.ts';
import { whoIs } from './who-is.ts';

interface RecipientRow {
  person_id: string;
  last_seen_at: string | null;
  usual_reply_hours: number | null;
  /** Places, from 0, of the references that the person may read. */
  reads: number[];
}

interface Answer {
  recipients: RecipientRow[];
  covers: CoverRow[];
  contacts: { person_id: string; trouble: ContactState | null }[];
  people: DirectoryRow[];
}

// Of a quoted row only what reading it takes is used; what it tells stays where it is.
const RECIPIENTS: Statement = compiled();

function compiled(): Statement {
  const { sql: text, parameters } = sql`
    with quoted as materialized (
      select r.position - 1 as place, x.needs
      from rows from (jsonb_to_recordset(${hole('references', 'jsonb')}) as (kind text, id uuid)) with ordinality as r (kind, id, position)
      join lateral (${recordRow(sql`r.kind`, sql`r.id`, hole('patientId', 'uuid'))}) x on true),
    open as materialized (select r.* from app.recipients(${hole('patientId', 'uuid')}) r),
    recipients as materialized (
      select o.person_id, max(o.last_seen_at) as last_seen_at, max(o.usual_reply_hours) as usual_reply_hours,
        array(select q.place from quoted q where exists (select from open p where p.person_id = o.person_id and q.needs <@ p.scopes)) as reads
      from open o where o.person_id <> (select s.person_id from app.current_session() s) group by o.person_id),
    covers as materialized (select c.* from app.covers(array(select person_id from recipients)) c)
    select json_build_object(
      'recipients', (select coalesce(json_agg(x), '[]') from recipients x),
      'covers', (select coalesce(json_agg(x), '[]') from covers x),
      'contacts', (select coalesce(json_agg(x), '[]') from app.contact_states(array(select person_id from recipients)) x),
      'people', (select coalesce(json_agg(x), '[]') from app.directory(array(select person_id from recipients union select cover_id from covers)) x)
    ) as answer`.compile(reader);
  return { sql: text, parameters };
}

interface Asked {
  readonly patientId: string;
  readonly search: string | null | undefined;
  readonly references: readonly RecordReferenceInput[];
}

/**
 * Who may be written to about a patient, by name; the asker is left out.
 * @throws {NotFoundError} when there is no such patient for the asker.
 * @throws {ForbiddenError} when the asker may see the patient but not write about them.
 */
export async function listRecipients(context: RequestContext, asked: Asked): Promise<Recipient[]> {
  const { patientId, references } = asked;
  const search = asked.search?.trim().toLowerCase() ?? '';
  if (search.length > 100) throw new BadUserInputError('search must have at most 100 characters');
  if (references.length > 20 || !references.every(({ id }) => isUuid(id)))
    throw new BadUserInputError('references are 20 ids at most');
  if (!isUuid(patientId)) throw new NotFoundError();
  await readRows(context, 'messages:recipients', patientId, []);
  const statement = fill(RECIPIENTS, { patientId, references: JSON.stringify(references) });
  const { rows } = await runAsSession<{ answer: Answer }>(context.pool, requireToken(context), statement);
  const answer = rows[0]?.answer;
  if (answer === undefined) throw new NotFoundError();
  return answer.recipients
    .map((row) => recipientOf(row, answer, references.length))
    .filter(({ person }) => `${person.name} ${person.organization?.name ?? ''}`.toLowerCase().includes(search))
    .toSorted((one, other) => one.person.name.localeCompare(other.person.name));
}

function recipientOf(row: RecipientRow, { covers, contacts, people }: Answer, references: number): Recipient {
  const contact = contacts.find(({ person_id }) => person_id === row.person_id);
  const person = whoIs(people);
  const cover = covers.find(({ person_id }) => person_id === row.person_id);
  const hidden = Array.from({ length: references }, (_, place) => place).filter((place) => !row.reads.includes(place));
  return {
    person: person(row.person_id),
    lastSeenAt: row.last_seen_at,
    usualReplyHours: row.usual_reply_hours === null ? null : Math.round(row.usual_reply_hours * 10) / 10,
    cover: cover ? { person: person(cover.cover_id), from: cover.since, until: cover.until } : null,
    mailTrouble: contact === undefined ? 'none' : contact.trouble,
    mayRead: hidden.length === 0,
    hiddenReferences: hidden,
  };
}

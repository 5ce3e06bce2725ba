import { sql } from 'kysely';
import { recordRow } from './record-row.ts';

/** Files that wait for the drafts of `drafts`, and the rows of the record that they quote. */
export const draftParts = sql`
    draft_files as materialized (
      select d.id as draft_id, a.id, a.file_name, a.content_type, a.size_bytes
      from drafts d cross join lateral jsonb_array_elements_text(d.content -> 'attachmentIds') as f (id)
      join attachment a on a.id = f.id::uuid and a.message_id is null),
    draft_quotes as materialized (
      select d.id as draft_id, d.patient_id, r.kind, r.id, r.position, x.title, x.detail, x.at
      from drafts d
      cross join lateral rows from (jsonb_to_recordset(d.content -> 'references') as (kind text, id uuid)) with ordinality as r (kind, id, position)
      left join lateral (${recordRow(sql`r.kind`, sql`r.id`, sql`d.patient_id`)}) x on true)`;

/** The same as entries of the JSON that a statement answers. */
export const draftLists = sql`
      'drafts', (select coalesce(json_agg(x order by x.saved_at desc), '[]') from drafts x),
      'draftFiles', (select coalesce(json_agg(x), '[]') from draft_files x),
      'draftQuotes', (select coalesce(json_agg(x order by x.position), '[]') from draft_quotes x)`;

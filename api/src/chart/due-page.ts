import { sql, type RawBuilder } from 'kysely';
import { hole, reader, type JsonRow } from '#api/database/index.ts';

/** A page of lines of follow-up plans that are due, over all of the reader's patients. */
export interface DueShape {
  readonly due: { readonly overdue: boolean; readonly owner: boolean; readonly after: boolean };
}

/** A line of a plan in force, with what its dates follow from. */
export interface DueLineRow {
  id: string;
  line_id: string;
  patient_id: string;
  needs: 'care-plan'[];
  title: string;
  owner: 'oncology' | 'primary-care' | 'palliative' | 'other' | 'patient';
  opens_on: string;
  due_on: string;
  /** The first `due_on` of this patient's lines that match: the patient's place in the list. */
  since: string;
  basis: unknown;
  /** Whether the one to whom the plan was sent has to answer it. */
  asked: boolean;
  response: 'none' | 'accepted' | 'asked';
  words: string | null;
  /** Of its plan. */
  zone: string;
  state: 'sent' | 'received' | 'active';
  recipient_id: string | null;
}

/**
 * Patient by patient, whoever has the longest overdue line first; a page ends with the last line of a patient.
 *
 * From the reader's grants to their patients' plans, and on to the lines of each; the row policy is the second wall, not
 * the search. `offset 0` keeps that order: every other one reads rows of patients who are not the reader's. The stored
 * days are those of the last reckoning: what was done since only puts a line off, so no line that is due is left out.
 */
export function duePage({ due: { overdue, owner, after } }: DueShape): RawBuilder<unknown> {
  return sql`mine as materialized (
      select distinct g.patient_id from access_grant g
      where g.grantee_id = any ((select app.grantees())::uuid[]) and g.revoked_at is null and g.status = 'active'
        and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
    ),
    matched as materialized (
      select l.*, f.zone, f.state, f.recipient_id
      from mine
      cross join lateral (select from patient p where p.id = mine.patient_id and not p.deceased offset 0) alive
      cross join lateral (
        select f.id, f.zone, f.state, f.recipient_id, (now() at time zone f.zone)::date as today from follow_up_plan f
        where f.patient_id = mine.patient_id and f.state in ('sent','received','active') offset 0
      ) f
      cross join lateral (
        select l.id, l.line_id, l.patient_id, l.needs, l.title, l.owner, l.opens_on, l.due_on, l.basis, l.asked, l.response, l.words
        from follow_up_line l
        where l.patient_id = mine.patient_id and l.plan_id = f.id and l.in_force and l.response <> 'declined'
          and l.opens_on <= f.today + ${overdue ? sql`0` : hole('within', 'integer')}
          ${overdue ? sql`and l.due_on < f.today` : sql``}
          ${owner ? sql`and l.owner = ${hole('owner', 'text')}` : sql``}
        offset 0
      ) l
    ),
    placed as materialized (select m.*, min(m.due_on) over (partition by m.patient_id) as since from matched m),
    remaining as materialized (
      select * from placed
      ${after ? sql`where (since, patient_id) > (${hole('afterOn', 'date')}, ${hole('afterId', 'uuid')})` : sql``}
    ),
    last as materialized (select since, patient_id from remaining order by since, patient_id offset ${hole('limit', 'integer')} - 1 limit 1),
    shown as materialized (
      select r.* from remaining r
      where not exists (select from last) or (r.since, r.patient_id) <= (select since, patient_id from last)
    ),
    -- There are no more patients than that; said, it keeps the planner from expecting them all.
    page as materialized (select distinct patient_id as id from shown limit ${hole('limit', 'integer')})`;
}

/** The lines of that page. */
export const dueRowSets = {
  dueLines: () => reader.selectFrom(sql<JsonRow<DueLineRow>>`(select * from shown)`.as('told')).selectAll(),
} as const;

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
  basis: unknown;
  zone: string;
}

/**
 * From the reader's grants to their patients' lines; the row policy is the second wall, not the search. The stored days
 * are those of the last reckoning: what was done since only puts a line off, so no line that is due is left out.
 */
export function duePage({ due: { overdue, owner, after } }: DueShape): RawBuilder<unknown> {
  const today = sql`(now() at time zone f.zone)::date`;
  return sql`matched as materialized (
      select l.id, l.line_id, l.patient_id, l.needs, l.title, l.owner, l.opens_on, l.due_on, l.basis, f.zone
      from (
        select distinct g.patient_id from access_grant g
        where g.grantee_id = any ((select app.grantees())::uuid[]) and g.revoked_at is null and g.status = 'active'
          and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
      ) mine
      join follow_up_line l on l.patient_id = mine.patient_id and l.in_force and l.opens_on is not null
      join follow_up_plan f on f.id = l.plan_id and f.state in ('sent','received','active')
      join patient p on p.id = l.patient_id and not p.deceased
      where l.response <> 'declined'
        and ${overdue ? sql`l.due_on < ${today}` : sql`l.opens_on <= ${today} + ${hole('within', 'integer')}`}
        ${owner ? sql`and l.owner = ${hole('owner', 'text')}` : sql``}
    ),
    remaining as materialized (
      select * from matched
      ${after ? sql`where (due_on, id) > (${hole('afterOn', 'date')}, ${hole('afterId', 'uuid')})` : sql``}
    ),
    shown as materialized (select * from remaining order by due_on, id limit ${hole('limit', 'integer')}),
    page as materialized (select distinct patient_id as id from shown)`;
}

/** The lines of that page. */
export const dueRowSets = {
  dueLines: () => reader.selectFrom(sql<JsonRow<DueLineRow>>`(select * from shown)`.as('told')).selectAll(),
} as const;

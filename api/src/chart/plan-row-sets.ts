import { sql, type RawBuilder, type Selectable } from 'kysely';
import { hole, reader, type JsonRow, type Tables } from '#api/database/index.ts';
import type { DirectoryRow } from '#api/identity/index.ts';

type PlanColumns = JsonRow<Selectable<Tables['follow_up_plan']>>;
type LineColumns = JsonRow<Selectable<Tables['follow_up_line']>>;

/** A version of a follow-up plan as it is told: its columns, and whom they name. */
export interface PlanRow extends Omit<PlanColumns, 'content'> {
  drafter: DirectoryRow | null;
  signer: DirectoryRow | null;
  recipient: DirectoryRow | null;
  closer: DirectoryRow | null;
}
/** What was signed, of the versions that are asked for. */
export type PlanContentRow = Pick<PlanColumns, 'id' | 'patient_id' | 'needs' | 'version'> & { content: string };
export interface PlanLineRow extends LineColumns {
  responder: DirectoryRow | null;
}

const plans: RawBuilder<PlanRow> = sql<PlanRow>`
    with people as materialized (
      select * from app.directory(array(
        select unnest(array[x.drafted_by, x.signed_by, x.recipient_id, x.closed_by]) from follow_up_plan x where x.patient_id in (select id from page)))
    )
    select f.id, f.patient_id, f.needs, f.version, f.state, f.revision, f.rule_set_version, f.zone, f.decisions, f.filled, f.hash,
      f.drafted_at, f.drafted_by, f.signed_at, f.signed_by, f.sent_at, f.sent_by, f.recipient_id, f.received_at, f.agreed_at,
      f.closed_at, f.closed_by, f.close_reason,
      to_json(drafter) as drafter, to_json(signer) as signer, to_json(recipient) as recipient, to_json(closer) as closer
    from follow_up_plan f
    left join people drafter on drafter.id = f.drafted_by
    left join people signer on signer.id = f.signed_by
    left join people recipient on recipient.id = f.recipient_id
    left join people closer on closer.id = f.closed_by
    where f.patient_id in (select id from page)`;

const lines: RawBuilder<PlanLineRow> = sql<PlanLineRow>`
    with people as materialized (
      select * from app.directory(array(select x.responded_by from follow_up_line x where x.patient_id in (select id from page)))
    )
    select l.*, to_json(responder) as responder
    from follow_up_line l left join people responder on responder.id = l.responded_by
    where l.patient_id in (select id from page)`;

/** A patient's follow-up plans, the answers to their lines, and what was signed in the versions in `planVersions`. */
export const planRowSets = {
  followUpPlans: () => reader.selectFrom(sql<PlanRow>`(${plans})`.as('told')).selectAll(),
  followUpLines: () => reader.selectFrom(sql<PlanLineRow>`(${lines})`.as('told')).selectAll(),
  /** Lines of the plan in force that nobody has declined. */
  linesInForce: () =>
    reader
      .selectFrom('follow_up_line as l')
      .innerJoin('follow_up_plan as f', 'f.id', 'l.plan_id')
      .where('l.patient_id', 'in', sql<string>`(select id from page)`)
      .where('l.in_force', '=', true)
      .where('l.response', '<>', 'declined')
      .where('f.state', 'in', ['sent', 'received', 'active'])
      .select(['l.id', 'l.line_id', 'l.patient_id', 'l.needs', 'l.title', 'l.owner', 'l.basis', 'f.zone']),
  followUpContents: () =>
    reader
      .selectFrom('follow_up_plan')
      .where('patient_id', 'in', sql<string>`(select id from page)`)
      .where('content', 'is not', null)
      .where(
        sql<boolean>`(version = any (${hole('planVersions', 'integer[]')}) or cardinality(${hole('planVersions', 'integer[]')}) = 0 and state <> 'revised')`,
      )
      .select(['id', 'patient_id', 'needs', 'version'])
      .select(sql<string>`content`.as('content')),
} as const;

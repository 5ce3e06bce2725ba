import { sql } from 'kysely';
import { patientRefOf, readDue, type Chart } from '#api/chart/index.ts';
import { fill, hole, reader, runAsSession } from '#api/database/index.ts';
import { requireToken } from '#api/graphql/context.ts';
import { decodeCursor, encodeCursor } from '#api/graphql/cursor.ts';
import { BadUserInputError } from '#api/graphql/errors.ts';
import { isUuid } from '#api/graphql/ids.ts';
import type { PlanCentre, PlanContext } from './centre.ts';
import { addDays, dayIn, isDay } from './calendar.ts';
import { datesOf, type Basis } from './dates.ts';
import { lastDoneOf } from './last-done.view.ts';
import type { DueItem, DueItemConnection, DueItemFilter } from './due-items.types.ts';
import { DUE_SETS, pastEvents } from './history.ts';
import { mayRespond } from './plan.policy.ts';
import type { Window } from './schedule.ts';

const PAGE_LIMIT = 100;
const WITHIN_LIMIT = 365;

interface ListArguments {
  readonly filter: DueItemFilter | null | undefined;
  readonly first: number;
  readonly after: string | null | undefined;
}

/** A line of the page with its days as they are now. */
interface Reckoned {
  readonly rowId: string;
  /** The stored day that was its patient's place in the list. */
  readonly since: string;
  readonly item: DueItem;
  /** Null: nothing more is asked for. */
  readonly window: Window | null;
  /** The stored days are no longer so. */
  readonly moved: boolean;
}

/**
 * What is due over all of the viewer's patients, in one audited statement that starts from their grants. Days are
 * reckoned anew from what was done since; lines whose days have moved are put in their new place for the next time.
 * @throws {BadUserInputError} when an argument cannot be used.
 */
export async function listDueItems(context: PlanContext, asked: ListArguments): Promise<DueItemConnection> {
  const { filter, first } = asked;
  const within = filter?.within ?? 0;
  const overdue = filter?.overdue === true;
  if (first < 1 || first > PAGE_LIMIT) throw new BadUserInputError(`first must be from 1 to ${PAGE_LIMIT}`);
  if (within < 0 || within > WITHIN_LIMIT) throw new BadUserInputError(`within must be from 0 to ${WITHIN_LIMIT}`);
  const after = asked.after == null ? null : cursorOf(asked.after);
  const owner = filter?.owner ?? null;
  const page = {
    due: { overdue, owner: owner !== null, after: after !== null },
    limit: first,
    after,
    owner,
    within,
  };
  const { charts, total, more } = await readDue(context, page, DUE_SETS);
  const lines = charts.flatMap((chart) => reckon(chart, within, context.centre));
  const gone = lines.filter(
    ({ item, window }) => window === null || (overdue ? item.state !== 'overdue' : item.state === 'done'),
  );
  await move(
    context,
    lines.filter(({ moved }) => moved),
  );
  const edges = byPatient(lines.filter((line) => !gone.includes(line))).map((line) => ({
    cursor: placeOf(line),
    node: line.item,
  }));
  const last = lines
    .toSorted((a, b) => a.since.localeCompare(b.since) || a.item.patient.id.localeCompare(b.item.patient.id))
    .at(-1);
  return {
    edges,
    pageInfo: { hasNextPage: more, endCursor: last === undefined ? null : placeOf(last) },
    totalCount: total - gone.length,
  };
}

/** Whoever has the longest overdue line first, with all of theirs, as the days are now. */
function byPatient(lines: readonly Reckoned[]): Reckoned[] {
  const inOrder = lines.toSorted((a, b) => a.item.dueOn.localeCompare(b.item.dueOn) || a.rowId.localeCompare(b.rowId));
  return [...Map.groupBy(inOrder, ({ item }) => item.patient.id).values()].flat();
}

/** Of a patient: what follows any line of theirs begins with the next patient. */
const placeOf = ({ since, item }: Reckoned) => encodeCursor(since, item.patient.id);

function reckon(chart: Chart, within: number, { catalogue }: PlanCentre): Reckoned[] {
  const lines = chart.rows('dueLines');
  const zone = lines[0]?.zone ?? 'UTC';
  const history = pastEvents(chart, catalogue, zone, DUE_SETS);
  const today = dayIn(zone, chart.now);
  return lines.map((line) => {
    const { window, end, lastDone, neverRecorded, every } = datesOf(line.basis as Basis, history, today);
    const over = window === null || (end !== null && today > end);
    const { opens, closes } = window ?? { opens: line.opens_on, closes: line.due_on };
    const soon = addDays(today, within);
    return {
      rowId: line.id,
      since: line.since,
      item: {
        id: line.line_id,
        patient: patientRefOf(chart.patient),
        title: line.title,
        owner: line.owner,
        every,
        lastDone: lastDone && lastDoneOf(lastDone),
        neverRecorded,
        opensOn: opens,
        dueOn: closes,
        response: line.response,
        responseWords: line.words,
        mayRespond: line.asked && mayRespond(chart.actor, { state: line.state, recipientId: line.recipient_id }),
        // What is due later than was asked for is none of this list's: it has been done.
        state: over || opens > soon ? 'done' : today > closes ? 'overdue' : today >= opens ? 'due' : 'not-yet-due',
      },
      window: over ? null : window,
      moved: over || opens !== line.opens_on || closes !== line.due_on,
    };
  });
}

const MOVE = sql`
  with days as (
    select * from jsonb_to_recordset(${hole('days', 'jsonb')}) as d (id uuid, opens_on date, due_on date)
  ), moved as (
    update follow_up_line l set opens_on = d.opens_on, due_on = d.due_on from days d where l.id = d.id returning l.id, l.patient_id
  ), audited as (
    insert into audit_event (request_id, session_id, person_id, organization_id, role, patient_id, action, outcome, row_ids)
    select ${hole('requestId', 'uuid')}, s.session_id, s.person_id, s.organization_id, s.role, m.patient_id, 'care-plan:list', 'done', m.ids
    from (select patient_id, array_agg(id) as ids from moved group by patient_id) m, app.current_session() s
    returning 1
  )
  select (select count(*) from audited) as audited`.compile(reader);

/** Puts lines in their new place. Only who writes or answers their plan may; for others the wall lets nothing through. */
async function move(context: PlanContext, lines: readonly Reckoned[]): Promise<void> {
  if (lines.length === 0) return;
  const days = lines.map(({ rowId: id, window }) => ({
    id,
    opens_on: window?.opens ?? null,
    due_on: window?.closes ?? null,
  }));
  const statement = fill(MOVE, { days: JSON.stringify(days), requestId: context.requestId });
  await runAsSession(context.pool, requireToken(context), statement);
}

/** By the days as they were stored: those of a line that has just moved would lead past others. */
function cursorOf(cursor: string): { on: string; id: string } {
  const [on, id] = decodeCursor(cursor);
  if (on === undefined || id === undefined || !isDay(on) || !isUuid(id))
    throw new BadUserInputError('after is not a cursor of this list');
  return { on, id };
}

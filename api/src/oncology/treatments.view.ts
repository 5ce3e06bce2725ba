import { earliest, latest, precisionOf, sourceOf, type ChartRow, type RecordRows } from '#api/chart/index.ts';
import { inSentence } from './in-sentence.ts';
import type { Treatment, TreatmentDose } from './treatment.types.ts';

type MedicationRow = ChartRow<'medicationUses'>;
type ProcedureRow = ChartRow<'procedures'>;

const CENTIGRAY_PER_GRAY = 100;

/** Every cancer treatment of the chart as of a day, newest first. */
export function treatmentsOf(chart: RecordRows, today: string): Treatment[] {
  return [...procedureTreatments(chart, today), ...systemicTreatments(chart, today)].sort(
    (a, b) => (b.startedOn ?? '').localeCompare(a.startedOn ?? '') || a.name.localeCompare(b.name),
  );
}

function procedureTreatments(chart: RecordRows, today: string): Treatment[] {
  const kinds = {
    surgery: 'surgery',
    radiation: 'radiation',
    transplant: 'transplant',
    other: 'other',
    imaging: 'other',
  } as const;
  return chart
    .rows('procedures')
    .filter((row) => row.status !== 'entered-in-error' && row.status !== 'not-done' && isTreatment(row))
    .map((row) => ({
      id: row.id,
      kind: kinds[row.kind],
      name: row.kind === 'radiation' ? radiationName(row) : row.display,
      intent: row.treatment_intent,
      startedOn: row.started_on,
      startedPrecision: precisionOf(row.started_on, row.started_precision),
      endedOn: row.ended_on,
      status: treatmentStatus(row.status, row.started_on, row.ended_on, today),
      doses: row.kind === 'radiation' ? radiationDoses(chart, row) : [],
      site: [row.body_site, row.laterality].filter((part) => part !== null).join(', ') || null,
      terminationReason: null,
      source: sourceOf(chart, row),
    }));
}

// Biopsies, ports and scopes are procedures too; without an intent they treat nothing.
const isTreatment = (row: ProcedureRow) => row.kind !== 'other' || row.treatment_intent !== null;

/** "External beam radiation therapy using photons, three dimensional": some techniques name their modality once more. */
function radiationName({ modality, display, technique }: ProcedureRow): string {
  if (technique === null) return modality ?? display;
  return `${modality ?? display}, ${inSentence(technique.replace(/ external beam radiation therapy$/i, ''))}`;
}

/** Doses in Gy; the source gives cGy. Without volumes, the number of sessions is all that is known. */
function radiationDoses(chart: RecordRows, row: ProcedureRow): TreatmentDose[] {
  // A headline goes by whether there was treatment and reads no doses.
  if (!chart.wasRead('radiotherapyDoses')) return [];
  const volumes = chart.rows('radiotherapyDoses').filter(({ procedure_id }) => procedure_id === row.id);
  if (volumes.length === 0 && row.sessions !== null) {
    return [{ name: 'Whole course', amount: null, unit: null, count: row.sessions, fractions: null }];
  }
  return volumes.map((volume) => ({
    name: volume.volume,
    amount: volume.dose_cgy === null ? null : volume.dose_cgy / CENTIGRAY_PER_GRAY,
    unit: volume.dose_cgy === null ? null : 'Gy',
    count: null,
    fractions: volume.fractions,
  }));
}

/** Drugs of one regimen are one treatment: by their care plan, or else each drug by itself. */
function systemicTreatments(chart: RecordRows, today: string): Treatment[] {
  const rows = chart
    .rows('medicationUses')
    .filter((row) => row.category === 'cancer-systemic' && row.status !== 'entered-in-error');
  const plans = new Map(
    chart
      .rows('carePlans')
      .filter(({ category }) => category === 'treatment-plan')
      .map((plan) => [plan.id, plan]),
  );
  const requests = new Map(rows.map((row) => [row.id, row]));
  const planOf = (row: MedicationRow) => {
    const request = row.request_id === null ? undefined : requests.get(row.request_id);
    return row.care_plan_id ?? request?.care_plan_id ?? null;
  };
  const courses = Map.groupBy(rows, (row) => planOf(row) ?? `drug ${drugKey(row)}`);
  const treatments = [...courses].map(([key, course]) => systemicTreatment(chart, today, course, plans.get(key)));
  const orderedNotGiven = [...plans.values()]
    .filter((plan) => !courses.has(plan.id))
    .map((plan) => systemicTreatment(chart, today, [], plan));
  return [...treatments, ...orderedNotGiven];
}

const drugKey = (row: MedicationRow) => row.display.toLowerCase().replace(/\s+/g, ' ').trim();

function systemicTreatment(
  chart: RecordRows,
  today: string,
  course: readonly MedicationRow[],
  plan: ChartRow<'carePlans'> | undefined,
): Treatment {
  const orders = course.filter((row) => row.source_type !== 'MedicationAdministration');
  const lead = orders[0] ?? course[0];
  const startedOn = plan?.started_on ?? earliest(course.map((row) => row.started_on));
  const endedOn =
    plan?.ended_on ?? (orders.every((row) => row.ended_on !== null) ? latest(course.map((row) => row.ended_on)) : null);
  const origin = plan ?? lead;
  if (origin === undefined) throw new RangeError('a systemic treatment comes from a plan or a drug');
  return {
    id: origin.id,
    kind: 'systemic',
    name: plan?.title ?? lead?.display ?? 'Systemic treatment',
    intent: course.find((row) => row.treatment_intent !== null)?.treatment_intent ?? null,
    startedOn,
    startedPrecision: precisionOf(startedOn, plan?.started_on == null ? precisionAt(course, startedOn) : null),
    endedOn,
    status: treatmentStatus(
      plan?.status ?? courseStatus(orders.length > 0 ? orders : course),
      startedOn,
      endedOn,
      today,
    ),
    doses: drugsOf(course),
    site: null,
    terminationReason: course.find((row) => row.termination_reason !== null)?.termination_reason ?? null,
    source: sourceOf(chart, origin),
  };
}

const precisionAt = (course: readonly MedicationRow[], day: string | null) =>
  course.find((row) => row.started_on === day)?.started_precision ?? null;

function drugsOf(course: readonly MedicationRow[]): TreatmentDose[] {
  return [...Map.groupBy(course, drugKey).values()].map((rows) => {
    const given = rows.filter((row) => row.source_type === 'MedicationAdministration');
    const dosed = given.find((row) => row.dose_amount !== null) ?? rows.find((row) => row.dose_amount !== null);
    return {
      name: rows[0]?.display ?? '',
      amount: dosed?.dose_amount ?? null,
      unit: dosed?.dose_unit ?? null,
      count: given.length > 0 ? given.length : null,
      fractions: null,
    };
  });
}

/** One drug still running keeps the course running; one stopped early marks it as stopped. */
function courseStatus(rows: readonly MedicationRow[]): string | null {
  const statuses = rows.map((row) => row.status);
  return (
    ['active', 'in-progress', 'stopped', 'on-hold', 'completed'].find((status) => statuses.includes(status)) ??
    statuses[0] ??
    null
  );
}

/** FHIR's many status codes in the few words of a treatment line. */
function treatmentStatus(
  status: string | null,
  startedOn: string | null,
  endedOn: string | null,
  today: string,
): string {
  switch (status) {
    case 'completed':
      return 'completed';
    case 'stopped':
    case 'revoked':
    case 'cancelled':
      return 'stopped';
    case 'on-hold':
      return 'on hold';
    case 'draft':
    case 'preparation':
      return 'planned';
    case 'active':
    case 'in-progress':
      if (startedOn !== null && startedOn > today) return 'planned';
      return endedOn !== null && endedOn < today ? 'completed' : 'under way';
    default:
      return status ?? 'not recorded';
  }
}

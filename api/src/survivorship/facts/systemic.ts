import { earliest, latest, sourceOf, type ChartRow, type RecordRows } from '#api/chart/index.ts';
import { dayInWords, type Day } from '../calendar.ts';
import { DOXORUBICIN_EQUIVALENTS, groupsOf, substanceOf } from '../data/drugs.ts';
import type { DrugGroup } from '../rule.ts';
import { emptyFact } from './cancers.ts';
import type { CumulativeDose, FilledFact, OngoingFact, RecordFault, SystemicFact } from './facts.ts';

type MedicationRow = ChartRow<'medicationUses'>;

const PER_AREA = /^(mg|units?|iu)\/m(2|²|\^2)$/i;
const MILLIGRAM = /^(mg|milligrams?)$/i;
/** Medicines of which the sum over life decides something. */
const COUNTED: readonly DrugGroup[] = ['anthracycline', 'platinum', 'bleomycin', 'ifosfamide'];
const isCounted = (substance: string) => groupsOf(substance).some((group) => COUNTED.includes(group));

/** The cancer medicines of a record, each substance once over all its courses, and what is wrong with their doses. */
export function systemicFacts(
  record: RecordRows,
  filled: readonly FilledFact[],
  today: Day,
): { systemic: SystemicFact[]; faults: RecordFault[] } {
  const rows = record
    .rows('medicationUses')
    .filter(
      (row) =>
        (row.category === 'cancer-systemic' || isSteroidOfRegimen(row)) &&
        !['entered-in-error', 'not-done', 'cancelled', 'draft'].includes(row.status ?? ''),
    );
  const faults: RecordFault[] = [];
  const area = bodySurface(record);
  const systemic = [...Map.groupBy(rows, (row) => substanceOf(row.display))].map(([substance, uses]) => {
    const given = uses.filter(isGiven);
    const orders = uses.filter((row) => !isGiven(row));
    const unitless = isCounted(substance)
      ? given.find((row) => row.dose_amount !== null && row.dose_unit === null)
      : undefined;
    if (unitless)
      faults.push({
        kind: 'dose-without-unit',
        text: `A dose of ${substance} (${unitless.dose_amount}) has no unit, so no cumulative dose is made of it.`,
        rowId: unitless.id,
      });
    const said = filled.find(({ key, value }) => key === `dose:${substance}` && value !== null);
    const cumulative =
      said?.value != null
        ? dose(substance, said.value, said.unit ?? 'mg/m²')
        : unitless === undefined
          ? cumulativeOf(substance, given, orders, area)
          : null;
    const startedOn = earliest(uses.map(({ started_on }) => started_on));
    const ongoing = orders.some((row) => isOngoing(row, today));
    const lead = orders[0] ?? uses[0];
    const cycles = cyclesOf(record, orders);
    return {
      ...emptyFact(lead?.id ?? substance),
      text: inWords(lead?.display ?? substance, cycles, given.length, cumulative),
      value: cumulative?.value ?? null,
      unit: cumulative?.unit ?? null,
      on: startedOn,
      source: lead === undefined ? null : sourceOf(record, lead),
      filledInBy: said?.by ?? null,
      name: lead?.display ?? substance,
      substance,
      groups: groupsOf(substance),
      doses: given.length > 0 ? given.length : null,
      cycles,
      cumulative,
      startedOn,
      endedOn: ongoing ? null : latest(uses.map(({ ended_on, started_on }) => ended_on ?? started_on)),
      ongoing,
    };
  });
  return { systemic: systemic.toSorted((a, b) => (a.startedOn ?? '').localeCompare(b.startedOn ?? '')), faults };
}

const isGiven = (row: MedicationRow) => row.source_type === 'MedicationAdministration';

/** A steroid is a cancer medicine only as part of a regimen: an inhaler or a burst for asthma is not. */
const isSteroidOfRegimen = (row: MedicationRow) =>
  row.care_plan_id !== null && groupsOf(substanceOf(row.display)).includes('steroid');

const isOngoing = (row: MedicationRow, today: Day): boolean =>
  row.status === 'active' && (row.started_on ?? '') <= today && (row.ended_on === null || row.ended_on >= today);

/**
 * What was given in all of a medicine whose sum matters. Doses per m² are added up; doses in mg are those that were
 * ordered per m², each as often as it was given, or else, where no order tells, divided by the body surface. Null: it
 * does not matter, or cannot be told.
 */
function cumulativeOf(
  substance: string,
  given: readonly MedicationRow[],
  orders: readonly MedicationRow[],
  area: number | null,
): CumulativeDose | null {
  if (given.length === 0 || !isCounted(substance)) return null;
  const ordered = new Map(orders.map((row) => [row.id, row]));
  const perArea = given.map((row) => perAreaOf(row, ordered.get(row.request_id ?? ''), area));
  const sum = (doses: readonly number[]) => doses.reduce((total, one) => total + one, 0);
  if (perArea.every((one) => one !== null)) {
    const unit = [...given, ...orders].find((row) => PER_AREA.test(row.dose_unit ?? ''))?.dose_unit ?? 'mg/m2';
    return dose(substance, sum(perArea), `${unit.split('/')[0]?.toLowerCase()}/m²`);
  }
  const milligrams = given.map((row) => (MILLIGRAM.test(row.dose_unit ?? '') ? row.dose_amount : null));
  return milligrams.every((one) => one !== null) ? dose(substance, sum(milligrams), 'mg') : null;
}

/** One dose per m²; null where only its amount is known. */
function perAreaOf(row: MedicationRow, order: MedicationRow | undefined, area: number | null): number | null {
  if (row.dose_amount !== null && PER_AREA.test(row.dose_unit ?? '')) return row.dose_amount;
  if (order?.dose_amount != null) return PER_AREA.test(order.dose_unit ?? '') ? order.dose_amount : null;
  return row.dose_amount !== null && MILLIGRAM.test(row.dose_unit ?? '') && area !== null
    ? row.dose_amount / area
    : null;
}

function dose(substance: string, amount: number, unit: string): CumulativeDose {
  const value = Math.round(amount);
  const factor = DOXORUBICIN_EQUIVALENTS[substance]?.factor;
  return {
    value,
    unit,
    doxorubicinEquivalent: factor === undefined || unit !== 'mg/m²' ? null : Math.round(amount * factor),
  };
}

/** Mosteller's formula over the newest height and weight, or the surface itself where it is recorded. */
function bodySurface(record: RecordRows): number | null {
  if (!record.wasRead('planObservations')) return null;
  const newest = (family: string) =>
    record
      .rows('planObservations')
      .filter((row) => row.family === family && row.value_number !== null)
      .toSorted((a, b) => (b.effective_at ?? '').localeCompare(a.effective_at ?? ''))[0]?.value_number ?? null;
  const [surface, height, weight] = [newest('body-surface-area'), newest('body-height'), newest('body-weight')];
  if (surface !== null) return surface;
  return height === null || weight === null ? null : Math.sqrt((height * weight) / 3600);
}

/** As the regimen's plan counts them; a medicine that was dropped early has fewer, which only its doses tell. */
function cyclesOf(record: RecordRows, orders: readonly MedicationRow[]): number | null {
  const plans = new Map(record.rows('carePlans').map((plan) => [plan.id, plan]));
  const counts = orders.map((order) => {
    const plan = plans.get(order.care_plan_id ?? '');
    const count = /\b(\d+) cycles\b/.exec(plan?.title ?? '')?.[1];
    return plan?.status === 'completed' && order.status === 'completed' && count !== undefined ? Number(count) : null;
  });
  return counts.length === 0 || counts.includes(null) ? null : counts.reduce<number>((sum, n) => sum + (n ?? 0), 0);
}

function inWords(name: string, cycles: number | null, doses: number, cumulative: CumulativeDose | null): string {
  const counted =
    cycles !== null ? `${cycles} cycles` : doses > 0 ? `${doses} ${doses === 1 ? 'dose' : 'doses'}` : null;
  const total = cumulative === null ? null : `${cumulative.value} ${cumulative.unit} in all`;
  return [name, counted, total].filter((part) => part !== null).join(', ');
}

/** What is taken now, and until when. Who fills in a planned end writes it as a day. */
export function ongoingFacts(
  systemic: readonly SystemicFact[],
  record: RecordRows,
  filled: readonly FilledFact[],
  today: Day,
): OngoingFact[] {
  const uses = record.rows('medicationUses');
  return systemic
    .filter(({ ongoing }) => ongoing)
    .map((fact): OngoingFact => {
      const said = filled.find(({ key }) => key === `planned-end:${fact.substance}`);
      const running = uses.find((row) => substanceOf(row.display) === fact.substance && isOngoing(row, today));
      const plannedEnd = running?.ended_on ?? said?.text ?? null;
      return {
        ...emptyFact(fact.id),
        text: `${fact.name}${fact.startedOn === null ? '' : ` since ${dayInWords(fact.startedOn)}`}${plannedEnd === null ? '' : `, until ${dayInWords(plannedEnd)}`}`,
        on: fact.startedOn,
        source: fact.source,
        filledInBy: running?.ended_on == null ? (said?.by ?? null) : null,
        substance: fact.substance,
        groups: fact.groups,
        startedOn: fact.startedOn,
        plannedEnd,
      };
    });
}

import type { Chart, RowSetName } from '#api/chart/index.ts';
import { partsOf, type Catalogue } from './catalogue.ts';
import type { PlannedTest } from './history.ts';
import { familiesOf, recognize } from './recognize.ts';
import { contrastIn, lateralityIn } from './words.ts';

/** What a plan asks for, and between which days. */
export interface PlannedLine {
  readonly id: string;
  readonly title: string;
  /** Keys of whatever counts as doing it, test families among them. */
  readonly counts: readonly string[];
  /** Calendar days. */
  readonly opensOn: string;
  readonly dueOn: string;
  /** Null: not said. */
  readonly responsible: string | null;
}

/** A slice whose plans ask for tests. It knows the test families from here, so it is handed in by whoever knows both. */
export interface PlanSource {
  readonly sets: readonly RowSetName[];
  readonly lines: (chart: Chart, catalogue: Catalogue) => readonly PlannedLine[];
}

/** Whatever says that a test is ordered, booked or planned. */
export const plannedTests = (chart: Chart, catalogue: Catalogue, plans: PlanSource): PlannedTest[] =>
  [
    ...orders(chart, catalogue),
    ...appointments(chart, catalogue),
    ...carePlans(chart, catalogue),
    ...surveillance(plans.lines(chart, catalogue), catalogue),
  ].filter(({ families }) => families.length > 0);

function orders(chart: Chart, catalogue: Catalogue): PlannedTest[] {
  return chart.rows('testOrders').map((row) => ({
    ...common(row, row.display),
    kind: row.intent === 'plan' || row.intent === 'proposal' ? 'plan' : 'order',
    families: familiesOf({ system: row.code_system, code: row.code, text: row.display }, catalogue),
    on: momentOf(row.occurs_on),
    orderedAt: momentOf(row.authored_at),
    by: row.requester_name,
  }));
}

function appointments(chart: Chart, catalogue: Catalogue): PlannedTest[] {
  return chart.rows('appointments').map((row) => ({
    ...common(row, row.description),
    kind: 'appointment',
    families: everyFamilyOf(row.description, catalogue),
    on: momentOf(row.starts_at),
    by: row.location_name ?? row.practitioner_name,
  }));
}

function carePlans(chart: Chart, catalogue: Catalogue): PlannedTest[] {
  return chart.rows('carePlanActivities').map((row) => ({
    ...common(row, row.description),
    kind: 'plan',
    families: everyFamilyOf(row.description, catalogue),
    on: momentOf(row.due_on),
    by: row.performer_name,
  }));
}

const surveillance = (lines: readonly PlannedLine[], catalogue: Catalogue): PlannedTest[] =>
  lines.map(({ id, title, counts, opensOn, dueOn, responsible }) => ({
    ...common({ id, status: 'active' }, title),
    kind: 'surveillance',
    families: counts.filter((key) => catalogue.families.has(key)),
    opens: momentOf(opensOn),
    on: momentOf(dueOn),
    by: responsible,
  }));

const common = (row: { id: string; status: string | null }, name: string) => ({
  id: row.id,
  name,
  status: row.status,
  laterality: lateralityIn(name),
  contrast: contrastIn(name),
});

/** A plan may name several tests in one sentence. */
function everyFamilyOf(text: string, catalogue: Catalogue): readonly string[] {
  const known = recognize({ text }, catalogue);
  return known.found === 'one' ? known.parts : known.nearest.flatMap(partsOf);
}

/** A date of the record is a calendar day; a moment has its zone. */
export function momentOf(text: string | null): Date | undefined {
  if (text === null) return undefined;
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T12:00:00Z` : text);
}

import type { Chart } from '#api/chart/index.ts';
import { partsOf, type Catalogue } from './catalogue.ts';
import type { PlannedTest } from './history.ts';
import { familiesOf, recognize } from './recognize.ts';
import { contrastIn, lateralityIn } from './words.ts';

type Source = (chart: Chart, catalogue: Catalogue) => PlannedTest[];

/**
 * Who may say that a test is ordered, booked or planned. A survivorship or monitoring plan that has rows of
 * its own joins here, with its row set in `read-history.ts`; the engine asks for no more than a `PlannedTest`.
 */
const SOURCES: readonly Source[] = [orders, appointments, carePlans];

export const plannedTests = (chart: Chart, catalogue: Catalogue): PlannedTest[] =>
  SOURCES.flatMap((source) => source(chart, catalogue)).filter(({ families }) => families.length > 0);

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

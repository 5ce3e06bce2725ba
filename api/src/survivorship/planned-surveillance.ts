import type { Chart } from '#api/chart/index.ts';
import type { Catalogue, PlannedLine, PlanSource } from '#api/duplicate-tests/index.ts';
import { dayIn } from './calendar.ts';
import { datesOf, type Basis } from './dates.ts';
import { pastEvents, TEST_SETS } from './history.ts';
import type { Owner } from './rule.ts';

const RESPONSIBLE: Readonly<Record<Owner, string | null>> = {
  oncology: 'cancer centre',
  'primary-care': 'primary care',
  palliative: 'palliative care',
  patient: 'patient',
  other: null,
};

/** Tests that the plan in force asks for, with their windows as what was done since leaves them. */
export const plannedSurveillance: PlanSource = { sets: ['linesInForce'], lines };

function lines(chart: Chart, catalogue: Catalogue): PlannedLine[] {
  const inForce = chart.rows('linesInForce');
  const [first] = inForce;
  if (first === undefined) return [];
  const history = pastEvents(chart, catalogue, first.zone, TEST_SETS);
  const today = dayIn(first.zone, chart.now);
  return inForce.flatMap(({ line_id: id, title, owner, basis: stored }): PlannedLine[] => {
    const basis = stored as Basis;
    const { window, end } = datesOf(basis, history, today);
    if (window === null || (end !== null && today > end)) return [];
    const counts = basis.doneBy.flatMap(({ keys }) => keys);
    return [{ id, title, counts, opensOn: window.opens, dueOn: window.closes, responsible: RESPONSIBLE[owner] }];
  });
}

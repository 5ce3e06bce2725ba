import type { Phase } from './phase.types.ts';
import type { Treatment } from './treatment.types.ts';

/** What the phase is worked out from. Dates are YYYY-MM-DD. */
export interface PhaseFacts {
  readonly deceased: boolean;
  readonly hospice: boolean;
  readonly palliativeTeam: boolean;
  readonly hasCancer: boolean;
  /** Secondary cancer or stage IV. */
  readonly metastatic: boolean;
  readonly treatments: readonly Pick<Treatment, 'kind' | 'name' | 'startedOn' | 'endedOn' | 'status'>[];
  readonly today: string;
}

/** Where the patient is in the course of the cancer, and the fact that says so. The first rule that fits decides. */
export function phaseOf(facts: PhaseFacts): { phase: Phase; reason: string } {
  const running = facts.treatments.find((treatment) => isRunning(treatment, facts.today));
  const given = facts.treatments.filter(({ status }) => status === 'completed' || status === 'stopped');
  if (facts.deceased) return { phase: 'deceased', reason: 'A death is recorded.' };
  if (facts.hospice) return { phase: 'hospice', reason: 'Hospice care is recorded.' };
  if (!facts.hasCancer) return { phase: 'not-recorded', reason: 'No cancer diagnosis is recorded.' };
  if (facts.palliativeTeam && running === undefined && (facts.metastatic || given.length > 0)) {
    return { phase: 'palliative', reason: 'The palliative care team is involved and no cancer treatment is running.' };
  }
  if (facts.metastatic) {
    return {
      phase: 'advanced',
      reason:
        running === undefined
          ? 'Metastatic or stage IV disease is recorded.'
          : `Metastatic or stage IV disease; ${running.name} is under way.`,
    };
  }
  if (running !== undefined) return { phase: 'active-treatment', reason: `${running.name} is under way.` };
  const last = given
    .map(({ endedOn, startedOn }) => endedOn ?? startedOn ?? '')
    .toSorted()
    .at(-1);
  if (given.length > 0) {
    return {
      phase: 'surveillance',
      reason: last ? `The last recorded treatment ended on ${dayInWords(last)}.` : 'Treatment is recorded as ended.',
    };
  }
  return { phase: 'diagnosis', reason: 'No cancer treatment is recorded yet.' };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026-09-01 as a person writes it on a chart: 1 Sep 2026. */
function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A course runs between its dates unless it was ended; an operation is over in a day. */
function isRunning({ kind, startedOn, endedOn, status }: PhaseFacts['treatments'][number], today: string): boolean {
  if (kind === 'surgery' || status !== 'under way') return false;
  return (startedOn === null || startedOn <= today) && (endedOn === null || endedOn >= today);
}

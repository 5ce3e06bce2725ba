import type { Check, Prior, Verdict } from '#portal/duplicate-tests/check.query.ts';
import type { Series } from '#portal/results/series.query.ts';
import { dateWords, dayWords, isoDay } from '#portal/ui/dates.ts';

export const verdictWords: Record<Verdict, string> = {
  DUPLICATE: 'Done already',
  PROBABLE_DUPLICATE: 'Probably done already',
  NOT_DUPLICATE: 'Nothing known speaks against it',
  UNKNOWN: 'Cannot be judged',
};

export const situations = {
  ROUTINE: 'Routine',
  NEW_SYMPTOM: 'New symptom',
  AFTER_TREATMENT_CHANGE: 'After a change of treatment',
  REQUESTED_BY_ONCOLOGY: 'Oncology asks for it',
  INPATIENT: 'In hospital',
} as const;
export type Situation = keyof typeof situations;

export const orderReasons = {
  ABNORMAL_BEFORE: 'Last result was abnormal',
  NEW_SYMPTOM: 'New symptom',
  TREATMENT_CHANGED: 'Treatment was changed',
  RESULT_NOT_USABLE: 'Earlier result does not answer the question',
  ONCOLOGY_ASKED: 'Oncology asks for it',
  PATIENT_REQUEST: 'The patient wishes it',
  OTHER: 'Something else',
} as const;
export type OrderReason = keyof typeof orderReasons;

/** "Next due 2 Feb 2027. RCPath, … (2021; read in the source)." @param today as 2026-11-22 */
export function intervalWords({ interval, nextDueOn }: Check, today: string): string | null {
  if (interval === null) return null;
  const sure = { A: 'read in the source', B: 'read in a copy', C: 'not yet verified' }[interval.confidence];
  const due = nextDueOn === null ? '' : `${nextDueOn > today ? 'Next due' : 'Due since'} ${dateWords(nextDueOn)}. `;
  return `${due}${interval.source} (${interval.year}; ${sure}).${interval.note ? ` ${interval.note}` : ''}`;
}

/** "2 Nov 2026", or no more of it than the source knew. */
export function priorDay({ at, precision }: Pick<Prior, 'at' | 'precision'>, zone: string): string {
  if (at === null) return 'date not recorded';
  return precision === 'DAY' ? dayWords(at, zone) : dateWords(isoDay(at, zone), precision);
}

const plannedKinds = {
  ORDER: 'Ordered',
  APPOINTMENT: 'Booked',
  PLAN: 'Planned',
  SURVEILLANCE: 'In the follow-up plan',
} as const;

/** "Booked: Bone density scan, 12 Dec 2026", or "In the follow-up plan: CEA, due 3 Mar 2027 to 3 Apr 2027". */
export function plannedWords({ kind, name, opensOn, on }: Check['planned'][number]): string {
  const days = [opensOn, on].filter((day) => day !== null).map((day) => dateWords(day));
  const when = days.length === 2 ? `, due ${days.join(' to ')}` : days.map((day) => `, ${day}`).join('');
  return `${plannedKinds[kind]}: ${name}${when}`;
}

/** The earlier results as a trend is drawn; null where a line would have no second end. */
export function seriesOf({ family, trend }: Check): Series | null {
  if (!family || !trend || trend.points.length < 2) return null;
  const { unit, referenceLow, referenceHigh } = trend;
  const points = trend.points.map((point) => ({
    ...point,
    text: String(Math.abs(point.value) >= 1000 ? Math.round(point.value) : Number(point.value.toPrecision(4))),
  }));
  const newest = points.at(-1);
  const latest = newest ? { ...newest, source: { name: '' } } : null;
  return { family: family.key, name: family.name, unit, referenceLow, referenceHigh, points, latest, trend: 'UNKNOWN' };
}

/** The results of a check as plain text for one's own note: of each test the one that decided, or the newest. */
export function noteText(check: Check, zone: string): string {
  const names = check.priors.map(({ name }) => name);
  const latest = check.priors.filter(({ name }, index) => names.indexOf(name) === index);
  const lines = latest.map((prior) => {
    const { name, text, flag, institution } = prior;
    const when = priorDay(prior, zone);
    return `${name}: ${text || 'no value sent'}${flag ? ` (${flag.toLowerCase().replaceAll('_', ' ')})` : ''}, ${when}, ${institution}`;
  });
  return [`${check.family?.name ?? 'Test'}: not repeated, earlier result used`, ...lines].join('\n');
}

/** "$1,234.50" in the centre's currency. */
export const moneyWords = (amount: number, currency: string): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount);

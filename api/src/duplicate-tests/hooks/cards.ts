import { randomUUID } from 'node:crypto';
import { dayInWords, type Precision } from '../calendar.ts';
import type { Judgement } from '../judgement.ts';
import { listOf, SOURCE, summaryOf } from './card-text.ts';
import type { DraftOrder } from './hook-request.ts';

const OWN = 'urn:portage:code:order-reason';

const OVERRIDE_REASONS = [
  ['abnormal-before', 'The last result was abnormal'],
  ['new-symptom', 'New symptom'],
  ['treatment-changed', 'Treatment was changed'],
  ['result-not-usable', 'The earlier result does not answer the question'],
  ['oncology-asked', 'The cancer centre asks for it'],
  ['patient-request', 'The patient wishes it'],
] as const;

/**
 * A card for a draft order that repeats a test, or of which the record does not tell whether it does; none for any
 * other. Whether an order that is put down for a later day repeats a test is a question of that day.
 */
export function cardOf(order: DraftOrder, judgement: Judgement, patientUrl: string, zone: string) {
  const { verdict, family, nextDue } = judgement;
  if (family === undefined || verdict === 'not-duplicate') return undefined;
  const wanted = order.occurrenceDateTime ?? order.occurrencePeriod?.start;
  if (wanted !== undefined && nextDue !== undefined && new Date(wanted) >= nextDue) return undefined;
  return {
    uuid: randomUUID(),
    summary: summaryOf(`${family.name}: ${judgement.reasons[0] ?? 'done lately'}`),
    detail: detailOf(judgement, zone),
    indicator: verdict === 'duplicate' ? 'warning' : 'info',
    source: SOURCE,
    ...(verdict !== 'unknown' && offerFor(order, family.name)),
    links: [{ label: 'See the results in Portage', url: patientUrl, type: 'absolute' }],
  };
}

const offerFor = ({ id }: DraftOrder, name: string) => ({
  suggestions: [
    {
      label: 'Remove this order',
      uuid: randomUUID(),
      actions: [{ type: 'delete', description: `Remove the order of ${name}`, resourceId: `ServiceRequest/${id}` }],
    },
  ],
  selectionBehavior: 'any',
  overrideReasons: OVERRIDE_REASONS.map(([code, display]) => ({ code, system: OWN, display })),
});

function detailOf({ reasons, priors, planned, interval, nextDue, notKnown }: Judgement, zone: string): string {
  const day = (moment: Date | undefined, precision?: Precision) =>
    moment ? dayInWords(moment, zone, precision) : 'no date';
  const lines = [
    ...reasons,
    ...priors
      .slice(0, 3)
      .map(
        ({ at, precision, name, text, flag, institution }) =>
          `Result of ${day(at, precision)}: ${name} ${text}${flag === null ? '' : ` (${flag})`}, ${institution}`,
      ),
    ...planned
      .slice(0, 3)
      .map(
        ({ kind, name, on, by }) =>
          `${kind[0]?.toUpperCase()}${kind.slice(1)}: ${name}, ${day(on)}${by === null ? '' : `, ${by}`}`,
      ),
    ...(nextDue ? [`Next due: ${day(nextDue)}`] : []),
    ...(interval ? [`Interval: ${interval.source} (${interval.year})`] : []),
    ...notKnown.map((text) => `Not known: ${text}`),
  ];
  return listOf(lines);
}

import { randomUUID } from 'node:crypto';
import { dayInWords, type Precision } from '../calendar.ts';
import type { Judgement } from '../judgement.ts';
import type { DraftOrder } from './hook-request.ts';

/** Exclusive, by CDS Hooks 2.0. */
const SUMMARY_LIMIT = 140;
const OWN = 'urn:portage:code:order-reason';

const OVERRIDE_REASONS = [
  ['abnormal-before', 'The last result was abnormal'],
  ['new-symptom', 'New symptom'],
  ['treatment-changed', 'Treatment was changed'],
  ['result-not-usable', 'The earlier result does not answer the question'],
  ['oncology-asked', 'The cancer centre asks for it'],
  ['patient-request', 'The patient wishes it'],
] as const;

/** A card for a draft order that repeats a test; none for any other. */
export function cardOf(order: DraftOrder, judgement: Judgement, patientUrl: string, zone: string) {
  const { verdict, family } = judgement;
  if (family === undefined || (verdict !== 'duplicate' && verdict !== 'probable-duplicate')) return undefined;
  return {
    uuid: randomUUID(),
    summary: shorten(`${family.name}: ${judgement.reasons[0] ?? 'done lately'}`),
    detail: detailOf(judgement, zone),
    indicator: verdict === 'duplicate' ? 'warning' : 'info',
    source: { label: 'Portage duplicate-test check' },
    suggestions: [
      {
        label: 'Remove this order',
        uuid: randomUUID(),
        actions: [
          {
            type: 'delete',
            description: `Remove the order of ${family.name}`,
            resourceId: `ServiceRequest/${order.id}`,
          },
        ],
      },
    ],
    selectionBehavior: 'any',
    overrideReasons: OVERRIDE_REASONS.map(([code, display]) => ({ code, system: OWN, display })),
    links: [{ label: 'See the results in Portage', url: patientUrl, type: 'absolute' }],
  };
}

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
  // Names come from feeds: nothing of theirs may be read as Markdown.
  return lines.map((line) => `- ${line.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ')}`).join('\n');
}

const shorten = (text: string) => (text.length < SUMMARY_LIMIT ? text : `${text.slice(0, SUMMARY_LIMIT - 2)}…`);

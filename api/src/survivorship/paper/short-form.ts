import { dayInWords } from '../calendar.ts';
import type { PlanLine } from '../plan.ts';
import type { RuleKind } from '../rule.ts';
import type { PlanPaper } from './plan-paper.ts';
import { list, words, type Block, type Part, type Sheet } from './sheet.ts';
import { callPairs, treatmentPairs } from './treatment-parts.ts';
import { doneInWords, dueInWords, ownerInWords, patientInWords, stampOf, whatInWords } from './words.ts';

/** What a busy reader does by the calendar; the rest is told in a line. */
const BY_CALENDAR: readonly RuleKind[] = [
  'surveillance',
  'late-effect',
  'ongoing-therapy',
  'bone-health',
  'heart-health',
  'screening',
  'immunisation',
  'comorbidity',
];

const URGENCY = { overdue: 0, due: 1, 'not-yet-due': 2, done: 3, declined: 4, 'not-applicable': 5 } as const;

/** What is next comes first; what has no day comes last. */
export const byUrgency = (a: PlanLine, b: PlanLine): number =>
  URGENCY[a.state] - URGENCY[b.state] || (a.nextDue ?? '9999').localeCompare(b.nextDue ?? '9999');

/** Two pages for the community physician: who does what by when, then what was done and whom to call. */
export function shortForm(paper: PlanPaper): Sheet {
  const { plan } = paper;
  const live = plan.lines.filter(
    ({ state, against }) => state !== 'not-applicable' && state !== 'declined' && !against,
  );
  const dated = live.filter(
    ({ kind, interval, nextDue }) => BY_CALENDAR.includes(kind) && (interval ?? nextDue) !== null,
  );
  const undated = live.filter((line) => !dated.includes(line));
  return {
    title: 'Survivorship care plan',
    subtitle: patientInWords(paper),
    stamp: stampOf(paper),
    warning: warningOf(paper),
    parts: [
      { heading: 'In one line', blocks: [words(inOneLine(paper))] },
      { heading: 'Who does what by when', blocks: [whoDoesWhat(dated)] },
      ...owners(undated),
      { heading: 'Whom to call', blocks: [callPairs(paper)] },
      { heading: 'Treatment summary', blocks: [treatmentPairs(paper)] },
      ...advisedAgainst(plan.lines),
    ],
  };
}

export function warningOf({ plan, signature }: PlanPaper): string | null {
  if (plan.suspendedBecause !== null) return `This plan is suspended. ${plan.suspendedBecause}`;
  return signature === null ? 'This is a draft. Nobody has signed it.' : null;
}

function inOneLine({ facts }: PlanPaper): string {
  const cancers = facts.diagnoses.filter(({ secondary }) => !secondary).map(({ text }) => text);
  const ended =
    facts.endOfTreatment === null
      ? (facts.noEndBecause ?? 'The end of treatment is not recorded.')
      : `Treatment ended ${dayInWords(facts.endOfTreatment)}.`;
  const intent = facts.intent === null ? '' : ` Treated with ${facts.intent} intent.`;
  return `${cancers.length === 0 ? 'No primary cancer is recorded' : cancers.join('; ')}.${intent} ${ended}`;
}

const whoDoesWhat = (lines: readonly PlanLine[]): Block =>
  lines.length === 0
    ? words('Nothing with a date is planned.')
    : {
        kind: 'table',
        columns: [
          { head: 'What', share: 34 },
          { head: 'Who', share: 16 },
          { head: 'When', share: 27 },
          { head: 'Last done', share: 23 },
        ],
        rows: lines
          .toSorted(byUrgency)
          .map((line) => [whatInWords(line), ownerInWords(line), dueInWords(line), doneInWords(line)]),
      };

/** What has no day, by who does it. */
function owners(lines: readonly PlanLine[]): Part[] {
  if (lines.length === 0) return [];
  const byOwner = Map.groupBy(lines, ownerInWords);
  const items = [...byOwner].map(([owner, of]) => `${owner}: ${of.map(whatInWords).join('; ')}.`);
  return [{ heading: 'At each visit', blocks: [list(items)] }];
}

export function advisedAgainst(lines: readonly PlanLine[]): Part[] {
  const against = lines.filter((line) => line.against && line.state !== 'not-applicable');
  if (against.length === 0) return [];
  return [{ heading: 'Advised against', blocks: [list(against.map(({ what }) => what))] }];
}

import type { DueRow } from '#portal/survivorship/due.query.ts';
import type { LineState, Owner, Plan, PlanLine, PlanState, RuleSource } from '#portal/survivorship/plan.query.ts';
import type { Role } from '#portal/identity/viewer.query.ts';
import { dateWords, dayWords, dueWords } from '#portal/ui/dates.ts';

export const ownerWords: Record<Owner, string> = {
  ONCOLOGY: 'Oncology',
  PRIMARY_CARE: 'Primary care',
  PALLIATIVE: 'Palliative care',
  OTHER: 'Somebody else',
  PATIENT: 'The patient',
  NOBODY: 'Nobody yet',
};

/** A word and a shape: colour never speaks alone. */
export const stateWords: Record<LineState, { shape: string; word: string }> = {
  OVERDUE: { shape: '▲', word: 'Overdue' },
  DUE: { shape: '●', word: 'Due' },
  NOT_YET_DUE: { shape: '○', word: 'Not yet due' },
  DONE: { shape: '✓', word: 'Done' },
  DECLINED: { shape: '✕', word: 'Declined' },
  NOT_APPLICABLE: { shape: '–', word: 'Does not apply' },
};

export const planStateWords: Record<PlanState, string> = {
  DRAFT: 'Draft',
  SIGNED: 'Signed, not sent',
  SENT: 'Sent',
  RECEIVED: 'Received',
  ACTIVE: 'Active',
  REVISED: 'Replaced by a newer version',
  SUSPENDED: 'Suspended',
  CLOSED: 'Closed',
};

/** Whose lines are this reader's own. Null: of this role nothing is asked. */
export function ownOwner(role: Role): Owner | null {
  switch (role) {
    case 'COMMUNITY_CLINICIAN':
    case 'PRACTICE_STAFF':
      return 'PRIMARY_CARE';
    case 'ONCOLOGIST':
    case 'ONCOLOGY_NURSE':
      return 'ONCOLOGY';
    case 'PALLIATIVE_CLINICIAN':
      return 'PALLIATIVE';
    default:
      return null;
  }
}

/** "by 4 Mar 2027, in 3 months", "since 4 Mar 2026, 8 months ago"; null where it has no day. */
export function whenWords(
  { nextDue, state }: Pick<PlanLine, 'nextDue' | 'state'>,
  now: number,
  timeZone: string,
): string | null {
  if (nextDue === null) return null;
  return `${state === 'OVERDUE' ? 'since' : 'by'} ${dateWords(nextDue)}, ${dueWords(nextDue, now, timeZone)}`;
}

type Done = Pick<DueRow, 'lastDone' | 'neverRecorded'>;

/** "Last done 4 May 2026: CEA 2.1 ng/mL, Desert Clinic (Cancer centre EHR)" */
export const lastDoneWords = (line: Done): string =>
  line.lastDone === null ? doneWords(line) : `Last done ${doneWords(line)}`;

/** The same under a heading that says "Last done". */
export function doneWords({ lastDone, neverRecorded }: Done): string {
  if (lastDone === null) return neverRecorded ? 'Not recorded as done: check your own record' : 'Not recorded as done';
  const { on, text, institution, source } = lastDone;
  const where = institution === source.name ? institution : `${institution} (${source.name})`;
  return `${dateWords(on)}: ${text}, ${where}`;
}

const sureWords: Readonly<Record<string, string>> = {
  A: 'read in the source',
  B: 'read in a copy',
  C: 'not verified yet',
};

/** "ASCO, colorectal cancer follow-up, 2013; read in the source" */
export const ruleWords = ({ title, year, confidence }: RuleSource): string =>
  `${title}, ${year}; ${sureWords[confidence] ?? 'confidence not recorded'}`;

export const lineCount = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`;

/** Where a plan stands and what that means for its reader. */
export function standWords(plan: Plan, timeZone: string): { title: string; text: string } {
  const { state, version, handshake, suspendedBecause, closedBecause, sentTo } = plan;
  const day = (instant: string | null): string => (instant === null ? 'day not recorded' : dayWords(instant, timeZone));
  const signed = `Version ${version}, signed by ${plan.signedBy?.name ?? 'nobody named'}, ${day(plan.signedAt)}.`;
  const to = sentTo ? sentTo.name : 'primary care';
  switch (state) {
    case 'DRAFT':
      return {
        title: 'Draft: nobody has signed this plan.',
        text:
          suspendedBecause === null
            ? 'Nothing in it is agreed. Dates and owners may change until an oncologist signs it.'
            : `${suspendedBecause} Signed as it is, it would be suspended from the start.`,
      };
    case 'SIGNED':
      return { title: 'Signed, but not sent yet.', text: `${signed} Nobody outside oncology has been asked.` };
    case 'SENT':
      if (plan.mayRespond) return askedWords(plan, signed);
      return { title: `Sent ${day(plan.sentAt)}; not opened yet.`, text: `${signed} It waits for ${to}.` };
    case 'RECEIVED':
      if (plan.mayRespond) return askedWords(plan, signed);
      return {
        title: `Received ${day(plan.receivedAt)}; ${handshake.open === 0 ? 'every line has an answer' : `${lineCount(handshake.open)} without an answer`}.`,
        text: `${signed} The hand-over is done when each line has been taken on.`,
      };
    case 'ACTIVE':
      return { title: 'Active: the hand-over is done.', text: signed };
    case 'REVISED':
      return {
        title: 'Replaced: a newer version has taken its place.',
        text: signed,
      };
    case 'SUSPENDED':
      return {
        title: 'Suspended: do not follow the dates below.',
        text: `${suspendedBecause ?? 'The reason is not recorded.'} Ask oncology what applies now.`,
      };
    case 'CLOSED':
      return {
        title: 'Closed: this plan is no longer kept up to date.',
        text: `${closedBecause ?? 'The hand-over was done.'} Closed by ${plan.closedBy?.name ?? 'nobody named'}, ${day(plan.closedAt)}.`,
      };
  }
}

/** To the one who is asked, the state of a plan is what is still to be answered. */
function askedWords({ handshake: { open, declined, asked } }: Plan, signed: string): { title: string; text: string } {
  if (open > 0) return { title: `For you to answer: ${lineCount(open)}.`, text: signed };
  return {
    title: 'You have answered every line.',
    text: `${signed} Oncology settles ${lineCount(declined + asked)} that you declined or asked about.`,
  };
}

/** "5 accepted, 1 declined, 1 asked about, 2 open" */
export function handshakeWords({ accepted, declined, asked, open }: Plan['handshake']): string {
  const parts: readonly (readonly [number, string])[] = [
    [accepted, 'accepted'],
    [declined, 'declined'],
    [asked, 'asked about'],
    [open, 'open'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

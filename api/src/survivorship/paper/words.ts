import { dayInWords } from '../calendar.ts';
import type { PlanLine } from '../plan.ts';
import type { Owner, RuleKind } from '../rule.ts';
import type { LineAnswer, PlanPaper } from './plan-paper.ts';

const OWNERS: Record<Owner, string> = {
  oncology: 'Oncology',
  'primary-care': 'Primary care',
  palliative: 'Palliative care',
  other: 'Somebody else',
  patient: 'Patient',
};

export function ownerInWords({ owner, ownerName }: Pick<PlanLine, 'owner' | 'ownerName'>): string {
  const name = owner === null ? 'nobody yet' : (ownerName ?? OWNERS[owner]);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

export const KINDS: Record<RuleKind, string> = {
  surveillance: 'Surveillance of the cancer',
  'late-effect': 'Late effects of treatment',
  'ongoing-therapy': 'Therapy that goes on',
  'bone-health': 'Bone health',
  'heart-health': 'Heart health',
  screening: 'Screening for other cancers',
  immunisation: 'Immunisation',
  comorbidity: 'Other conditions',
  psychosocial: 'Psychosocial care',
  'work-finance': 'Work and finance',
  'health-promotion': 'Health promotion',
  'advised-against': 'Advised against',
};

/** What is to be done; what the record does not tell to be for this patient is not told as if it were. */
export const whatInWords = ({ what, unconfirmed }: PlanLine): string =>
  unconfirmed ? `${what} (confirm that it applies)` : what;

/** When a line is to be done next, as a reader of a calendar asks. */
export function dueInWords({ state, window, nextDue, interval }: PlanLine): string {
  if (state === 'done') return 'done';
  if (state === 'declined') return 'declined';
  if (nextDue === null || window === null) return interval ?? 'no day set';
  if (state === 'overdue') return `OVERDUE since ${dayInWords(nextDue)}`;
  if (state === 'due') return `due by ${dayInWords(nextDue)}`;
  return window.opens === nextDue ? dayInWords(nextDue) : `${dayInWords(window.opens)} to ${dayInWords(nextDue)}`;
}

/** What no record here tells may have been done elsewhere: its reader is asked to look. */
export function doneInWords({ lastDone, neverRecorded }: PlanLine): string {
  if (lastDone === null) return neverRecorded ? 'not recorded as done: check your own record' : 'not recorded';
  return [dayInWords(lastDone.on), lastDone.value, lastDone.institution].filter((text) => text !== '').join(', ');
}

export const answerInWords = ({ answer, by, on, words }: LineAnswer): string =>
  `${answer} by ${by}, ${dayInWords(on)}${words === null ? '' : `: ${words}`}`;

export const sourceInWords = ({ source }: PlanLine): string =>
  `${source.source}, ${source.year} (${source.confidence})`;

export const nameInWords = ({ familyName, givenName }: PlanPaper['patient']): string =>
  `${familyName.toUpperCase()}, ${givenName}`;

/** Two identifiers at least, on every page. */
export function patientInWords({ patient }: PlanPaper): string {
  const born = patient.birthDate === null ? 'birth date not recorded' : `born ${dayInWords(patient.birthDate)}`;
  return `${nameInWords(patient)} · ${born} · ${patient.sex} · ${patient.mrn === null ? 'MRN not recorded' : `MRN ${patient.mrn}`}`;
}

/** Version, signer, date and rule versions: what a copy must carry to be believed. */
export function stampOf({ version, signature, plan }: PlanPaper): string {
  const signed =
    signature === null
      ? 'DRAFT, not signed'
      : `signed by ${signature.by} on ${dayInWords(signature.on)}, SHA-256 ${signature.hash.slice(0, 16)}`;
  return `Survivorship care plan, version ${version}, ${signed}. Rules ${plan.ruleSetVersion}.`;
}

import type { Role } from '#portal/identity/viewer.query.ts';
import type { LineState, Owner, PlanLine } from '#portal/survivorship/plan.query.ts';
import { ownerWords, ownOwner } from '#portal/survivorship/words.ts';

export interface LineGroup {
  key: 'own' | 'primary-care' | 'oncology' | 'others' | 'patient' | 'nobody';
  title: string;
  lines: readonly PlanLine[];
}

const groupOf: Record<Owner, LineGroup['key']> = {
  PRIMARY_CARE: 'primary-care',
  ONCOLOGY: 'oncology',
  PALLIATIVE: 'others',
  OTHER: 'others',
  PATIENT: 'patient',
  NOBODY: 'nobody',
};
const order: readonly LineGroup['key'][] = ['own', 'primary-care', 'oncology', 'others', 'patient', 'nobody'];
const urgency: Record<LineState, number> = {
  OVERDUE: 0,
  DUE: 1,
  NOT_YET_DUE: 2,
  DONE: 3,
  DECLINED: 4,
  NOT_APPLICABLE: 5,
};

/** What is advised against is nobody's to do: it stands apart. */
export const isAdvice = ({ advice }: Pick<PlanLine, 'advice'>): boolean => advice;

export const applies = ({ state }: Pick<PlanLine, 'state'>): boolean => state !== 'NOT_APPLICABLE';

/** What the patient watches for; the physician who is called about it has to know it too. */
export const signsOfReturn = (lines: readonly PlanLine[]): string[] =>
  lines
    .filter((line) => line.kind === 'SURVEILLANCE' && line.owner === 'PATIENT' && applies(line))
    .map(({ title }) => title);

/** Most urgent first, then by day; what has no day follows what has one. */
export const byUrgency = (a: PlanLine, b: PlanLine): number =>
  urgency[a.state] - urgency[b.state] ||
  (a.nextDue ?? '9999').localeCompare(b.nextDue ?? '9999') ||
  a.title.localeCompare(b.title, 'en');

/** Who does what: the reader's own lines first, those of nobody last. Without what does not apply, and without empty groups. */
export function groupLines(lines: readonly PlanLine[], role: Role): LineGroup[] {
  const own = ownOwner(role);
  const titles: Record<LineGroup['key'], string> = {
    own: role === 'PRACTICE_STAFF' ? 'Your practice' : 'You',
    'primary-care': ownerWords.PRIMARY_CARE,
    oncology: ownerWords.ONCOLOGY,
    others: 'Others',
    patient: ownerWords.PATIENT,
    nobody: ownerWords.NOBODY,
  };
  const keyOf = ({ owner }: PlanLine): LineGroup['key'] => (owner === own ? 'own' : groupOf[owner]);
  return order.flatMap((key) => {
    const found = lines.filter((line) => !isAdvice(line) && applies(line) && keyOf(line) === key).toSorted(byUrgency);
    return found.length === 0 ? [] : [{ key, title: titles[key], lines: found }];
  });
}

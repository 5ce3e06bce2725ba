import type { Diagnosis, Treatment } from '#portal/oncology/oncology.query.ts';
import { dateWords, dayWords } from '#portal/ui/dates.ts';

type Stage = NonNullable<Diagnosis['stage']>;

/** "IIIB (T3 N1b M0)", or the categories alone where no group was sent. */
export function stageWords({ group, t, n, m }: Pick<Stage, 'group' | 't' | 'n' | 'm'>): string | null {
  const categories = [t, n, m].filter((category) => category !== null).join(' ');
  const bare = group?.replace(/^stage\s+/i, '') ?? null;
  // "IIIB" is a stage; "extensive" and "complete pathologic response" stand for themselves.
  const name = bare && (/^[0IV]/.test(bare) ? `stage ${bare}` : uncapital(bare));
  if (name && categories) return `${name} (${categories})`;
  return name ?? (categories || null);
}

const uncapital = (text: string): string =>
  /^[A-Z][a-z]{2}/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** "pathologic, AJCC 8th edition, 26 Mar 2024": how and when the stage was found. */
export function stageBasisWords(
  { kind, system, asOf }: Pick<Stage, 'kind' | 'system' | 'asOf'>,
  timeZone: string,
): string {
  return [kind === 'OTHER' ? null : kind.toLowerCase(), system, asOf && dayWords(asOf, timeZone)]
    .filter(Boolean)
    .join(', ');
}

export function diagnosisName({ code, laterality }: Pick<Diagnosis, 'code' | 'laterality'>): string {
  const sided = laterality && !code.display.toLowerCase().includes(laterality.toLowerCase());
  return sided ? `${code.display}, ${laterality.toLowerCase()}` : code.display;
}

/** "22 Apr 2024 – 24 Sep 2024", "since 10 Feb 2025", "19 Mar 2024". */
export function spanWords({
  startedOn,
  startedPrecision,
  endedOn,
  status,
}: Pick<Treatment, 'startedOn' | 'startedPrecision' | 'endedOn' | 'status'>): string {
  if (startedOn === null) return endedOn === null ? 'dates not recorded' : `until ${dateWords(endedOn)}`;
  const start = dateWords(startedOn, startedPrecision);
  if (startedOn === endedOn) return start;
  if (endedOn !== null) return `${start} – ${dateWords(endedOn)}`;
  return isUnderWay(status) ? `since ${start}` : `${start}, end not recorded`;
}

/** In the words that the API has for a course that goes on. */
export const isUnderWay = (status: string): boolean => status === 'under way' || status === 'on hold';

const figure = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

/** "Oxaliplatin 940 mg/m2, 11 doses"; "Thoracic spine 20 Gy in 5 fractions". */
export function doseWords({ name, amount, unit, count, fractions }: Treatment['doses'][number]): string {
  const given = amount === null ? '' : ` ${figure(amount)}${unit ? ` ${unit}` : ''}`;
  const parts = fractions === null ? '' : ` in ${fractions} ${fractions === 1 ? 'fraction' : 'fractions'}`;
  const doses = count === null ? '' : `${given ? ',' : ''} ${count} ${count === 1 ? 'dose' : 'doses'}`;
  return `${name}${given}${parts}${doses}`;
}

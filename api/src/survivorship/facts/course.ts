import { newestFirst, type RecordRows } from '#api/chart/index.ts';
import { tellsMetastasis } from '#api/ingest/index.ts';
import { treatmentsOf, type Treatment } from '#api/oncology/index.ts';
import { dayInWords, daysBetween, latestOf, type Day } from '../calendar.ts';
import { isLongTerm, substanceOf } from '../data/drugs.ts';
import type { CancerFact, FilledFact, RecordFault } from './facts.ts';

/** Longer without a dose, and a treatment that is recorded as under way has probably been forgotten. */
const FORGOTTEN_DAYS = 180;

export interface Course {
  readonly intent: 'curative' | 'palliative' | null;
  readonly endOfTreatment: Day | null;
  readonly noEndBecause: string | null;
  readonly localTreatmentEnd: Day | null;
  readonly radiationEnd: Day | null;
  readonly suspendedBecause: string | null;
  readonly faults: readonly RecordFault[];
}

/** When treatment to cure ended, and whether the cancer is back. */
export function courseOf(
  record: RecordRows,
  diagnoses: readonly CancerFact[],
  filled: readonly FilledFact[],
  today: Day,
): Course {
  const treatments = treatmentsOf(record, today).filter(({ status }) => status !== 'planned');
  const bounded = treatments.filter((treatment) => !isForYears(treatment));
  const running = bounded.filter((treatment) => treatment.kind !== 'surgery' && treatment.status === 'under way');
  const faults = running.flatMap((treatment) => forgotten(record, treatment, today));
  const said = filled.find(({ key }) => key === 'end-of-treatment')?.text ?? null;
  const blocking = running[0];
  const known = lastOf(bounded, today);
  const unended = bounded.find((treatment) => isOverLater(record, treatment, known));
  const end = said ?? (blocking === undefined && unended === undefined ? known : null);
  const local = bounded.filter(({ kind }) => kind === 'surgery' || kind === 'radiation');
  return {
    intent: intentOf(treatments, diagnoses, filled),
    endOfTreatment: end,
    noEndBecause: end === null ? noEnd(treatments.length, blocking, unended) : null,
    localTreatmentEnd: lastOf(local, today),
    radiationEnd: lastOf(
      local.filter(({ kind }) => kind === 'radiation'),
      today,
    ),
    suspendedBecause: suspension(record, diagnoses, end),
    faults,
  };
}

function noEnd(count: number, blocking: Treatment | undefined, unended: Treatment | undefined): string {
  if (count === 0) return 'No treatment is recorded.';
  const since = blocking?.startedOn == null ? '' : ` since ${dayInWords(blocking.startedOn)}`;
  if (blocking !== undefined) return `${blocking.name} is recorded as under way${since}.`;
  if (unended !== undefined) return `${unended.name} is recorded as over, but not since when.`;
  return 'No treatment is recorded with the day it ended.';
}

/** Over without a day, and something of it after all days that are known: the end is later than they tell. */
function isOverLater(record: RecordRows, treatment: Treatment, known: Day | null): boolean {
  if (treatment.kind !== 'systemic' || treatment.endedOn !== null || known === null) return false;
  const last = lastOfMedicine(record, treatment);
  return ['completed', 'stopped'].includes(treatment.status) && last !== null && last > known;
}

/** The last day on which something of it was given or ordered. */
function lastOfMedicine(record: RecordRows, { doses, startedOn }: Treatment): Day | null {
  const days = record
    .rows('medicationUses')
    .filter((row) => doses.some(({ name }) => name === row.display))
    .flatMap(({ started_on: day }) => day ?? []);
  return days.length > 0 ? latestOf(...days) : startedOn;
}

function lastOf(treatments: readonly Treatment[], today: Day): Day | null {
  const ends = treatments.flatMap((treatment) => endOf(treatment, today) ?? []);
  return ends.length === 0 ? null : latestOf(...ends);
}

/** Endocrine therapy and maintenance go on for years, as tablets or implants; follow-up begins beside them. */
export const isForYears = ({ doses, name }: Treatment) =>
  doses.length > 0 ? doses.every((dose) => isLongTerm(substanceOf(dose.name))) : isLongTerm(substanceOf(name));

/** The last day of what is over. A day to come, or before the beginning, is no day to count from. */
function endOf({ kind, status, startedOn, endedOn }: Treatment, today: Day): Day | null {
  if (status === 'under way' || status === 'on hold') return null;
  const end = endedOn ?? (kind === 'systemic' ? null : startedOn);
  if (end === null || end > today) return null;
  return startedOn !== null && end < startedOn ? null : end;
}

function forgotten(record: RecordRows, treatment: Treatment, today: Day): RecordFault[] {
  const given = record
    .rows('medicationUses')
    .filter(
      (row) =>
        row.source_type === 'MedicationAdministration' && treatment.doses.some(({ name }) => name === row.display),
    )
    .flatMap(({ started_on }) => started_on ?? []);
  const last = given.length > 0 ? latestOf(...given) : treatment.startedOn;
  if (last === null || daysBetween(last, today) < FORGOTTEN_DAYS) return [];
  return [
    {
      kind: 'treatment-without-end',
      text: `${treatment.name} is recorded as under way, but nothing of it since ${dayInWords(last)}: say when it ended.`,
      rowId: treatment.id,
    },
  ];
}

const CURATIVE = /curative|cure|adjuvant/i;
const PALLIATIVE = /palliat|life-prolong/i;
/** Words for a cancer that grows or returns, and not "no evidence of recurrence" or "relapse-free". */
const GROWING =
  /(?<!\b(?:no|not|without)(?: (?:any|new|clinical|definite|local|distant|evidence|signs?|of|or|disease|cancer|tumou?r|recurren\w+|progressive))* )(?:progressive|progression of|worsen|recurren|relaps)(?!\w*-free)/i;

function intentOf(
  treatments: readonly Treatment[],
  diagnoses: readonly CancerFact[],
  filled: readonly FilledFact[],
): Course['intent'] {
  const said = filled.find(({ key }) => key === 'intent')?.text;
  if (said === 'curative' || said === 'palliative') return said;
  const intents = treatments.flatMap(({ intent }) => intent ?? []);
  if (intents.some((intent) => PALLIATIVE.test(intent))) return 'palliative';
  if (intents.some((intent) => CURATIVE.test(intent))) return 'curative';
  return diagnoses.some((diagnosis) => diagnosis.secondary || isStageFour(diagnosis)) ? 'palliative' : null;
}

/** Lymphoma is treated to cure in stage IV too. */
const isStageFour = ({ stage, cancer }: CancerFact) => stage === 'IV' && cancer !== 'lymphoma';

/** A return of the cancer, or disease that was never to be cured: the plan must not run on as if nothing were. */
function suspension(record: RecordRows, diagnoses: readonly CancerFact[], end: Day | null): string | null {
  const back = diagnoses.find(({ status }) => status === 'recurrence' || status === 'relapse');
  if (back) return `A recurrence of ${back.site} is recorded.`;
  const spread = diagnoses.find(({ secondary, text }) => secondary || tellsMetastasis(text));
  if (spread) return `A metastasis is recorded: ${spread.text}.`;
  const four = diagnoses.find(isStageFour);
  if (four) return `Stage IV disease is recorded: ${four.text}.`;
  const [judged] = record
    .rows('oncologyObservations')
    .filter(({ category }) => category === 'disease-status')
    .toSorted(newestFirst((row) => row.effective_at));
  const words = `${judged?.value_text ?? ''} ${judged?.display ?? ''} ${judged?.value_code ?? ''}`;
  const on = judged?.effective_at?.slice(0, 10);
  if (on !== undefined && end !== null && on > end && GROWING.test(words))
    return `The oncologist judged on ${dayInWords(on)} that the cancer is growing.`;
  return null;
}

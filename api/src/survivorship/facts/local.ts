import { sourceOf, type ChartRow, type RecordRows } from '#api/chart/index.ts';
import { fieldsOf } from '../data/volumes.ts';
import type { Organ } from '../rule.ts';
import { emptyFact } from './cancers.ts';
import type { Fact, FilledFact, RadiationFact, SurgeryFact } from './facts.ts';

type ProcedureRow = ChartRow<'procedures'>;

const CENTIGRAY_PER_GRAY = 100;
const DONE = (row: ProcedureRow) => !['entered-in-error', 'not-done', 'preparation'].includes(row.status ?? '');

/** By which words of one phrase an organ is gone altogether, and by which it is not; from memory, for the centre to review. */
const REMOVALS: readonly [Organ, gone: RegExp, stays: RegExp][] = [
  [
    'breast',
    /(bilateral|both|double).*mastectom|mastectom.*(bilateral|both)/,
    /partial|segmental|(left|right) (modified |simple |total |radical )*mastectom/,
  ],
  ['cervix', /hysterectom|trachelectom/, /supracervical|subtotal/],
  ['colon', /proctocolectom|total (abdominal |laparoscopic )*colectom/, /sub-?total/],
  ['prostate', /prostatectom/, /transurethral|simple|partial/],
];

function removedBy(words: string): Organ[] {
  const phrases = words.toLowerCase().split(/[,;]/);
  return REMOVALS.filter(([, gone, stays]) => phrases.some((phrase) => gone.test(phrase) && !stays.test(phrase))).map(
    ([organ]) => organ,
  );
}

export function surgeryFacts(record: RecordRows): SurgeryFact[] {
  return record
    .rows('procedures')
    .filter((row) => row.kind === 'surgery' && DONE(row))
    .toSorted(byDay)
    .map((row) => {
      // The side and the site go before, so that they belong to what was done there.
      const operation = [row.laterality, row.body_site, row.display].join(' ');
      return {
        ...emptyFact(row.id),
        text: [row.display, row.outcome].filter(Boolean).join(': '),
        on: row.started_on,
        source: sourceOf(record, row),
        removed: removedBy(`${operation}, ${row.outcome ?? ''}`),
      };
    });
}

/** Each treated volume of each course; a course without volumes is one. Dose in Gy. */
export function radiationFacts(record: RecordRows, filled: readonly FilledFact[]): RadiationFact[] {
  const doses = record.rows('radiotherapyDoses');
  return record
    .rows('procedures')
    .filter((row) => row.kind === 'radiation' && DONE(row))
    .toSorted(byDay)
    .flatMap((row) => {
      const volumes = doses.filter(({ procedure_id }) => procedure_id === row.id);
      const course = { id: row.id, volume: row.body_site ?? row.display, dose_cgy: null, fractions: row.sessions };
      return (volumes.length > 0 ? volumes : [course]).map(({ id, volume, dose_cgy: dose, fractions }) => {
        const said = filled.find(({ key, value }) => key === `radiation:${id}` && value !== null);
        const doseGy = dose === null ? (said?.value ?? null) : dose / CENTIGRAY_PER_GRAY;
        const site = [volume, volume === row.body_site ? row.laterality : null].filter(Boolean).join(', ');
        return {
          ...emptyFact(id),
          text: [site, doseGy === null ? null : `${doseGy} Gy`, fractions === null ? null : `${fractions} fractions`]
            .filter((part) => part !== null)
            .join(', '),
          value: doseGy,
          unit: doseGy === null ? null : 'Gy',
          on: row.started_on,
          source: sourceOf(record, row),
          filledInBy: dose === null ? (said?.by ?? null) : null,
          site,
          fields: fieldsOf(`${row.laterality ?? ''} ${site}`),
          doseGy,
          fractions,
          endedOn: row.ended_on ?? row.started_on,
        };
      });
    });
}

export const transplantFacts = (record: RecordRows): Fact[] =>
  record
    .rows('procedures')
    .filter((row) => row.kind === 'transplant' && DONE(row))
    .toSorted(byDay)
    .map((row) => ({
      ...emptyFact(row.id),
      text: [row.display, row.outcome].filter(Boolean).join(': '),
      on: row.started_on,
      source: sourceOf(record, row),
    }));

const byDay = (a: ProcedureRow, b: ProcedureRow) => (a.started_on ?? '').localeCompare(b.started_on ?? '');

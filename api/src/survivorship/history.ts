import { sourceOf, type ChartRow, type RecordRows, type RowSetName } from '#api/chart/index.ts';
import { partsOf, recognize, type Catalogue } from '#api/duplicate-tests/index.ts';
import type { RowSource } from '#api/graphql/shared.types.ts';
import { shownNumber, shownUnit } from '#api/units/index.ts';
import { dayIn, type Day } from './calendar.ts';
import { vaccineKey } from './data/vaccines.ts';
import type { RuleSet } from './rule.ts';

/** Something that was done, at whatever institution. */
export interface PastEvent {
  readonly id: string;
  readonly on: Day;
  /** What it counts as: test families, `vaccine:…`, `visit:…`. */
  readonly keys: readonly string[];
  readonly name: string;
  /** The value or conclusion as it is read. Empty: none. */
  readonly value: string;
  readonly institution: string;
  readonly source: RowSource;
}

const TESTS = ['testReports', 'imagingStudies', 'testProcedures'] as const;
const ELSE = ['immunizations', 'visits', 'scores', 'oncologyObservations'] as const;
/** The rows that tell which tests were done, of families that a caller names. */
export const TEST_SETS = ['testObservations', ...TESTS] as const satisfies readonly RowSetName[];
/** The rows that tell what was done of all that plans ask for. */
export const HISTORY_SETS = ['planObservations', ...TESTS, ...ELSE] as const satisfies readonly RowSetName[];
/** The rows that tell what was done of the lines of a page. */
export const DUE_SETS = ['dueObservations', ...TESTS, ...ELSE] as const satisfies readonly RowSetName[];

/** Families whose values are not done-by keys of a rule and yet needed: body surface, ejection fraction. */
const MEASURED = ['body-height', 'body-weight', 'body-surface-area'];

/** Test families that a statement reads for these rules, besides those of signed lines. */
export const familiesOf = ({ rules }: RuleSet): string[] => [
  ...new Set([...MEASURED, ...rules.flatMap(({ doneBy }) => doneBy.flatMap(({ keys }) => keys))]),
];

const NOT_DONE = new Set([
  'cancelled',
  'entered-in-error',
  'not-done',
  'aborted',
  'stopped',
  'revoked',
  'rejected',
  'registered',
  'preparation',
  'planned',
  'arrived',
  'noshow',
]);

type HistorySet = (typeof HISTORY_SETS | typeof DUE_SETS | typeof TEST_SETS)[number];
const OBSERVATION_SETS = ['planObservations', 'dueObservations', 'testObservations'] as const;

/**
 * What the record tells was done, oldest first. Days to come were not done.
 * @param sets the rows that count; standard: all that tell what was done
 */
export function pastEvents(
  record: RecordRows,
  catalogue: Catalogue,
  zone: string,
  sets: readonly HistorySet[] = HISTORY_SETS,
): PastEvent[] {
  const today = dayIn(zone, record.now);
  const rows = <Name extends HistorySet>(name: Name) => (sets.includes(name) ? record.rows(name) : []);
  const event = (
    row: Parameters<typeof sourceOf>[1] & { id: string; status: string | null },
    at: string | null,
    name: string,
    keys: readonly (string | undefined)[],
    value: string | null = null,
    institution: string | null = null,
  ): PastEvent[] => {
    const known = keys.filter((key) => key !== undefined);
    if (at === null || known.length === 0 || NOT_DONE.has(row.status ?? '')) return [];
    const on = at.length === 10 ? at : dayIn(zone, new Date(at));
    if (on > today) return [];
    const source = sourceOf(record, row);
    return [{ id: row.id, on, keys: known, name, value: value ?? '', institution: institution ?? source.name, source }];
  };
  const tested = (name: string, system: string | null = null, code: string | null = null) => [
    ...keysOf(name, system, code, catalogue),
    ...screened(name),
  ];
  return [
    ...OBSERVATION_SETS.flatMap(rows).flatMap((row) =>
      event(
        row,
        row.effective_precision === 'year' ? null : (row.effective_at ?? row.issued_at),
        row.display,
        measured(row, catalogue),
        valueOf(row),
        row.performer_name,
      ),
    ),
    ...rows('testReports').flatMap((row) =>
      event(
        row,
        row.effective_at ?? row.issued_at,
        row.display,
        tested(row.display, row.code_system, row.code),
        row.conclusion,
        row.performer_name,
      ),
    ),
    ...rows('imagingStudies').flatMap((row) => {
      const name = row.description ?? [row.modality, row.body_site].filter(Boolean).join(' ');
      return event(row, row.started_at, name, tested(name));
    }),
    ...rows('testProcedures').flatMap((row) =>
      event(row, row.started_on, row.display, tested(row.display, row.code_system, row.code), row.outcome),
    ),
    ...rows('immunizations').flatMap((row) =>
      event(
        row,
        row.given_precision === 'year' ? null : row.given_on,
        row.display,
        [vaccineKey(row.code)],
        null,
        row.performer_name,
      ),
    ),
    ...rows('visits').flatMap((row) => {
      const name = row.display ?? 'Visit';
      const about = [name, row.reason, row.practitioner_name, row.location_name, row.organization_name].join(' ');
      const place = row.organization_name ?? row.location_name;
      return event(row, row.started_at, name, [...tested(name), visitKey(row.class, about)], row.reason, place);
    }),
    ...rows('scores').flatMap((row) =>
      event(row, row.effective_at, row.display, [SCORES[row.code ?? '']], valueOf(row)),
    ),
    // The oncologist judges the disease at a visit; not every sender sends the visit too.
    ...rows('oncologyObservations')
      .filter(({ category }) => category === 'disease-status')
      .flatMap((row) =>
        event(row, row.effective_at, 'Oncology visit, disease judged', [VISITS.oncology], row.value_text),
      ),
  ].toSorted((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
}

/** LOINC codes of questionnaire totals. */
export const SCORES: Readonly<Record<string, string>> = { '44261-6': 'phq-9', '70274-6': 'gad-7' };

/** Tests that no family of the duplicate check knows, by their words. */
export const SCREENED: readonly [RegExp, string][] = [
  [/\bpap\b|cervical (cytolog|smear)|cytolog\w* cervi/i, 'cervical-cytology'],
  [/\bhpv\b(?!.*vaccin)|human papilloma\s?virus (dna|rna|test)/i, 'hpv-test'],
];
/** Visits, by whose they are. */
export const VISITS = { oncology: 'visit:oncology', 'primary-care': 'visit:primary-care' } as const;

const screened = (name: string) => SCREENED.filter(([form]) => form.test(name)).map(([, key]) => key);

const OUTPATIENT = new Set(['AMB', 'ambulatory', 'VR', 'HH', 'outpatient', 'Outpatient']);
const ONCOLOGY = /oncolog|h(a)?ematolog|cancer|tumou?r|radiotherap|radiation therap/i;

function visitKey(kind: string | null, about: string): string | undefined {
  if (!OUTPATIENT.has(kind ?? '')) return undefined;
  return ONCOLOGY.test(about) ? VISITS.oncology : VISITS['primary-care'];
}

function keysOf(text: string, system: string | null, code: string | null, catalogue: Catalogue): readonly string[] {
  const known = recognize({ system, code, text }, catalogue);
  return known.found === 'one' ? known.parts : [];
}

function measured(row: ChartRow<'testObservations'>, catalogue: Catalogue): readonly string[] {
  const known = row.family === null ? undefined : catalogue.families.get(row.family);
  if (known) return partsOf(known);
  return row.family === null ? keysOf(row.display, row.code_system, row.code, catalogue) : [row.family];
}

function valueOf(row: { value_number: number | null; value_text: string | null; unit: string | null }): string {
  if (row.value_text !== null) return row.value_text;
  if (row.value_number === null) return '';
  const shown = shownNumber(row.value_number);
  return [shown, shownUnit(row.unit)].filter(Boolean).join(' ');
}

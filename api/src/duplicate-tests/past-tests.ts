import type { Chart, ChartRow } from '#api/chart/index.ts';
import { readUnit, shownNumber, shownUnit } from '#api/units/index.ts';
import { partsOf, type Catalogue } from './catalogue.ts';
import { dayIn } from './calendar.ts';
import { DICOM_MODALITIES } from './data/imaging.ts';
import { flagInWords, flagOf } from './flag.ts';
import type { PastTest } from './history.ts';
import { momentOf } from './planned-tests.ts';
import { isPending } from './priors.ts';
import { familiesOf } from './recognize.ts';
import { contrastIn, lateralityIn } from './words.ts';

/** Everything of the chart that says that a test was done: values, reports, studies and procedures. */
export function pastTests(chart: Chart, catalogue: Catalogue): PastTest[] {
  const observed = told(chart.rows('testObservations'), (row) => measuredTest(chart, row, catalogue), catalogue);
  const measured = observed.filter((test) => !isHeading(test));
  const answers = ({ at }: PastTest, family: string) => `${family} ${at === undefined ? '' : dayIn(at, chart.zone)}`;
  const answered = new Set(measured.flatMap((test) => test.families.map((family) => answers(test, family))));
  // A panel's heading or report says nothing beside its values: a part without one did not come, unless it still may.
  const saysNothing = (test: PastTest) =>
    !isPending(test) &&
    test.families.some((family) => !isSeen(family, catalogue) && answered.has(answers(test, family)));
  const others = [
    ...observed.filter(isHeading),
    ...reports(chart, catalogue),
    ...studies(chart, catalogue),
    ...procedures(chart, catalogue),
  ]
    .filter((test) => !saysNothing(test))
    .map((test) => ({ ...test, families: test.families.filter((family) => !answered.has(answers(test, family))) }));
  const inHospital = staysOf(chart);
  return [...measured, ...others]
    .filter(({ families }) => families.length > 0)
    .map((test) => ({ ...test, inpatient: inHospital(test.at) }));
}

/** A panel without a word of its own. */
const isHeading = ({ families, text }: PastTest): boolean => families.length > 1 && text === '';

/** Rows as tests, without the panels that are measured and whose parts are told apart: whatever they lack did not come. */
const told = <Row extends { readonly told_by_parts: boolean }>(
  rows: readonly Row[],
  read: (row: Row) => PastTest,
  catalogue: Catalogue,
): PastTest[] =>
  rows.flatMap((row) => {
    const test = read(row);
    const isPanel = test.families.length > 1 && !test.families.some((family) => isSeen(family, catalogue));
    return isPanel && row.told_by_parts && !isPending(test) ? [] : [test];
  });

/** Of a test that is looked at and not measured, each part has a report and not a value. */
function isSeen(family: string, catalogue: Catalogue): boolean {
  const group = catalogue.families.get(family)?.group;
  return group === 'imaging' || group === 'procedure';
}

function staysOf(chart: Chart): (at: Date | undefined) => boolean {
  const stays = chart
    .rows('hospitalStays')
    .map((stay) => ({ from: momentOf(stay.started_at), to: momentOf(stay.ended_at) }));
  return (at) =>
    at !== undefined &&
    stays.some(({ from, to }) => from !== undefined && from <= at && (to === undefined || at <= to));
}

function measuredTest(chart: Chart, row: ChartRow<'testObservations'>, catalogue: Catalogue): PastTest {
  const known = row.family === null ? undefined : catalogue.families.get(row.family);
  const shown = row.value_text ?? (row.value_number === null ? '' : shownNumber(row.value_number));
  const precision = row.effective_precision;
  const families = known
    ? partsOf(known)
    : familiesOf({ system: row.code_system, code: row.code, text: row.display }, catalogue);
  const group = catalogue.families.get(families[0] ?? '')?.group;
  const ucum = row.unit === null ? null : (readUnit(row.unit) ?? null);
  return {
    ...common(chart, row, row.body_site),
    families,
    at: momentOf(row.effective_at) ?? momentOf(row.issued_at),
    precision: row.effective_at !== null && (precision === 'year' || precision === 'month') ? precision : 'day',
    text: [shown, shownUnit(row.unit), row.note].filter(Boolean).join(' '),
    value: row.value_number,
    unit: row.unit,
    ucum,
    referenceLow: row.reference_low,
    referenceHigh: row.reference_high,
    flag: flagOf(row, group, row.unit === null || ucum !== null),
    institution: row.performer_name ?? chart.sourceName(row.source_system),
  };
}

const common = (
  chart: Chart,
  row: { id: string; display: string; status: string | null; source_system: string },
  site: string | null,
) => ({
  id: row.id,
  name: row.display,
  status: row.status,
  laterality: lateralityIn(`${row.display} ${site ?? ''}`),
  contrast: contrastIn(row.display),
  inpatient: false,
  precision: 'day' as const,
  value: null,
  unit: null,
  ucum: null,
  referenceLow: null,
  referenceHigh: null,
  flag: null,
  institution: chart.sourceName(row.source_system),
});

const reports = (chart: Chart, catalogue: Catalogue): PastTest[] =>
  told(
    chart.rows('testReports'),
    (row) => {
      const families = familiesOf({ system: row.code_system, code: row.code, text: row.display }, catalogue);
      const text = row.conclusion ?? '';
      return {
        ...common(chart, row, null),
        families,
        at: momentOf(row.effective_at) ?? momentOf(row.issued_at),
        text,
        flag: flagInWords(text, catalogue.families.get(families[0] ?? '')?.group),
        institution: row.performer_name ?? chart.sourceName(row.source_system),
      };
    },
    catalogue,
  );

const studies = (chart: Chart, catalogue: Catalogue): PastTest[] =>
  chart.rows('imagingStudies').map((row) => {
    const modality = (row.modality ?? '').replaceAll(/\w+/g, (code) => DICOM_MODALITIES[code] ?? code);
    const site = [modality, row.body_site].filter(Boolean).join(' ');
    const display = row.description ?? site;
    const inWords = familiesOf({ text: display }, catalogue);
    const families = inWords.length > 0 ? inWords : familiesOf({ text: `${site} ${display}` }, catalogue);
    return {
      ...common(chart, { ...row, display }, row.body_site),
      families: families.filter((family) => isSeen(family, catalogue)),
      at: momentOf(row.started_at),
      text: '',
    };
  });

const procedures = (chart: Chart, catalogue: Catalogue): PastTest[] =>
  chart.rows('testProcedures').map((row) => ({
    ...common(chart, row, `${row.body_site ?? ''} ${row.laterality ?? ''}`),
    families: familiesOf(
      { system: row.code_system, code: row.code, text: row.display },
      catalogue,
      row.body_site ?? undefined,
    ),
    at: momentOf(row.started_on),
    precision: row.started_precision ?? 'day',
    text: row.outcome ?? '',
  }));

import type * as fhir4 from 'fhir/r4';
import { isoTime, workdayAfter, type Day } from '#seeds/days.ts';
import { hash32, noise } from '#seeds/random.ts';
import { ANALYTES, forSex, type Analyte, type AnalyteKey } from './analytes.ts';
import { concept, hl7, LOINC, mcode, UCUM, usCore } from './codes.ts';
import type { Chart } from './chart.ts';
import { clinician, organizationReference } from './directory.ts';

type Keyframes = readonly number[];
type Values = Partial<Record<AnalyteKey, number>>;

const laboratory = concept(hl7('observation-category'), 'laboratory', 'Laboratory');

/** Value at a fraction (0–1) of the way through keyframes that are spread evenly. */
export function along(frames: Keyframes, fraction: number): number {
  const position = Math.min(Math.max(fraction, 0), 1) * (frames.length - 1);
  const i = Math.min(Math.floor(position), frames.length - 2);
  return frames.length === 1 ? frames[0]! : frames[i]! + (frames[i + 1]! - frames[i]!) * (position - i);
}

/** Days in order, once each, none after the patient's last day. */
function past(chart: Chart, days: readonly Day[]): Day[] {
  return [...new Set(days)].filter((day) => day <= chart.lastDay).toSorted((a, b) => a - b);
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function flagOf(analyte: Analyte, value: number, low?: number, high?: number): [code: string, display: string] {
  if (analyte.criticalLow !== undefined && value < analyte.criticalLow) {
    return ['LL', 'Critical low'];
  }
  if (analyte.criticalHigh !== undefined && value > analyte.criticalHigh) {
    return ['HH', 'Critical high'];
  }
  return low !== undefined && value < low
    ? ['L', 'Low']
    : high !== undefined && value > high
      ? ['H', 'High']
      : ['N', 'Normal'];
}

/** One laboratory result, coded as the laboratory of the present feed codes it. */
function result(chart: Chart, key: AnalyteKey, day: Day, exact: number): fhir4.Observation {
  const analyte: Analyte = ANALYTES[key];
  const value = rounded(Math.max(exact, 0), analyte.decimals);
  const low = forSex(analyte.low, chart.facts.sex);
  const high = forSex(analyte.high, chart.facts.sex);
  const outside = chart.source !== 'centre';
  const quantity = (amount: number): fhir4.Quantity => ({
    value: amount,
    unit: analyte.unit,
    system: UCUM,
    code: analyte.ucum,
  });
  return chart.add<fhir4.Observation>(
    {
      resourceType: 'Observation',
      status: 'final',
      category: [laboratory],
      code: concept(LOINC, (outside && analyte.local) || analyte.loinc, analyte.display),
      subject: chart.subject,
      effectiveDateTime: chart.time(day, chart.source),
      issued: isoTime(day, 19 * 60 + (hash32(`${chart.id}${key}`) % 180)),
      performer: [organizationReference(outside && chart.facts.gp ? clinician(chart.facts.gp).at : 'three-rivers')],
      valueQuantity: quantity(value),
      interpretation: [concept(hl7('v3-ObservationInterpretation'), ...flagOf(analyte, value, low, high))],
      ...((low !== undefined || high !== undefined) && {
        referenceRange: [
          { ...(low !== undefined && { low: quantity(low) }), ...(high !== undefined && { high: quantity(high) }) },
        ],
      }),
    },
    {
      key: `lab-${key.toLowerCase()}`,
      on: day,
      profile: analyte.tumorMarker ? mcode('tumor-marker-test') : usCore('observation-lab'),
    },
  );
}

const PANELS = {
  cbc: ['58410-2', 'Complete blood count panel'],
  metabolic: ['24323-8', 'Comprehensive metabolic panel'],
  lipids: ['57698-3', 'Lipid panel'],
} as const;

function panel(chart: Chart, name: keyof typeof PANELS, day: Day, values: Values): void {
  const results = (Object.entries(values) as [AnalyteKey, number][]).map(([key, value]) =>
    result(chart, key, day, value),
  );
  const [code, display] = PANELS[name];
  chart.add<fhir4.DiagnosticReport>(
    {
      resourceType: 'DiagnosticReport',
      status: 'final',
      category: [concept(hl7('v2-0074'), 'LAB', 'Laboratory')],
      code: concept(LOINC, code, display),
      subject: chart.subject,
      effectiveDateTime: chart.time(day, chart.source),
      performer: results[0]!.performer!,
      result: results.map((r) => chart.reference(r)),
    },
    { key: `panel-${name}`, on: day },
  );
}

/** Exact results, each on its day: the way to tell a tumour marker's story. */
export function points(chart: Chart, key: AnalyteKey, series: readonly (readonly [Day, number])[]): void {
  for (const [told, value] of series) {
    const day = workdayAfter(told);
    if (day <= chart.lastDay) {
      result(chart, key, day, value);
    }
  }
}

/** Results that drift along keyframes, with the test's own measurement noise. */
export function drift(chart: Chart, key: AnalyteKey, days: readonly Day[], frames: Keyframes): void {
  const when = past(chart, days);
  when.forEach((day, i) => result(chart, key, day, wobble(chart, key, i, along(frames, fractionOf(when, i)))));
}

/** Keyframes are spread over the draws, not over the calendar: as many frames as draws means one frame each. */
function fractionOf(days: readonly Day[], i: number): number {
  return days.length > 1 ? i / (days.length - 1) : 0;
}

function wobble(chart: Chart, key: AnalyteKey, i: number, value: number): number {
  return value * (1 + ANALYTES[key].spread * noise(`${chart.id}${chart.source}${key}${i}`));
}

interface MarrowFacts {
  on: readonly Day[];
  /** Days on which myelosuppressive treatment was given. */
  doses?: readonly Day[];
  /** Share of the neutrophils lost at the nadir, 0–1. */
  depth?: number;
  /** Hemoglobin lost with each dose (g/dL); half of it is back in two months after the last. */
  anaemia?: number;
  growthFactor?: boolean;
  base?: { wbc?: number; hemoglobin?: number; platelets?: number };
  /** Slow change of hemoglobin over the whole series: the disease's own. */
  hemoglobin?: Keyframes;
}

/** Suppression of the marrow after a dose, as a share of its deepest: nadir at day 10–12, recovered by day 28. */
const NADIR: readonly (readonly [day: number, share: number])[] = [
  [0, 0],
  [4, 0.15],
  [9, 0.85],
  [11, 1],
  [15, 0.6],
  [21, 0.12],
  [28, 0],
];

function suppression(sinceDose: number): number {
  if (sinceDose < 0) {
    return 0;
  }
  const i = NADIR.findIndex(([day]) => day >= sinceDose);
  if (i <= 0) {
    return 0;
  }
  const [d0, s0] = NADIR[i - 1]!;
  const [d1, s1] = NADIR[i]!;
  return s0 + ((s1 - s0) * (sinceDose - d0)) / (d1 - d0);
}

/** Blood counts that fall and recover with treatment. */
export function bloodCounts(chart: Chart, facts: MarrowFacts): void {
  const when = past(chart, facts.on);
  const doses = facts.doses ?? [];
  const sex = chart.facts.sex;
  const base = {
    wbc: facts.base?.wbc ?? ANALYTES.wbc.usual,
    hemoglobin: facts.base?.hemoglobin ?? forSex(ANALYTES.hemoglobin.usual, sex)!,
    platelets: facts.base?.platelets ?? ANALYTES.platelets.usual,
  };
  when.forEach((day, i) => {
    const before = doses.filter((dose) => dose <= day);
    const since = before.length > 0 ? day - before.at(-1)! : 1000;
    const low = suppression(since) * (facts.depth ?? 0.7) * (facts.growthFactor ? 0.8 : 1);
    // Growth factor empties the marrow's reserve first and makes the count overshoot when it recovers.
    const surge = facts.growthFactor ? (since >= 2 && since <= 5 ? 2.6 : since >= 12 && since <= 16 ? 1.7 : 1) : 1;
    const neutrophils = wobble(chart, 'neutrophils', i, base.wbc * 0.61 * (1 - low) * surge);
    const wbc = neutrophils + base.wbc * 0.39 * (1 - low * 0.35);
    const back = before.length > 0 ? 0.5 ** (Math.max(0, since - 21) / 60) : 0;
    const own = facts.hemoglobin ? along(facts.hemoglobin, fractionOf(when, i)) : base.hemoglobin;
    const hemoglobin = Math.max(
      7.2,
      wobble(chart, 'hemoglobin', i, own - Math.min(before.length * (facts.anaemia ?? 0.25), 3.6) * back),
    );
    const platelets = wobble(chart, 'platelets', i, base.platelets * (1 - low * 0.55));
    panel(chart, 'cbc', day, { wbc, neutrophils, hemoglobin, hematocrit: hemoglobin * 2.98, platelets });
  });
}

/** Counts that are known exactly: [day, leukocytes, neutrophils, hemoglobin, platelets]. */
export function exactCounts(chart: Chart, rows: readonly (readonly [Day, number, number, number, number])[]): void {
  for (const [day, wbc, neutrophils, hemoglobin, platelets] of rows) {
    if (day <= chart.lastDay) {
      panel(chart, 'cbc', day, { wbc, neutrophils, hemoglobin, hematocrit: hemoglobin * 2.98, platelets });
    }
  }
}

/** CKD-EPI 2021, from creatinine in mg/dL. */
function filtration(creatinine: number, age: number, sex: 'female' | 'male'): number {
  const [kappa, alpha, factor] = sex === 'female' ? ([0.7, -0.241, 1.012] as const) : ([0.9, -0.302, 1] as const);
  const ratio = creatinine / kappa;
  return 142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age * factor;
}

const METABOLIC = [
  'sodium',
  'potassium',
  'creatinine',
  'urea',
  'glucose',
  'calcium',
  'albumin',
  'alt',
  'ast',
  'alp',
  'bilirubin',
] as const;

/** A metabolic panel on each day; what the illness or its treatment moves is given as keyframes. */
export function chemistry(
  chart: Chart,
  on: readonly Day[],
  move: Partial<Record<(typeof METABOLIC)[number], Keyframes>> = {},
): void {
  const when = past(chart, on);
  when.forEach((day, i) => {
    const fraction = fractionOf(when, i);
    const values: Values = {};
    for (const key of METABOLIC) {
      values[key] = wobble(
        chart,
        key,
        i,
        along(move[key] ?? [forSex(ANALYTES[key].usual, chart.facts.sex)!], fraction),
      );
    }
    values.egfr = Math.min(filtration(rounded(values.creatinine!, 2), chart.ageOn(day), chart.facts.sex), 120);
    panel(chart, 'metabolic', day, values);
  });
}

export function lipids(chart: Chart, on: readonly Day[], ldl: Keyframes): void {
  const when = past(chart, on);
  when.forEach((day, i) => {
    const low = wobble(chart, 'ldl', i, along(ldl, fractionOf(when, i)));
    const hdl = wobble(chart, 'hdl', i, ANALYTES.hdl.usual);
    const triglycerides = wobble(chart, 'triglycerides', i, ANALYTES.triglycerides.usual);
    panel(chart, 'lipids', day, { cholesterol: low + hdl + triglycerides / 5, ldl: low, hdl, triglycerides });
  });
}

import type * as fhir4 from 'fhir/r4';
import { isoDate, type Day } from '#seeds/days.ts';
import { noise } from '#seeds/random.ts';
import { coded, concept, hl7, LOINC, SNOMED, UCUM, usCore } from './codes.ts';
import type { Chart } from './chart.ts';
import { along } from './results.ts';

const vitalSigns = concept(hl7('observation-category'), 'vital-signs', 'Vital Signs');
const survey = concept(hl7('observation-category'), 'survey', 'Survey');
const imaging = concept(hl7('observation-category'), 'imaging', 'Imaging');

interface VitalFacts {
  on: readonly Day[];
  /** Kilograms. */
  weight: readonly number[];
  systolic?: readonly number[];
  diastolic?: readonly number[];
  heartRate?: readonly number[];
  saturation?: readonly number[];
}

const quantity = (value: number, unit: string, code = unit): fhir4.Quantity => ({ value, unit, system: UCUM, code });

/** Blood pressure, pulse, weight and body-mass index at each visit. */
export function vitals(chart: Chart, facts: VitalFacts): void {
  const days = [...new Set(facts.on)].filter((day) => day <= chart.lastDay).toSorted((a, b) => a - b);
  const first = days[0] ?? 0;
  const steps = Math.max(days.length - 1, 1);
  const visit = (day: Day, key: string, loinc: string, display: string, value: Partial<fhir4.Observation>) =>
    chart.add<fhir4.Observation>(
      {
        resourceType: 'Observation',
        status: 'final',
        category: [vitalSigns],
        code: concept(LOINC, loinc, display),
        subject: chart.subject,
        effectiveDateTime: chart.time(day, `vital${chart.source}`),
        ...value,
      },
      { key, on: day, profile: usCore(key) },
    );
  days.forEach((day, i) => {
    const at = (frames: readonly number[], spread: number, name: string) =>
      along(frames, i / steps) + spread * noise(`${chart.id}${chart.source}${name}${i}`);
    const systolic = Math.round(at(facts.systolic ?? [124], 5, 'sys'));
    const diastolic = Math.round(at(facts.diastolic ?? [76], 4, 'dia'));
    const weight = Number(at(facts.weight, 0.5, 'kg').toFixed(1));
    visit(day, 'blood-pressure', '85354-9', 'Blood pressure', {
      component: [
        {
          code: concept(LOINC, '8480-6', 'Systolic blood pressure'),
          valueQuantity: quantity(systolic, 'mmHg', 'mm[Hg]'),
        },
        {
          code: concept(LOINC, '8462-4', 'Diastolic blood pressure'),
          valueQuantity: quantity(diastolic, 'mmHg', 'mm[Hg]'),
        },
      ],
    });
    visit(day, 'heart-rate', '8867-4', 'Heart rate', {
      valueQuantity: quantity(Math.round(at(facts.heartRate ?? [76], 5, 'hr')), '/min'),
    });
    visit(day, 'body-weight', '29463-7', 'Body weight', { valueQuantity: quantity(weight, 'kg') });
    visit(day, 'bmi', '39156-5', 'Body mass index', {
      valueQuantity: quantity(Number((weight / (chart.facts.height / 100) ** 2).toFixed(1)), 'kg/m2'),
    });
    if (facts.saturation) {
      visit(day, 'pulse-oximetry', '59408-5', 'Oxygen saturation', {
        valueQuantity: quantity(Math.round(at(facts.saturation, 0.8, 'spo2')), '%'),
      });
    }
  });
  if (days.length > 0) {
    visit(first, 'body-height', '8302-2', 'Body height', { valueQuantity: quantity(chart.facts.height, 'cm') });
  }
}

const SCORES = {
  phq9: ['44261-6', 'PHQ-9 total score'],
  gad7: ['70274-6', 'GAD-7 total score'],
  auditC: ['75626-2', 'AUDIT-C total score'],
} as const;

/** Questionnaire totals; what was asked belongs to the questionnaire's owner and is not repeated. */
export function score(chart: Chart, name: keyof typeof SCORES, series: readonly (readonly [Day, number])[]): void {
  for (const [day, value] of series.filter(([d]) => d <= chart.lastDay)) {
    chart.add<fhir4.Observation>(
      {
        resourceType: 'Observation',
        status: 'final',
        category: [survey],
        code: coded(LOINC, SCORES[name]),
        subject: chart.subject,
        effectiveDateTime: isoDate(day),
        valueQuantity: quantity(value, '{score}'),
      },
      { key: name.toLowerCase(), on: day },
    );
  }
}

/** Left ventricular ejection fraction (%), from echocardiography. */
export function ejectionFraction(chart: Chart, series: readonly (readonly [Day, number])[]): void {
  for (const [day, value] of series.filter(([d]) => d <= chart.lastDay)) {
    chart.add<fhir4.Observation>(
      {
        resourceType: 'Observation',
        status: 'final',
        category: [imaging],
        code: concept(LOINC, '10230-1', 'Left ventricular ejection fraction'),
        subject: chart.subject,
        effectiveDateTime: isoDate(day),
        valueQuantity: quantity(value, '%'),
      },
      { key: 'lvef', on: day },
    );
  }
}

const SMOKING = {
  never: ['266919005', 'Never smoker'],
  former: ['8517006', 'Former smoker'],
  current: ['449868002', 'Smokes tobacco daily'],
} as const;

export function smoking(chart: Chart, status: keyof typeof SMOKING, on: Day, packYears?: number): void {
  chart.add<fhir4.Observation>(
    {
      resourceType: 'Observation',
      status: 'final',
      category: [concept(hl7('observation-category'), 'social-history', 'Social History')],
      code: concept(LOINC, '72166-2', 'Tobacco smoking status'),
      subject: chart.subject,
      effectiveDateTime: isoDate(on),
      valueCodeableConcept: coded(SNOMED, SMOKING[status]),
      ...(packYears && { note: [{ text: `${packYears} pack-years` }] }),
    },
    { key: 'smoking', on, profile: usCore('smokingstatus') },
  );
}

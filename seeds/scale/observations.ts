import type * as fhir4 from 'fhir/r4';
import { isoDate, isoTime, type Day } from '#seeds/days.ts';
import { concept, hl7, LOINC, mcode, UCUM, usCore } from '#seeds/fhir/codes.ts';
import type { Scale } from './patients.ts';
import { DRAW, type Shape } from './shapes.ts';

/** Log-normal with a mean of 300: the median is near 220 and one in a hundred has more than 1,400. */
const SIGMA = 0.8;
const MU = Math.log(300) - SIGMA ** 2 / 2;
const MOST = 3000;

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const LABORATORY_PROFILE = usCore('observation-lab');
const LABORATORY = [concept(hl7('observation-category'), 'laboratory')];
const VITAL_SIGNS = [concept(hl7('observation-category'), 'vital-signs')];
const SURVEY = [concept(hl7('observation-category'), 'survey')];
const FLAGS = {
  L: [concept(hl7('v3-ObservationInterpretation'), 'L')],
  N: [concept(hl7('v3-ObservationInterpretation'), 'N')],
  H: [concept(hl7('v3-ObservationInterpretation'), 'H')],
};
const CODES = DRAW.map(([loinc, display]) => concept(LOINC, loinc, display));
const PRESSURE = concept(LOINC, '85354-9', 'Blood pressure');
const SYSTOLIC = concept(LOINC, '8480-6', 'Systolic blood pressure');
const DIASTOLIC = concept(LOINC, '8462-4', 'Diastolic blood pressure');
const WEIGHT = concept(LOINC, '29463-7', 'Body weight');
const ECOG = concept(LOINC, '89247-1', 'ECOG Performance Status score');

/** Visits from half a year before the diagnosis to the last day, until the patient's share of results is used up. */
export function observations(scale: Scale, shape: Shape): fhir4.Observation[] {
  const { random, diagnosed, lastDay } = scale;
  const wanted = Math.min(MOST, Math.max(8, Math.round(Math.exp(MU + SIGMA * normal(random)))));
  const visits = Math.max(1, Math.ceil(wanted / (DRAW.length + 4)));
  const first = diagnosed - 180;
  const list: fhir4.Observation[] = [];
  for (let v = 0; list.length < wanted; v++) {
    const day = first + Math.floor(((v + random()) / visits) * (lastDay - first));
    list.push(...visit(scale, shape, Math.min(day, lastDay), v).slice(0, wanted - list.length));
  }
  return list;
}

function visit(
  { random, id, diagnosed, lastDay, subject, meta }: Scale,
  shape: Shape,
  day: Day,
  v: number,
): fhir4.Observation[] {
  const at = isoTime(day, 14 * 60 + (v % 240));
  const common = { resourceType: 'Observation', status: 'final', subject, effectiveDateTime: at } as const;
  const quantity = (value: number, unit: string): fhir4.Quantity => ({ value, unit, system: UCUM, code: unit });
  const laboratory = meta(day, LABORATORY_PROFILE);
  const list: fhir4.Observation[] = DRAW.map(([, , unit, usual, spread, decimals, low, high], k) => {
    const value = Number((usual * Math.exp(spread * normal(random) * 0.7)).toFixed(decimals));
    return {
      ...common,
      id: `${id}-o-${v}-${k}`,
      meta: laboratory,
      category: LABORATORY,
      code: CODES[k]!,
      valueQuantity: quantity(value, unit),
      interpretation: FLAGS[value < low ? 'L' : value > high ? 'H' : 'N'],
      referenceRange: [{ low: quantity(low, unit), high: quantity(high, unit) }],
    };
  });
  if (shape.marker && day >= diagnosed) {
    const [loinc, display, unit, limit] = shape.marker;
    // Falls by half every ten weeks of treatment, down to a floor.
    const height = 0.3 + 9 * 0.5 ** ((day - diagnosed) / 70);
    list.push({
      ...common,
      id: `${id}-o-${v}-m`,
      meta: meta(day, mcode('tumor-marker-test')),
      category: LABORATORY,
      code: concept(LOINC, loinc, display),
      valueQuantity: quantity(Number((Math.max(limit, 0.4) * height * (0.9 + 0.2 * random())).toFixed(2)), unit),
    });
  }
  list.push(
    {
      ...common,
      id: `${id}-o-${v}-bp`,
      meta: meta(day, usCore('blood-pressure')),
      category: VITAL_SIGNS,
      code: PRESSURE,
      component: [
        { code: SYSTOLIC, valueQuantity: quantity(Math.round(128 + 12 * normal(random)), 'mm[Hg]') },
        { code: DIASTOLIC, valueQuantity: quantity(Math.round(77 + 7 * normal(random)), 'mm[Hg]') },
      ],
    },
    {
      ...common,
      id: `${id}-o-${v}-kg`,
      meta: meta(day, usCore('body-weight')),
      category: VITAL_SIGNS,
      code: WEIGHT,
      valueQuantity: quantity(Number((74 + 4 * normal(random)).toFixed(1)), 'kg'),
    },
    {
      ...common,
      id: `${id}-o-${v}-ecog`,
      meta: meta(day, mcode('ecog-performance-status')),
      category: SURVEY,
      code: ECOG,
      effectiveDateTime: isoDate(day),
      valueInteger: Math.min(4, Math.floor(random() * random() * (day > lastDay - 60 ? 5 : 3))),
    },
  );
  return list;
}

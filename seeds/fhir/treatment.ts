import type * as fhir4 from 'fhir/r4';
import { isoDate, workdayAfter, type Day } from '#seeds/days.ts';
import { concept, intentExtension, mcode, portage, SNOMED, text, UCUM, type Intent } from './codes.ts';
import type { Chart } from './chart.ts';
import { clinicianReference, type ClinicianKey } from './directory.ts';
import { medication } from './drugs.ts';

const ROUTES = {
  IV: concept(SNOMED, '47625008', 'Intravenous route'),
  'by mouth': concept(SNOMED, '26643006', 'Oral route'),
  SC: text('Subcutaneous route'),
  IM: text('Intramuscular route'),
} as const;

interface Drug {
  name: string;
  dose: number;
  /** What the dose is multiplied with; `auc` is Calvert's formula for carboplatin. */
  per: 'm2' | 'kg' | 'auc' | 'flat';
  unit?: string;
  route?: keyof typeof ROUTES;
  /** Days of the cycle on which it is given; by mouth it is only prescribed. */
  days?: readonly number[];
  /** First and last cycle, when not all. */
  cycles?: readonly [number, number];
  /** Upper limit of one dose in mg: vincristine is capped. */
  max?: number;
  /** What the label says beside dose and days: "twice daily, days 1 to 14". */
  directions?: string;
  /** Dropped after this cycle, and why. */
  stop?: { after: number; reason: string };
}

interface RegimenFacts {
  name: string;
  condition: fhir4.Condition;
  intent: Intent;
  /** "neoadjuvant", "first line", "maintenance". */
  setting: string;
  start: Day;
  /** Days between cycles. */
  every: number;
  /** Left out for treatment that goes on until something ends it. */
  cycles?: number;
  drugs: readonly Drug[];
  /** Pegfilgrastim on the day after chemotherapy. */
  growthFactor?: boolean;
  /** Cycles left out while something settled, counted from 1. */
  held?: readonly number[];
  /** What the title counts, when not cycles. */
  counted?: string;
  /** Ended before its time. */
  stopped?: { on: Day; reason: string };
  by?: ClinicianKey;
}

export interface Regimen {
  plan: fhir4.CarePlan;
  /** First days of the cycles given so far. */
  given: Day[];
  /** First days of the cycles to come. */
  planned: Day[];
  start: Day;
  /** Last day of treatment, or the last day recorded where it goes on. */
  end: Day;
  completed: boolean;
}

const MILLIGRAM = { unit: 'mg', system: UCUM, code: 'mg' } as const;
const UNITS = { m2: 'mg/m2', kg: 'mg/kg', auc: 'AUC', flat: 'mg' } as const;
const SHOWN = { 'mg/m2': 'mg/m²' } as Record<string, string>;

function bodySurface({ height, weight }: { height: number; weight: number }): number {
  return Math.sqrt((height * weight) / 3600); // Mosteller
}

function roundDose(mg: number): number {
  const step = mg >= 100 ? 5 : mg >= 10 ? 1 : 0.1;
  return Number((Math.round(mg / step) * step).toFixed(1));
}

/** One dose, in mg (bleomycin: in units). */
function doseGiven(chart: Chart, drug: Drug): number {
  const { height, weight } = chart.facts;
  // Calvert: AUC x (GFR + 25), with a filtration rate of 75 mL/min for want of a measured one.
  const factor = { m2: bodySurface({ height, weight }), kg: weight, auc: 100, flat: 1 }[drug.per];
  return roundDose(Math.min(drug.dose * factor, drug.max ?? Number.POSITIVE_INFINITY));
}

function unitOf(drug: Drug): string {
  return drug.unit ?? UNITS[drug.per];
}

function directionsOf(drug: Drug, every: number): string {
  const unit = unitOf(drug);
  const amount = drug.per === 'auc' ? `AUC ${drug.dose}` : `${drug.dose} ${SHOWN[unit] ?? unit}`;
  const when = drug.directions ?? `day ${(drug.days ?? [1]).join(', ')} every ${every} days`;
  return `${drug.name} ${amount} ${drug.route ?? 'IV'} ${when}`;
}

/** A course of systemic treatment: a plan, an order per drug, and an administration per dose that was given. */
export function regimen(chart: Chart, told: RegimenFacts): Regimen {
  const facts = { ...told, start: workdayAfter(told.start) };
  const limit = Math.min(facts.stopped?.on ?? chart.lastDay, chart.lastDay);
  const count = facts.cycles ?? Math.floor((limit - facts.start) / facts.every) + 1;
  const firsts = Array.from({ length: count }, (_, i) => facts.start + i * facts.every);
  const given = firsts.filter((day, i) => day <= limit && !facts.held?.includes(i + 1));
  const planned = facts.stopped ? [] : firsts.filter((day) => day > limit && day >= chart.today);
  const lastCycleEnd = (firsts.at(-1) ?? facts.start) + facts.every - 1;
  const ended = facts.stopped !== undefined || (facts.cycles !== undefined && lastCycleEnd <= chart.lastDay);
  const end = facts.stopped?.on ?? Math.min((given.at(-1) ?? facts.start) + facts.every - 1, chart.lastDay);
  const infused = facts.drugs.some((drug) => drug.route !== 'by mouth');
  const counted = facts.counted ?? 'cycles';
  const length = facts.cycles === 1 ? 'one course' : facts.cycles ? `${facts.cycles} ${counted}` : 'continuous';
  const repeated = facts.drugs.some((drug) => (drug.days?.length ?? 1) > 1);
  const progress = facts.cycles
    ? `${given.length} of ${facts.cycles} ${counted} given`
    : `${given.length} ${repeated ? 'cycles' : 'doses'} given`;
  const by = clinicianReference(facts.by ?? 'oncologist');
  const reasonReference = [chart.reference(facts.condition)];
  const period = { start: isoDate(facts.start), ...(ended && { end: isoDate(end) }) };
  const plan = chart.add<fhir4.CarePlan>(
    {
      resourceType: 'CarePlan',
      status: facts.stopped ? 'revoked' : ended ? 'completed' : 'active',
      intent: 'order',
      category: [concept(portage('care-plan'), 'treatment-plan', 'Treatment plan')],
      title: `${facts.name}, ${length}, ${facts.setting}`,
      ...(infused && facts.cycles !== 1 && { description: progress }),
      subject: chart.subject,
      period,
      author: by,
      addresses: reasonReference,
      ...(facts.stopped && { note: [{ text: `Stopped: ${facts.stopped.reason}` }] }),
    },
    { key: 'regimen', on: ended ? end : infused ? (given.at(-1) ?? facts.start) : facts.start },
  );
  for (const drug of facts.drugs) {
    drugOrder(chart, { facts, drug, plan, given, end, ended, by, reasonReference });
  }
  if (facts.growthFactor) {
    growthFactor(
      chart,
      given.map((day) => day + 1).filter((day) => day <= limit),
    );
  }
  return { plan, given, planned, start: facts.start, end, completed: ended && !facts.stopped };
}

interface OrderContext {
  facts: RegimenFacts;
  drug: Drug;
  plan: fhir4.CarePlan;
  given: readonly Day[];
  end: Day;
  ended: boolean;
  by: fhir4.Reference;
  reasonReference: fhir4.Reference[];
}

function drugOrder(chart: Chart, { facts, drug, plan, given, end, ended, by, reasonReference }: OrderContext): void {
  const [from, to] = drug.cycles ?? [1, Number.POSITIVE_INFINITY];
  const last = Math.min(to, drug.stop?.after ?? Number.POSITIVE_INFINITY);
  const mine = given.filter((_, i) => i + 1 >= from && i + 1 <= last);
  const start = facts.start + (from - 1) * facts.every;
  const reason = drug.stop?.reason ?? facts.stopped?.reason;
  const stopped = (drug.stop !== undefined && given.length > drug.stop.after) || facts.stopped !== undefined;
  const over = stopped || ended || given.length > last;
  const finish =
    drug.stop || to !== Number.POSITIVE_INFINITY ? Math.min((mine.at(-1) ?? start) + facts.every - 1, end) : end;
  const route = ROUTES[drug.route ?? 'IV'];
  const unit = unitOf(drug);
  const request = chart.add<fhir4.MedicationRequest>(
    {
      resourceType: 'MedicationRequest',
      extension: [intentExtension(facts.intent)],
      status: stopped ? 'stopped' : over ? 'completed' : 'active',
      ...(stopped && reason && { statusReason: text(reason) }),
      intent: 'order',
      medicationCodeableConcept: medication(drug.name),
      subject: chart.subject,
      authoredOn: isoDate(start),
      requester: by,
      reasonReference,
      basedOn: [chart.reference(plan)],
      dosageInstruction: [
        {
          text: directionsOf(drug, facts.every),
          route,
          doseAndRate: [
            { doseQuantity: { value: drug.dose, unit, ...(unit.startsWith('mg') && { system: UCUM, code: unit }) } },
          ],
        },
      ],
      dispenseRequest: { validityPeriod: { start: isoDate(start), ...(over && { end: isoDate(finish) }) } },
    },
    { key: 'order', on: over ? finish : start, profile: mcode('cancer-related-medication-request') },
  );
  if ((drug.route ?? 'IV') === 'by mouth') {
    return;
  }
  const doses = mine.flatMap((first) => (drug.days ?? [1]).map((d) => first + d - 1)).filter((day) => day <= end);
  for (const day of doses) {
    chart.add<fhir4.MedicationAdministration>(
      {
        resourceType: 'MedicationAdministration',
        extension: [intentExtension(facts.intent)],
        status: 'completed',
        medicationCodeableConcept: medication(drug.name),
        subject: chart.subject,
        effectiveDateTime: isoDate(day),
        performer: [{ actor: clinicianReference('nurse') }],
        reasonReference,
        request: chart.reference(request),
        dosage: {
          route,
          dose: { value: doseGiven(chart, drug), ...(unit.startsWith('units') ? { unit: 'units' } : MILLIGRAM) },
        },
      },
      { key: 'given', on: day, profile: mcode('cancer-related-medication-administration') },
    );
  }
}

/** Pegfilgrastim 6 mg: supportive, and the reason for many a frightening white count. */
export function growthFactor(chart: Chart, days: readonly Day[]): void {
  for (const day of days) {
    chart.add<fhir4.MedicationAdministration>(
      {
        resourceType: 'MedicationAdministration',
        status: 'completed',
        category: concept(portage('medication-category'), 'supportive', 'Supportive'),
        medicationCodeableConcept: medication('pegfilgrastim'),
        subject: chart.subject,
        effectiveDateTime: isoDate(day),
        performer: [{ actor: clinicianReference('nurse') }],
        dosage: { route: ROUTES.SC, dose: { value: 6, ...MILLIGRAM } },
      },
      { key: 'growth-factor', on: day },
    );
  }
}

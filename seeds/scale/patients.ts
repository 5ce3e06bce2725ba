import type * as fhir4 from 'fhir/r4';
import { dayOf, isoDate, isoTime, yearOf, type Day } from '#seeds/days.ts';
import {
  concept,
  hl7,
  ICD10,
  intentExtension,
  LOINC,
  mcode,
  NPI,
  portage,
  SOURCES,
  text,
  UCUM,
} from '#seeds/fhir/codes.ts';
import {
  clinicianReference,
  directoryResource,
  organizationReference,
  withDirectoryMeta,
} from '#seeds/fhir/directory.ts';
import { prng } from '#seeds/random.ts';
import { observations } from './observations.ts';
import { scalePractices, type Practice } from './practices.ts';
import { FAMILY_NAMES, GIVEN_NAMES, SHAPES, type Shape } from './shapes.ts';

/** What a patient's resources share. */
export interface Scale {
  readonly random: () => number;
  readonly id: string;
  readonly today: Day;
  readonly diagnosed: Day;
  readonly lastDay: Day;
  readonly subject: fhir4.Reference;
  readonly meta: (on: Day, profile?: string) => fhir4.Meta;
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

/** The entry into whose share of 0–100 a number falls. */
function byPercent<T extends { percent: number }>(list: readonly T[], at: number): T {
  let sum = 0;
  return list.find((entry) => (sum += entry.percent) > at) ?? list.at(-1)!;
}

/**
 * `n` statistically similar patients, one bundle at a time: 300 observations each on average, a few with thousands.
 * Patient `i` depends on the seed and on `i` alone, so a longer run repeats a shorter one and then goes on.
 * Practices are dealt in turn, so that 10,000 patients give a physician with 3 % exactly 300.
 */
export function* scalePatients(
  n: number,
  seed: number,
  asOf: Date,
  practices: readonly Practice[] = scalePractices,
): Generator<fhir4.Bundle> {
  for (let i = 0; i < n; i++) {
    yield patientBundle(i, seed, dayOf(asOf), byPercent(practices, i % 100));
  }
}

function patientBundle(i: number, seed: number, today: Day, practice: Practice): fhir4.Bundle {
  const random = prng(Math.imul(seed, 0x9e3779b1) ^ Math.imul(i + 1, 0x85ebca6b));
  const shape = byPercent(SHAPES, random() * 100);
  const sex = shape.sex ?? (random() < 0.5 ? 'female' : 'male');
  const age = Math.round(shape.ages[0] + random() * (shape.ages[1] - shape.ages[0]));
  const diagnosed = today - Math.round(60 + random() ** 2 * 3000);
  const died = random() < 0.12 ? Math.round(diagnosed + 0.4 * (today - diagnosed)) : undefined;
  const id = `scale-${seed}-${i}`;
  const scale: Scale = {
    random,
    id,
    today,
    diagnosed,
    lastDay: died ?? today - 1,
    subject: { reference: `Patient/${id}` },
    meta: (on, profile) => ({
      versionId: '1',
      lastUpdated: isoTime(Math.min(on + 1, today), 0),
      source: SOURCES.centre,
      ...(profile && { profile: [profile] }),
    }),
  };
  const resources = [
    ...directory(practice, today),
    patient(scale, { i, seed, sex, age, practice, died: died !== undefined }),
    ...disease(scale, shape),
    ...observations(scale, shape),
  ];
  return {
    resourceType: 'Bundle',
    id: `${id}-bundle`,
    type: 'collection',
    entry: resources.map((resource) => ({
      fullUrl: `${SOURCES.centre}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  };
}

function directory(practice: Practice, today: Day): fhir4.FhirResource[] {
  const lastUpdated = isoTime(today, 0);
  const physician: fhir4.Practitioner = {
    resourceType: 'Practitioner',
    id: `npi-${practice.npi}`,
    identifier: [{ system: NPI, value: practice.npi }],
    name: [{ family: practice.familyName, given: [practice.givenName] }],
  };
  const centre = ['Practitioner/oncologist', 'Organization/three-rivers'].map((r) => directoryResource(r)!);
  return [physician, ...centre].map((resource) => withDirectoryMeta(resource, lastUpdated));
}

interface PersonFacts {
  i: number;
  seed: number;
  sex: 'female' | 'male';
  age: number;
  practice: Practice;
  died: boolean;
}

function patient(
  { random, id, today, lastDay, meta }: Scale,
  { i, seed, sex, age, practice, died }: PersonFacts,
): fhir4.Patient {
  const two = (value: number) => String(value).padStart(2, '0');
  const birthday = `${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  return {
    resourceType: 'Patient',
    id,
    meta: meta(today - 1, mcode('cancer-patient')),
    identifier: [
      {
        type: concept(hl7('v2-0203'), 'MR', 'Medical record number'),
        system: 'https://ehr.threerivers.example/mrn',
        value: `TR-S${seed}-${two(i)}`,
      },
    ],
    name: [
      { family: pick(random, FAMILY_NAMES), given: [pick(random, GIVEN_NAMES[sex]), pick(random, GIVEN_NAMES[sex])] },
    ],
    gender: sex,
    birthDate: `${yearOf(today) - age}-${birthday}`,
    ...(died && { deceasedDateTime: isoDate(lastDay) }),
    address: [{ city: 'Three Rivers', state: 'NM', country: 'US' }],
    generalPractitioner: [{ reference: `Practitioner/npi-${practice.npi}` }],
  };
}

function disease(scale: Scale, shape: Shape): fhir4.FhirResource[] {
  const { random, id, diagnosed, lastDay, subject, meta } = scale;
  const [group, ...tnm] = pick(random, shape.stages);
  const advanced = group.startsWith('IV') || group === 'III';
  const onset = isoDate(diagnosed);
  const condition: fhir4.Condition = {
    resourceType: 'Condition',
    id: `${id}-cancer`,
    meta: meta(diagnosed, mcode('primary-cancer-condition')),
    extension: [{ url: mcode('histology-morphology-behavior'), valueCodeableConcept: text(shape.histology) }],
    clinicalStatus: concept(hl7('condition-clinical'), advanced ? 'active' : 'remission'),
    verificationStatus: concept(hl7('condition-ver-status'), 'confirmed'),
    code: concept(ICD10, shape.icd10, shape.name),
    bodySite: [text(shape.site)],
    subject,
    onsetDateTime: onset,
    stage: [{ summary: text(`Stage ${group}`) }],
  };
  const focus = [{ reference: `Condition/${condition.id}` }];
  const stage = (part: string, loinc: string, profile: string, value: string): fhir4.Observation => ({
    resourceType: 'Observation',
    id: `${id}-stage-${part}`,
    meta: meta(diagnosed, mcode(profile)),
    status: 'final',
    code: concept(LOINC, loinc),
    subject,
    focus,
    effectiveDateTime: onset,
    valueCodeableConcept: text(value),
  });
  const categories = [
    ['t', '21905-5', 'tnm-primary-tumor-category'],
    ['n', '21906-3', 'tnm-regional-nodes-category'],
    ['m', '21907-1', 'tnm-distant-metastases-category'],
  ] as const;
  const parts = categories.flatMap(([part, loinc, profile], i) =>
    tnm[i] ? [stage(part, loinc, profile, `c${tnm[i]}`)] : [],
  );
  const whole: fhir4.Observation = {
    ...stage('group', '21908-9', 'tnm-stage-group', group),
    ...(parts.length > 0 && { hasMember: parts.map((p) => ({ reference: `Observation/${p.id}` })) }),
  };
  return [condition, ...parts, whole, ...treatment(scale, shape, focus[0]!, Math.min(diagnosed + 28, lastDay))];
}

/** Up to six cycles of the usual treatment, as a plan, orders and administrations. */
function treatment(scale: Scale, shape: Shape, reason: fhir4.Reference, start: Day): fhir4.FhirResource[] {
  const { id, lastDay, subject, meta, random } = scale;
  const cycles = 2 + Math.floor(random() * 5);
  const days = Array.from({ length: cycles }, (_, i) => start + i * shape.every).filter((day) => day <= lastDay);
  const over = start + cycles * shape.every <= lastDay;
  const by = clinicianReference('oncologist');
  const plan: fhir4.CarePlan = {
    resourceType: 'CarePlan',
    id: `${id}-plan`,
    meta: meta(days.at(-1) ?? start),
    status: over ? 'completed' : 'active',
    intent: 'order',
    category: [concept(portage('care-plan'), 'treatment-plan')],
    title: `${shape.regimen}, ${cycles} cycles`,
    subject,
    period: { start: isoDate(start), ...(over && { end: isoDate(days.at(-1)!) }) },
    author: by,
    contributor: [organizationReference('three-rivers')],
    addresses: [reason],
  };
  const orders = shape.drugs.flatMap(([name, mg], d): fhir4.FhirResource[] => {
    const dose = { value: mg, unit: 'mg', system: UCUM, code: 'mg' };
    const request: fhir4.MedicationRequest = {
      resourceType: 'MedicationRequest',
      id: `${id}-order-${d}`,
      meta: meta(start, mcode('cancer-related-medication-request')),
      extension: [intentExtension('curative')],
      status: over ? 'completed' : 'active',
      intent: 'order',
      medicationCodeableConcept: text(name),
      subject,
      authoredOn: isoDate(start),
      requester: by,
      basedOn: [{ reference: `CarePlan/${plan.id}` }],
      dosageInstruction: [
        { text: `${name} ${mg} mg every ${shape.every} days`, doseAndRate: [{ doseQuantity: dose }] },
      ],
    };
    const given = days.map((day, k): fhir4.MedicationAdministration => ({
      resourceType: 'MedicationAdministration',
      id: `${id}-given-${d}-${k}`,
      meta: meta(day, mcode('cancer-related-medication-administration')),
      status: 'completed',
      medicationCodeableConcept: text(name),
      subject,
      effectiveDateTime: isoDate(day),
      request: { reference: `MedicationRequest/${request.id}` },
      dosage: { dose },
    }));
    return [request, ...given];
  });
  return [plan, ...orders];
}

import type * as fhir4 from 'fhir/r4';
import { isoDate, type Day } from '#seeds/days.ts';
import { coded, concept, CVX, hl7, ICD10, portage, SNOMED, text, usCore } from './codes.ts';
import type { Chart } from './chart.ts';
import { organizationReference } from './directory.ts';
import { medication } from './drugs.ts';

export function problem(
  chart: Chart,
  facts: { icd10: string; name: string; since: Day; resolved?: Day; note?: string },
): fhir4.Condition {
  return chart.add<fhir4.Condition>(
    {
      resourceType: 'Condition',
      clinicalStatus: concept(hl7('condition-clinical'), facts.resolved ? 'resolved' : 'active'),
      verificationStatus: concept(hl7('condition-ver-status'), 'confirmed'),
      category: [concept(hl7('condition-category'), 'problem-list-item', 'Problem List Item')],
      code: concept(ICD10, facts.icd10, facts.name),
      subject: chart.subject,
      onsetDateTime: isoDate(facts.since),
      ...(facts.resolved && { abatementDateTime: isoDate(facts.resolved) }),
      recordedDate: isoDate(facts.since),
      ...(facts.note && { note: [{ text: facts.note }] }),
    },
    { key: 'problem', on: facts.resolved ?? facts.since, profile: usCore('condition-problems-health-concerns') },
  );
}

export function allergy(
  chart: Chart,
  facts: {
    to: string;
    category?: 'medication' | 'food' | 'environment';
    reaction: string;
    criticality?: 'low' | 'high';
    since: Day;
  },
): void {
  chart.add<fhir4.AllergyIntolerance>(
    {
      resourceType: 'AllergyIntolerance',
      clinicalStatus: concept(hl7('allergyintolerance-clinical'), 'active'),
      verificationStatus: concept(hl7('allergyintolerance-verification'), 'confirmed'),
      category: [facts.category ?? 'medication'],
      criticality: facts.criticality ?? 'low',
      code: text(facts.to),
      patient: chart.subject,
      recordedDate: isoDate(facts.since),
      reaction: [{ manifestation: [text(facts.reaction)] }],
    },
    { key: 'allergy', on: facts.since, profile: usCore('allergyintolerance') },
  );
}

/** The patient was asked and has none: not the same as never having been asked. */
export function noKnownAllergies(chart: Chart, on: Day): void {
  chart.add<fhir4.AllergyIntolerance>(
    {
      resourceType: 'AllergyIntolerance',
      clinicalStatus: concept(hl7('allergyintolerance-clinical'), 'active'),
      verificationStatus: concept(hl7('allergyintolerance-verification'), 'confirmed'),
      code: concept(SNOMED, '716186003', 'No known allergy'),
      patient: chart.subject,
      recordedDate: isoDate(on),
    },
    { key: 'allergy', on, profile: usCore('allergyintolerance') },
  );
}

interface MedicineFacts {
  name: string;
  /** "1000 mg by mouth twice daily" */
  dose: string;
  since: Day;
  until?: Day;
  stoppedBecause?: string;
  reason?: string;
  category?: 'supportive' | 'anticipatory';
}

export function medicine(chart: Chart, facts: MedicineFacts): void {
  // Nobody goes on taking medicines after death, whatever the last list said.
  const until = facts.until ?? (chart.facts.died === undefined ? undefined : chart.lastDay);
  chart.add<fhir4.MedicationRequest>(
    {
      resourceType: 'MedicationRequest',
      status: facts.stoppedBecause ? 'stopped' : until ? 'completed' : 'active',
      ...(facts.stoppedBecause && { statusReason: text(facts.stoppedBecause) }),
      intent: 'order',
      ...(facts.category && { category: [concept(portage('medication-category'), facts.category)] }),
      medicationCodeableConcept: medication(facts.name),
      subject: chart.subject,
      authoredOn: isoDate(facts.since),
      ...(facts.reason && { reasonCode: [text(facts.reason)] }),
      dosageInstruction: [{ text: facts.dose }],
      dispenseRequest: { validityPeriod: { start: isoDate(facts.since), ...(until && { end: isoDate(until) }) } },
    },
    { key: 'medicine', on: until ?? facts.since, profile: usCore('medicationrequest') },
  );
}

const VACCINES = {
  influenza: ['140', 'Influenza, split virus, trivalent, preservative free'],
  'high-dose influenza': ['135', 'Influenza, high-dose, trivalent, preservative free'],
  pneumococcal: ['216', 'Pneumococcal conjugate PCV20'],
  zoster: ['187', 'Zoster vaccine, recombinant'],
  rsv: ['305', 'RSV, bivalent, RSVpreF'],
  tdap: ['115', 'Tdap'],
  'hepatitis B': ['189', 'Hepatitis B, CpG adjuvanted'],
} as const;

export function immunise(chart: Chart, vaccine: keyof typeof VACCINES, ...days: Day[]): void {
  for (const day of days) {
    chart.add<fhir4.Immunization>(
      {
        resourceType: 'Immunization',
        status: 'completed',
        vaccineCode: coded(CVX, VACCINES[vaccine]),
        patient: chart.subject,
        occurrenceDateTime: isoDate(day),
        primarySource: true,
        performer: [{ actor: organizationReference(chart.source === 'centre' ? 'three-rivers' : chart.source) }],
      },
      { key: 'immunisation', on: day, profile: usCore('immunization') },
    );
  }
}

/** What must not be missed, and whom to call: a sentence that a doctor reads at two in the morning. */
export function redFlag(chart: Chart, words: string, since: Day, until?: Day): void {
  const over = until !== undefined && until < chart.today;
  chart.add<fhir4.Flag>(
    {
      resourceType: 'Flag',
      status: over ? 'inactive' : 'active',
      category: [concept(hl7('flag-category'), 'clinical', 'Clinical')],
      code: text(words),
      subject: chart.subject,
      period: { start: isoDate(since), ...(until && { end: isoDate(until) }) },
    },
    { key: 'flag', on: since },
  );
}

const CLASSES = {
  inpatient: ['IMP', 'inpatient encounter'],
  emergency: ['EMER', 'emergency'],
  ambulatory: ['AMB', 'ambulatory'],
} as const;

export function encounter(
  chart: Chart,
  facts: { kind: keyof typeof CLASSES; from: Day; to?: Day; type: string; reason: string },
): void {
  const [code, display] = CLASSES[facts.kind];
  chart.add<fhir4.Encounter>(
    {
      resourceType: 'Encounter',
      status: 'finished',
      class: { system: hl7('v3-ActCode'), code, display },
      type: [text(facts.type)],
      subject: chart.subject,
      period: { start: isoDate(facts.from), end: isoDate(facts.to ?? facts.from) },
      reasonCode: [text(facts.reason)],
    },
    { key: 'encounter', on: facts.to ?? facts.from, profile: usCore('encounter') },
  );
}

/** Every patient on chemotherapy has this one. */
export function feverFlag(chart: Chart, since: Day, until?: Day): void {
  redFlag(
    chart,
    'Temperature 38.0 °C or more: treat as neutropenic fever, antibiotics within the hour, and call the oncology nurse line +1 505-555-0124',
    since,
    until,
  );
}

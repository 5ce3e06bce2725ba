import type * as fhir4 from 'fhir/r4';
import { isoDate, type Day } from '#seeds/days.ts';
import { noise } from '#seeds/random.ts';
import { concept, hl7, LOINC, portage, SNOMED, text, usCore } from './codes.ts';
import type { Chart } from './chart.ts';
import { clinicianReference } from './directory.ts';
import { document } from './documents.ts';
import { medicine } from './record.ts';
import { along } from './results.ts';

const assessmentCategory = concept(portage('observation-category'), 'assessment', 'Assessment');
const assessment = (code: string, display: string) => concept(portage('assessment'), code, display);

function assess(
  chart: Chart,
  key: string,
  on: Day,
  code: fhir4.CodeableConcept,
  value: Partial<fhir4.Observation>,
): void {
  chart.add<fhir4.Observation>(
    {
      resourceType: 'Observation',
      status: 'final',
      category: [assessmentCategory],
      code,
      subject: chart.subject,
      effectiveDateTime: isoDate(on),
      performer: [clinicianReference('palliative')],
      ...value,
    },
    { key, on },
  );
}

/** Short names only: the instruments' own wording belongs to their owners. */
const ESAS = [
  'pain',
  'tiredness',
  'drowsiness',
  'nausea',
  'appetite',
  'breathlessness',
  'depression',
  'anxiety',
  'wellbeing',
] as const;
type EsasItem = (typeof ESAS)[number];

/** Symptom scores 0–10 on each day. Items that are not named stay low. */
export function esas(chart: Chart, days: readonly Day[], items: Partial<Record<EsasItem, readonly number[]>>): void {
  const when = days.filter((day) => day <= chart.lastDay);
  when.forEach((day, i) => {
    for (const item of ESAS) {
      const course = along(items[item] ?? [1, 2], when.length > 1 ? i / (when.length - 1) : 0);
      const value = Math.round(Math.min(10, Math.max(0, course + 0.6 * noise(`${chart.id}${item}${i}`))));
      assess(chart, `esas-${item}`, day, assessment(`esas-${item}`, `ESAS ${item}`), { valueInteger: value });
    }
  });
}

/** IPOS items, 0–4. */
export function ipos(chart: Chart, day: Day, items: Record<string, 0 | 1 | 2 | 3 | 4>): void {
  for (const [item, value] of Object.entries(items)) {
    assess(chart, `ipos-${item}`, day, assessment(`ipos-${item}`, `IPOS ${item}`), { valueInteger: value });
  }
}

/** Palliative Performance Scale, per cent. */
export function pps(chart: Chart, points: readonly (readonly [Day, number])[]): void {
  for (const [day, value] of points) {
    assess(chart, 'pps', day, assessment('pps', 'Palliative Performance Scale'), { valueInteger: value });
  }
}

const GSF = {
  blue: 'Blue: stable, prognosis of years',
  green: 'Green: prognosis of months',
  yellow: 'Yellow: prognosis of weeks',
  red: 'Red: prognosis of days',
} as const;

export function gsfStage(chart: Chart, points: readonly (readonly [Day, keyof typeof GSF])[]): void {
  for (const [day, stage] of points) {
    assess(chart, 'gsf', day, assessment('gsf-stage', 'GSF stage'), {
      valueCodeableConcept: concept(portage('gsf-stage'), stage, GSF[stage]),
    });
  }
}

/** Would the clinician be surprised by a death within a year? A prompt to review, never a prediction. */
export function surpriseQuestion(chart: Chart, day: Day, wouldBeSurprised: boolean): void {
  assess(chart, 'surprise', day, assessment('surprise-question', 'Surprise question'), {
    valueBoolean: wouldBeSurprised,
  });
}

/** Specialist palliative care is involved from this day on. */
export function palliativeCare(chart: Chart, since: Day): void {
  ongoingCare(chart, 'palliative', since, concept(SNOMED, '103735009', 'Palliative care'));
}

export function hospiceCare(chart: Chart, since: Day): void {
  ongoingCare(chart, 'hospice', since, concept(SNOMED, '385763009', 'Hospice care'));
}

function ongoingCare(chart: Chart, key: string, since: Day, code: fhir4.CodeableConcept): void {
  const over = chart.facts.died !== undefined;
  chart.add<fhir4.Procedure>(
    {
      resourceType: 'Procedure',
      status: over ? 'completed' : 'in-progress',
      code,
      subject: chart.subject,
      performedPeriod: { start: isoDate(since), ...(over && { end: isoDate(chart.lastDay) }) },
    },
    { key, on: since },
  );
}

export function careGoal(chart: Chart, on: Day, words: string, status: 'active' | 'completed' = 'active'): void {
  chart.add<fhir4.Goal>(
    {
      resourceType: 'Goal',
      lifecycleStatus: status,
      description: text(words),
      subject: chart.subject,
      startDate: isoDate(on),
    },
    { key: 'goal', on, profile: usCore('goal') },
  );
}

function consent(
  chart: Chart,
  on: Day,
  facts: { scope: 'adr' | 'patient-privacy'; category: fhir4.CodeableConcept; provision: fhir4.ConsentProvision },
): void {
  chart.add<fhir4.Consent>(
    {
      resourceType: 'Consent',
      status: 'active',
      scope: concept(hl7('consentscope'), facts.scope),
      category: [facts.category],
      patient: chart.subject,
      dateTime: isoDate(on),
      policyRule: text('Patient decision recorded by the treating team'),
      provision: facts.provision,
    },
    { key: 'consent', on },
  );
}

const consentCategory = (code: string, words: string): fhir4.CodeableConcept => ({
  coding: [{ system: hl7('consentcategorycodes'), code }],
  text: words,
});

export function codeStatus(
  chart: Chart,
  on: Day,
  decision: 'Do not attempt resuscitation' | 'Full resuscitation',
): void {
  consent(chart, on, {
    scope: 'adr',
    category: consentCategory('dnr', decision),
    provision: { type: decision === 'Full resuscitation' ? 'permit' : 'deny' },
  });
}

const DIRECTIVES = {
  acd: 'Advance care directive',
  hcd: 'Health care agent named',
  polst: 'Portable medical orders',
} as const;

/** A directive as a decision, and where there is one the paper itself. */
export function advanceDirective(chart: Chart, on: Day, kind: keyof typeof DIRECTIVES, body?: string): void {
  consent(chart, on, {
    scope: 'adr',
    category: consentCategory(kind, DIRECTIVES[kind]),
    provision: { type: 'permit' },
  });
  if (body) {
    document(chart, { type: 'directive', title: DIRECTIVES[kind], on, by: 'palliative', body });
  }
}

/** The patient does not want this party to see the record. */
export function privacyRestriction(chart: Chart, on: Day, actor: fhir4.Reference): void {
  consent(chart, on, {
    scope: 'patient-privacy',
    category: concept(LOINC, '59284-0', 'Patient Consent'),
    provision: {
      type: 'deny',
      actor: [{ role: concept(hl7('v3-ParticipationType'), 'IRCP', 'information recipient'), reference: actor }],
    },
  });
}

const PREFERENCES = {
  treatment: ['75773-2', 'Treatment intervention preference'],
  care: ['95541-9', 'Care experience preference'],
} as const;

export function preference(chart: Chart, on: Day, kind: keyof typeof PREFERENCES, words: string): void {
  const [code, display] = PREFERENCES[kind];
  chart.add<fhir4.Observation>(
    {
      resourceType: 'Observation',
      status: 'final',
      category: [
        concept(
          'http://hl7.org/fhir/us/core/CodeSystem/us-core-category',
          kind === 'treatment' ? 'treatment-intervention-preference' : 'care-experience-preference',
        ),
      ],
      code: concept(LOINC, code, display),
      subject: chart.subject,
      effectiveDateTime: isoDate(on),
      performer: [chart.subject],
      valueString: words,
    },
    { key: 'preference', on },
  );
}

/** Medicines kept in the house for the last days. Low starting doses for somebody who takes no opioid, unless said. */
export function anticipatoryMedicines(chart: Chart, since: Day, dose = '2.5 mg', opioid = 'morphine'): void {
  const kept: [name: string, dose: string, reason: string][] = [
    [opioid, `${dose} SC every hour as needed`, 'Pain or breathlessness'],
    ['midazolam', '2.5 mg SC every hour as needed', 'Agitation'],
    ['haloperidol', '0.5 mg SC every 4 hours as needed, at most 4 mg a day', 'Nausea or delirium'],
    ['glycopyrrolate', '0.2 mg SC every 4 hours as needed', 'Secretions'],
  ];
  for (const [name, dose, reason] of kept) {
    medicine(chart, { name, dose, since, reason, category: 'anticipatory' });
  }
}

import type { Bundle, BundleEntry, CarePlan, CarePlanActivity, FhirResource, Reference } from 'fhir/r4.js';
import type { PlanLine } from '../plan.ts';
import type { PlanPaper } from './plan-paper.ts';
import { answerInWords, doneInWords, ownerInWords, sourceInWords, stampOf } from './words.ts';

const US_CORE_CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/careplan-category';

/**
 * The plan as a FHIR R4 collection: Patient, the centre, the conditions that it addresses, and the CarePlan with an
 * activity for every line, what is advised against included (`doNotPerform`).
 */
export function toFhir(paper: PlanPaper): Bundle {
  const resources: FhirResource[] = [patientOf(paper), centreOf(paper), ...conditionsOf(paper), carePlanOf(paper)];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: `${paper.madeOn}T00:00:00Z`,
    entry: resources.map((resource): BundleEntry => ({ fullUrl: urlOf(resource), resource })),
  };
}

const urlOf = ({ resourceType, id }: FhirResource) => `urn:portage:${resourceType}:${id}`;
const to = (resourceType: string, id: string): Reference => ({ reference: `urn:portage:${resourceType}:${id}` });

const patientOf = ({ patient }: PlanPaper): FhirResource => ({
  resourceType: 'Patient',
  id: patient.id,
  ...(patient.mrn === null ? {} : { identifier: [{ type: { text: 'Medical record number' }, value: patient.mrn }] }),
  name: [{ family: patient.familyName, given: patient.givenName.split(' ') }],
  gender: genderOf(patient.sex),
  ...(patient.birthDate === null ? {} : { birthDate: patient.birthDate }),
});

const genderOf = (sex: string) => (sex === 'female' || sex === 'male' || sex === 'other' ? sex : 'unknown');

const centreOf = ({ centre }: PlanPaper): FhirResource => ({
  resourceType: 'Organization',
  id: 'centre',
  name: centre.name,
  telecom: [centre.telephone24x7, centre.telephone].flatMap((value) =>
    value === null ? [] : [{ system: 'phone' as const, value }],
  ),
});

const conditionsOf = ({ patient, facts }: PlanPaper): FhirResource[] =>
  facts.diagnoses.map(({ id, text, on }) => ({
    resourceType: 'Condition',
    id,
    code: { text },
    subject: to('Patient', patient.id),
    ...(on === null ? {} : { onsetDateTime: on }),
  }));

function carePlanOf(paper: PlanPaper): CarePlan {
  const { patient, plan, signature, facts, madeOn, version } = paper;
  return {
    resourceType: 'CarePlan',
    id: `${patient.id}-${version}`,
    status: statusOf(paper),
    intent: 'plan',
    category: [{ coding: [{ system: US_CORE_CATEGORY, code: 'assess-plan' }], text: 'Survivorship care plan' }],
    title: 'Survivorship care plan',
    description: stampOf(paper),
    subject: to('Patient', patient.id),
    created: signature?.on ?? madeOn,
    ...(signature === null ? {} : { author: { display: signature.by } }),
    contributor: [to('Organization', 'centre')],
    addresses: facts.diagnoses.map(({ id }) => to('Condition', id)),
    activity: plan.lines.map((line) => activityOf(line, paper)),
    note: [
      ...(plan.suspendedBecause === null ? [] : [{ text: `Suspended. ${plan.suspendedBecause}` }]),
      ...facts.missing.map(({ what, why }) => ({ text: `Not recorded: ${what}. ${why}` })),
    ],
  };
}

function statusOf({ plan, signature }: PlanPaper): CarePlan['status'] {
  if (signature === null) return 'draft';
  return plan.suspendedBecause === null ? 'active' : 'on-hold';
}

const STATUS = {
  'not-yet-due': 'scheduled',
  due: 'not-started',
  overdue: 'not-started',
  done: 'completed',
  declined: 'cancelled',
  'not-applicable': 'cancelled',
} as const;

function activityOf(line: PlanLine, { answers }: PlanPaper): CarePlanActivity {
  const answer = answers.get(line.key);
  const progress = [
    ...(line.lastDone === null ? [] : [{ text: `Last done: ${doneInWords(line)}` }]),
    ...(answer === undefined ? [] : [{ text: `Answer: ${answerInWords(answer)}` }]),
  ];
  return {
    ...(progress.length === 0 ? {} : { progress }),
    detail: {
      code: { text: line.what },
      status: STATUS[line.state],
      ...(line.reason === '' ? {} : { statusReason: { text: line.reason } }),
      doNotPerform: line.against,
      ...(line.window === null ? {} : { scheduledPeriod: { start: line.window.opens, end: line.window.closes } }),
      ...(line.owner === null ? {} : { performer: [{ display: ownerInWords(line) }] }),
      description: [
        line.interval,
        line.target === null ? null : `Target: ${line.target}`,
        line.why,
        sourceInWords(line),
      ]
        .filter((text) => text !== null)
        .join('. '),
    },
  };
}

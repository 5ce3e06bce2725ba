import type * as fhir4 from 'fhir/r4';
import type { Day } from '#seeds/days.ts';
import { isoDate } from '#seeds/days.ts';
import { concept, hl7, ICD10, LOINC, mcode, SNOMED, text } from './codes.ts';
import type { Chart } from './chart.ts';
import { clinicianReference } from './directory.ts';

const LATERALITY = {
  left: { system: SNOMED, code: '7771000', display: 'Left' },
  right: { system: SNOMED, code: '24028007', display: 'Right' },
} as const;

const AJCC8 = concept(SNOMED, '897275008', 'AJCC Cancer Staging Manual, 8th edition');

interface CancerFacts {
  icd10: string;
  name: string;
  /** Organ, without the side: "Breast". */
  site: string;
  side?: 'left' | 'right';
  histology: string;
  diagnosed: Day;
  status?: 'active' | 'remission' | 'relapse' | 'recurrence';
  /** When the present status was established. */
  statusOn?: Day;
}

const clinicalStatus = (code: string) => concept(hl7('condition-clinical'), code);
const verified = concept(hl7('condition-ver-status'), 'confirmed');
const category = concept(hl7('condition-category'), 'problem-list-item', 'Problem List Item');

function bodySite(site: string, side?: 'left' | 'right'): fhir4.CodeableConcept[] {
  return [
    {
      ...(side && {
        extension: [
          {
            url: mcode('laterality-qualifier'),
            valueCodeableConcept: { coding: [LATERALITY[side]], text: LATERALITY[side].display },
          },
        ],
      }),
      text: site,
    },
  ];
}

/** The primary cancer. `stage` is filled by the staging functions below. */
export function cancer(chart: Chart, facts: CancerFacts): fhir4.Condition {
  return chart.add<fhir4.Condition>(
    {
      resourceType: 'Condition',
      extension: [{ url: mcode('histology-morphology-behavior'), valueCodeableConcept: text(facts.histology) }],
      clinicalStatus: clinicalStatus(facts.status ?? 'active'),
      verificationStatus: verified,
      category: [category],
      code: concept(ICD10, facts.icd10, facts.name),
      bodySite: bodySite(facts.site, facts.side),
      subject: chart.subject,
      onsetDateTime: isoDate(facts.diagnosed),
      recordedDate: isoDate(facts.diagnosed),
    },
    { key: 'cancer', on: facts.statusOn ?? facts.diagnosed, profile: mcode('primary-cancer-condition') },
  );
}

/** A metastasis, tied to its primary. */
export function metastasis(
  chart: Chart,
  primary: fhir4.Condition,
  facts: { icd10: string; name: string; site: string; on: Day },
): fhir4.Condition {
  return chart.add<fhir4.Condition>(
    {
      resourceType: 'Condition',
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/condition-related', valueReference: chart.reference(primary) },
      ],
      clinicalStatus: clinicalStatus('active'),
      verificationStatus: verified,
      category: [category],
      code: concept(ICD10, facts.icd10, facts.name),
      bodySite: bodySite(facts.site),
      subject: chart.subject,
      onsetDateTime: isoDate(facts.on),
      recordedDate: isoDate(facts.on),
    },
    { key: 'metastasis', on: facts.on, profile: mcode('secondary-cancer-condition') },
  );
}

const STAGE_CODES = {
  clinical: { group: '21908-9', t: '21905-5', n: '21906-3', m: '21907-1' },
  pathologic: { group: '21902-2', t: '21899-0', n: '21900-6', m: '21901-4' },
} as const;

const CATEGORY_PROFILES = {
  t: ['tnm-primary-tumor-category', 'primary tumor'],
  n: ['tnm-regional-nodes-category', 'regional lymph nodes'],
  m: ['tnm-distant-metastases-category', 'distant metastases'],
} as const;

/** A TNM stage (AJCC 8): one Observation per category and the group that names them. */
export function tnm(
  chart: Chart,
  condition: fhir4.Condition,
  stage: { kind: 'clinical' | 'pathologic'; t: string; n: string; m: string; group: string; on: Day },
): void {
  const codes = STAGE_CODES[stage.kind];
  const common: Omit<fhir4.Observation, 'code'> = {
    resourceType: 'Observation',
    status: 'final',
    category: [concept(hl7('observation-category'), stage.kind === 'clinical' ? 'imaging' : 'laboratory')],
    subject: chart.subject,
    focus: [chart.reference(condition)],
    effectiveDateTime: isoDate(stage.on),
    performer: [clinicianReference(stage.kind === 'clinical' ? 'oncologist' : 'pathologist')],
    method: AJCC8,
  };
  const members = (['t', 'n', 'm'] as const).map((part) => {
    const [profile, words] = CATEGORY_PROFILES[part];
    return chart.add<fhir4.Observation>(
      {
        ...common,
        code: concept(LOINC, codes[part], `${stage.kind} ${words}`),
        valueCodeableConcept: text(stage[part]),
      },
      { key: `stage-${part}`, on: stage.on, profile: mcode(profile) },
    );
  });
  const group = chart.add<fhir4.Observation>(
    {
      ...common,
      code: concept(LOINC, codes.group, `Stage group.${stage.kind} Cancer`),
      valueCodeableConcept: text(stage.group),
      hasMember: members.map((m) => chart.reference(m)),
    },
    { key: 'stage', on: stage.on, profile: mcode('tnm-stage-group') },
  );
  addStage(chart, condition, group, `Stage ${stage.group} (${stage.t} ${stage.n} ${stage.m})`, AJCC8);
}

const OTHER_SYSTEMS = {
  'Lugano (Ann Arbor)': { profile: 'lymphoma-stage', code: concept(SNOMED, '385388004', 'Lymphoma stage') },
  'R-ISS': { profile: 'cancer-stage', code: text('Revised International Staging System stage') },
  FIGO: {
    profile: 'cancer-stage',
    code: concept(SNOMED, '385361009', 'International Federation of Gynecology and Obstetrics stage'),
  },
  'VA lung study': { profile: 'cancer-stage', code: text('Small cell lung cancer stage') },
  Rai: { profile: 'cancer-stage', code: text('Rai stage') },
} as const;

/** Stages that have no TNM: lymphoma, myeloma, leukaemia, small cell lung cancer; and FIGO. */
export function otherStage(
  chart: Chart,
  condition: fhir4.Condition,
  stage: { system: keyof typeof OTHER_SYSTEMS; group: string; on: Day },
): void {
  const { profile, code } = OTHER_SYSTEMS[stage.system];
  const method = text(stage.system);
  const group = chart.add<fhir4.Observation>(
    {
      resourceType: 'Observation',
      status: 'final',
      category: [concept(hl7('observation-category'), 'laboratory')],
      code,
      subject: chart.subject,
      focus: [chart.reference(condition)],
      effectiveDateTime: isoDate(stage.on),
      performer: [clinicianReference('oncologist')],
      valueCodeableConcept: text(stage.group),
      method,
    },
    { key: 'stage', on: stage.on, profile: mcode(profile) },
  );
  addStage(chart, condition, group, `${stage.system} ${stage.group}`, method);
}

function addStage(
  chart: Chart,
  condition: fhir4.Condition,
  assessment: fhir4.Observation,
  summary: string,
  type: fhir4.CodeableConcept,
): void {
  condition.stage = [
    ...(condition.stage ?? []),
    { summary: text(summary), assessment: [chart.reference(assessment)], type },
  ];
}

/** ECOG performance status over time. */
export function ecog(chart: Chart, points: readonly (readonly [Day, 0 | 1 | 2 | 3 | 4])[]): void {
  for (const [on, score] of points) {
    chart.add<fhir4.Observation>(
      {
        resourceType: 'Observation',
        status: 'final',
        category: [concept(hl7('observation-category'), 'survey')],
        code: concept(LOINC, '89247-1', 'ECOG Performance Status score'),
        subject: chart.subject,
        effectiveDateTime: isoDate(on),
        performer: [clinicianReference('oncologist')],
        valueInteger: score,
      },
      { key: 'ecog', on, profile: mcode('ecog-performance-status') },
    );
  }
}

const DISEASE_STATUS = {
  'complete remission': text('Complete remission: no evidence of disease'),
  'partial response': concept(SNOMED, '268910001', "Patient's condition improved", 'Partial response'),
  stable: concept(SNOMED, '359746009', "Patient's condition stable", 'Stable disease'),
  progression: concept(SNOMED, '271299001', "Patient's condition worsened", 'Progressive disease'),
} as const;

/** The oncologist's judgement of the disease at each restaging. */
export function diseaseStatus(
  chart: Chart,
  condition: fhir4.Condition,
  points: readonly (readonly [Day, keyof typeof DISEASE_STATUS])[],
): void {
  for (const [on, status] of points) {
    chart.add<fhir4.Observation>(
      {
        resourceType: 'Observation',
        status: 'final',
        category: [concept(hl7('observation-category'), 'exam')],
        code: concept(LOINC, '97509-4', 'Cancer Disease Progression'),
        subject: chart.subject,
        focus: [chart.reference(condition)],
        effectiveDateTime: isoDate(on),
        performer: [clinicianReference('oncologist')],
        valueCodeableConcept: DISEASE_STATUS[status],
      },
      { key: 'status', on, profile: mcode('cancer-disease-status') },
    );
  }
}

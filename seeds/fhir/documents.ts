import type * as fhir4 from 'fhir/r4';
import { isoDate, isoTime, workdayAfter, type Day } from '#seeds/days.ts';
import { hash32 } from '#seeds/random.ts';
import { coded, concept, hl7, LOINC, text, usCore } from './codes.ts';
import type { Chart } from './chart.ts';
import { clinician, clinicianReference, organizationReference, type ClinicianKey } from './directory.ts';

const TYPES = {
  discharge: ['18842-5', 'Discharge summary'],
  letter: ['11488-4', 'Consult note'],
  progress: ['11506-3', 'Progress note'],
  treatmentSummary: ['34133-9', 'Summary of episode note'],
  referral: ['57133-1', 'Referral note'],
  operation: ['11504-8', 'Surgical operation note'],
  directive: ['42348-3', 'Advance directives'],
} as const;

function attachment(title: string, body: string, on: Day): fhir4.Attachment {
  const bytes = Buffer.from(body, 'utf8');
  return {
    contentType: 'text/plain; charset=utf-8',
    language: 'en',
    data: bytes.toString('base64'),
    size: bytes.length,
    title,
    creation: isoDate(on),
  };
}

/** Lines of a template string without the indentation that the source has. */
function dedent(body: string): string {
  return body
    .trim()
    .split('\n')
    .map((l) => l.trim())
    .join('\n');
}

function signed(body: string, author: ClinicianKey): string {
  const { given, family, role } = clinician(author);
  return `${dedent(body)}\n\n${given} ${family}, ${role}\n`;
}

/** A letter, summary or note as plain text. */
export function document(
  chart: Chart,
  told: { type: keyof typeof TYPES; title: string; on: Day; by?: ClinicianKey; body: string },
): void {
  const facts = { ...told, on: workdayAfter(told.on) };
  const by = facts.by ?? 'oncologist';
  chart.add<fhir4.DocumentReference>(
    {
      resourceType: 'DocumentReference',
      status: 'current',
      docStatus: 'final',
      type: coded(LOINC, TYPES[facts.type]),
      category: [concept(usCoreDocumentCategory, 'clinical-note', 'Clinical Note')],
      subject: chart.subject,
      date: isoTime(facts.on, 22 * 60),
      author: [clinicianReference(by)],
      custodian: organizationReference(clinician(by).at),
      description: facts.title,
      content: [{ attachment: attachment(facts.title, signed(facts.body, by), facts.on) }],
    },
    { key: 'document', on: facts.on, profile: usCore('documentreference') },
  );
}

const usCoreDocumentCategory = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category';

/** A pathology report: the words on which stage and treatment rest. */
export function pathology(chart: Chart, told: { on: Day; title: string; body: string }): void {
  const facts = { ...told, on: workdayAfter(told.on) };
  chart.add<fhir4.DiagnosticReport>(
    {
      resourceType: 'DiagnosticReport',
      status: 'final',
      category: [concept(hl7('v2-0074'), 'PAT', 'Pathology')],
      code: concept(LOINC, '11526-1', 'Pathology study', facts.title),
      subject: chart.subject,
      effectiveDateTime: isoDate(facts.on),
      performer: [clinicianReference('pathologist')],
      conclusion: dedent(facts.body).split('\n').at(-1)!,
      presentedForm: [attachment(facts.title, signed(facts.body, 'pathologist'), facts.on)],
    },
    { key: 'pathology', on: facts.on, profile: usCore('diagnosticreport-note') },
  );
}

const MODALITIES = {
  CT: 'Computed Tomography',
  MR: 'Magnetic Resonance',
  PT: 'Positron emission tomography',
  MG: 'Mammography',
  US: 'Ultrasound',
  NM: 'Nuclear Medicine',
  DX: 'Digital Radiography',
} as const;

/** Studies with a LOINC code that is certain; the rest go by name. */
const STUDY_CODES: Record<string, string> = {
  'CT chest': '24627-2',
  'MR brain': '24590-2',
  'Bone scan': '25031-6',
  'XR chest, two views': '36643-5',
  'Screening mammography': '24606-6',
};

/** An imaging study with its report. The last line of the report is its impression. */
export function imaging(
  chart: Chart,
  told: { on: Day; modality: keyof typeof MODALITIES; name: string; area: string; body: string },
): void {
  const facts = { ...told, on: workdayAfter(told.on) };
  const uid = `2.25.${hash32(`${chart.id}-imaging-${chart.nextSerial('imaging')}`)}`;
  const loinc = STUDY_CODES[facts.name];
  const study = chart.add<fhir4.ImagingStudy>(
    {
      resourceType: 'ImagingStudy',
      identifier: [{ system: 'urn:dicom:uid', value: `urn:oid:${uid}` }],
      status: 'available',
      modality: [
        {
          system: 'http://dicom.nema.org/resources/ontology/DCM',
          code: facts.modality,
          display: MODALITIES[facts.modality],
        },
      ],
      subject: chart.subject,
      started: chart.time(facts.on, 'imaging'),
      numberOfSeries: 1,
      description: facts.name,
      procedureCode: [text(facts.name)],
      series: [
        {
          uid: `${uid}.1`,
          modality: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: facts.modality },
          bodySite: { display: facts.area },
        },
      ],
    },
    { key: 'imaging', on: facts.on },
  );
  chart.add<fhir4.DiagnosticReport>(
    {
      resourceType: 'DiagnosticReport',
      status: 'final',
      category: [concept(hl7('v2-0074'), 'RAD', 'Radiology')],
      code: loinc
        ? concept(LOINC, loinc, facts.name)
        : concept(LOINC, '18748-4', 'Diagnostic imaging study', facts.name),
      subject: chart.subject,
      effectiveDateTime: chart.time(facts.on, 'imaging'),
      performer: [clinicianReference('radiologist')],
      imagingStudy: [chart.reference(study)],
      conclusion: dedent(facts.body).split('\n').at(-1)!,
      presentedForm: [attachment(`${facts.name} report`, signed(facts.body, 'radiologist'), facts.on)],
    },
    { key: 'imaging-report', on: facts.on, profile: usCore('diagnosticreport-note') },
  );
}

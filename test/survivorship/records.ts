// Records as rows tell them, for tests without a database.
import type { FilledFact } from '#api/survivorship/facts/facts.ts';
import type { ChartRow, PatientRow, RecordRows, RowSetName } from '#api/chart/index.ts';

type Some<Name extends RowSetName> = Partial<ChartRow<Name>>;
/** Rows by their set; what a row leaves out is null. */
export type Rows = { readonly [Name in RowSetName]?: readonly Some<Name>[] };

const provenance = {
  patient_id: 'patient',
  needs: ['oncology'],
  source_system: 'https://centre.example',
  source_type: 'Basic',
  source_version: '1',
  source_updated_at: null,
  received_at: '2026-01-01T00:00:00Z',
};

const PATIENT = {
  id: 'patient',
  birth_date: '1960-05-05',
  sex: 'female',
  deceased: false,
  deceased_at: null,
} as unknown as PatientRow;

/** The day of every record here. */
export const TODAY = '2026-06-01';

/** A record on the morning of 1 June 2026; rows that say no id are numbered. */
export function record(rows: Rows, patient: Partial<PatientRow> = {}): RecordRows {
  let count = 0;
  const lists = Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [
      name,
      list.map((row) => {
        const id = (row as { id?: string }).id ?? `row-${++count}`;
        // Columns that a row leaves out are null, as the statement's JSON has them.
        return new Proxy({ ...provenance, source_id: id, id, ...row } as Record<string, unknown>, {
          get: (target, column) => (column in target ? target[column as string] : null),
        });
      }),
    ]),
  );
  return {
    patient: { ...PATIENT, ...patient },
    now: new Date('2026-06-01T15:00:00Z'),
    wasRead: () => true,
    sourceName: () => 'Three Rivers',
    rows: ((name: string) => lists[name] ?? []) as RecordRows['rows'],
  };
}

const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';

export const breastCancer = (more: Some<'conditions'> = {}): Some<'conditions'> => ({
  category: 'primary-cancer',
  code_system: ICD10,
  code: 'C50.411',
  display: 'Breast cancer, right',
  body_site: 'Breast',
  histology: 'Invasive ductal carcinoma',
  clinical_status: 'active',
  onset_on: '2024-01-10',
  stage_text: 'IIA',
  ...more,
});

export const problem = (code: string, display: string, more: Some<'conditions'> = {}): Some<'conditions'> => ({
  category: 'problem',
  code_system: ICD10,
  code,
  display,
  clinical_status: 'active',
  ...more,
});

/** An order and so many administrations three weeks apart, from a day on. */
export function course(
  drug: string,
  { ordered, given, times = 4, from = '2024-03-01', ...more }: CourseFacts,
): Some<'medicationUses'>[] {
  const order = `order of ${drug}`;
  const days = Array.from({ length: times }, (_, index) => addDays(from, 21 * index));
  return [
    {
      id: order,
      category: 'cancer-systemic',
      display: drug,
      status: 'completed',
      source_type: 'MedicationRequest',
      treatment_intent: 'curative',
      dose_amount: ordered?.[0] ?? null,
      dose_unit: ordered?.[1] ?? null,
      started_on: from,
      ended_on: addDays(from, 21 * times - 1),
      ...more,
    },
    ...days.map((day): Some<'medicationUses'> => ({
      category: 'cancer-systemic',
      display: drug,
      status: 'completed',
      source_type: 'MedicationAdministration',
      dose_amount: given?.[0] ?? null,
      dose_unit: given?.[1] ?? null,
      started_on: day,
      request_id: order,
    })),
  ];
}

interface CourseFacts extends Some<'medicationUses'> {
  readonly ordered?: readonly [amount: number, unit: string];
  readonly given?: readonly [amount: number, unit: string | null];
  readonly times?: number;
  readonly from?: string;
}

const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Keys of what a summary says is missing. */
export const missingIn = (facts: { missing: readonly { key: string }[] }) => facts.missing.map(({ key }) => key);

/** What Ada Okafor filled in. */
export const said = (
  key: string,
  text: string,
  value: number | null = null,
  unit: string | null = null,
): FilledFact => ({
  key,
  what: key,
  text,
  value,
  unit,
  by: 'Ada Okafor',
  at: '2026-11-20T16:00:00Z',
});

export const lumpectomy = {
  kind: 'surgery',
  display: 'Lumpectomy',
  status: 'completed',
  treatment_intent: 'curative',
  started_on: '2024-02-01',
} as const;

export const beam = {
  id: 'beam',
  kind: 'radiation',
  display: 'Radiotherapy',
  status: 'completed',
  treatment_intent: 'curative',
  body_site: 'Left breast',
  started_on: '2024-07-01',
  ended_on: '2024-07-28',
} as const;

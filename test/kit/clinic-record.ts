// One patient's whole record: a row or more in every table, and rows of each sensitive segment.
import { randomUUID } from 'node:crypto';
import { SENSITIVE_SCOPES } from '#api/access/index.ts';
import { careRows } from './clinic-care-rows.ts';
import { resultRows } from './clinic-result-rows.ts';
import { moment, rowMaker, type MakeRow, type RecordRow } from './clinic-row.ts';
import { workRows, type Colleagues } from './clinic-work-rows.ts';

/** The patient's own row and, when asked for, the record; `canary` is in every text of it. */
export function recordOf(
  patientId: string,
  canary: string,
  options: { withRecord?: Colleagues | undefined; deceased?: boolean | undefined },
): RecordRow[] {
  const make = rowMaker(patientId, canary);
  const patient = make('patient', ['demographics'], {
    id: patientId,
    family_name: canary,
    given_name: 'Robin',
    name_search: `robin ${canary}`.toLowerCase(),
    birth_date: '1956-04-12',
    sex: 'female',
    mrn: `MRN-${canary}`,
    deceased: options.deceased ?? false,
    deceased_at: options.deceased ? moment(3) : null,
    telephone: `+1 555 0199 ${canary}`,
    address: `1 ${canary} Road`,
    city: 'Chinle',
    state: 'AZ',
    language: `en-${canary}`,
    tribal_affiliation: canary,
    source_id: patientId,
  });
  if (!options.withRecord) return [patient];
  return [
    patient,
    ...careRows(make, canary),
    ...resultRows(make, canary),
    ...sensitiveRows(make, canary),
    ...workRows(make, canary, options.withRecord),
  ];
}

/** Of each segment what would show in a problem list, a medicine list, a result and a document. */
function sensitiveRows(make: MakeRow, canary: string): RecordRow[] {
  return SENSITIVE_SCOPES.flatMap((segment) => {
    const text = `${canary} ${segment}`;
    const document = randomUUID();
    return [
      make('condition', ['clinical', segment], { category: 'problem', display: text, clinical_status: 'active' }),
      make('condition', ['oncology', segment], {
        category: 'primary-cancer',
        display: text,
        clinical_status: 'active',
      }),
      make('medication_use', ['clinical', segment], { category: 'other', display: text, status: 'active' }),
      make('observation', ['results', segment], {
        category: 'laboratory',
        display: text,
        family: 'hemoglobin',
        value_number: 7.77,
        value_text: text,
        status: 'final',
        effective_at: moment(1),
      }),
      make('observation', ['palliative', segment], {
        category: 'preference',
        display: text,
        value_text: text,
        status: 'final',
        effective_at: moment(1),
      }),
      make('document_reference', ['documents', segment], {
        id: document,
        title: text,
        status: 'current',
        content_type: 'text/plain',
      }),
      make('document_content', ['documents', segment], {
        id: document,
        content_type: 'text/plain',
        body: Buffer.from(text),
      }),
    ];
  });
}

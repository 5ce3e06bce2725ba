// A cancer centre and a practice that share a woman after breast cancer, and what they say to each other in her plan.
import { randomUUID } from 'node:crypto';
import type { Scope } from '#api/access/index.ts';
import { rowMaker, type RecordRow } from '#test/kit/clinic-row.ts';
import { openClinic, type Clinic, type PatientInClinic, type PersonInClinic } from '#test/kit/clinic.ts';
import { execute } from '#test/kit/execute.ts';

const LINE = `id key title owner ownerName state reason unconfirmed corrected interval nextDue firstDue lastDone { on text institution }
  asksForResponse response responseWords respondedBy { id } task { id title status owner { person { id } } } advice`;
const PLAN = `id version revision state ruleSetVersion hash suspendedBecause closedBecause closedBy { id }
  signedBy { id } sentTo { id } receivedAt
  facts { intent endOfTreatment diagnoses { text stage source { id } } systemic { name cumulativeDose { value unit doxorubicinEquivalent } }
    genetics { text } toxicities { text } surgery { text } }
  missing { key mayFill } faults { kind text } lines { ${LINE} } payments { service codes evidence conflicts }
  handshake { accepted declined asked open } versions { version state hash } notKnown mayEdit maySign mayRespond`;

export interface LineTold {
  id: string;
  key: string;
  title: string;
  owner: string;
  ownerName: string | null;
  state: string;
  reason: string;
  unconfirmed: boolean;
  corrected: boolean;
  nextDue: string | null;
  lastDone: { on: string; text: string } | null;
  asksForResponse: boolean;
  response: string;
  responseWords: string | null;
  respondedBy: { id: string } | null;
  task: { id: string; title: string; status: string; owner: { person: { id: string } | null } } | null;
}

export interface PlanTold {
  id: string;
  version: number;
  revision: number;
  state: string;
  hash: string | null;
  suspendedBecause: string | null;
  closedBecause: string | null;
  closedBy: { id: string } | null;
  sentTo: { id: string } | null;
  receivedAt: string | null;
  facts: {
    intent: string | null;
    endOfTreatment: string | null;
    diagnoses: { text: string; stage: string | null }[];
    systemic: { name: string; cumulativeDose: { value: number; unit: string; doxorubicinEquivalent: number } | null }[];
    genetics: { text: string }[];
    toxicities: { text: string }[];
    surgery: { text: string }[];
  };
  missing: { key: string; mayFill: boolean }[];
  faults: { kind: string; text: string }[];
  lines: LineTold[];
  payments: { service: string; codes: string[]; evidence: string[] }[];
  handshake: { accepted: number; declined: number; asked: number; open: number };
  versions: { version: number; state: string }[];
  notKnown: string[];
  mayEdit: boolean;
  maySign: boolean;
  mayRespond: boolean;
}

export interface Became {
  readonly changed: boolean;
  readonly plan: PlanTold | null;
  readonly reason: string | undefined;
  readonly field: string | null | undefined;
  readonly undoUntil: string | null | undefined;
  readonly codes: readonly string[];
}

const INPUTS: Record<string, string> = {
  updateCarePlanLine: 'UpdateCarePlanLineInput!',
  fillMissingFact: 'FillMissingFactInput!',
  signCarePlan: 'SignCarePlanInput!',
  sendCarePlan: 'SendCarePlanInput!',
  respondToCarePlanLine: 'RespondToCarePlanLineInput!',
  closeFollowUp: 'CloseFollowUpInput!',
};

export class SharedCare {
  constructor(
    readonly clinic: Clinic,
    readonly patient: PatientInClinic,
    readonly oncologist: PersonInClinic,
    readonly nurse: PersonInClinic,
    readonly physician: PersonInClinic,
    readonly bystander: PersonInClinic,
  ) {}

  async token(person: PersonInClinic): Promise<string> {
    return person.signIn();
  }

  /** Runs one mutation: the patient goes with it. */
  async does(person: PersonInClinic, verb: string, values: Record<string, unknown> = {}): Promise<Became> {
    const token = await this.token(person);
    const type = INPUTS[verb];
    const answer = `__typename ... on CarePlanChanged { plan { ${PLAN} } undoUntil } ... on CarePlanRefused { reason field detail now: plan { ${PLAN} } }`;
    const variables = { ...values, patientId: this.patient.id };
    const [query, given] =
      type === undefined
        ? [
            `mutation ($patientId: ID!${'lineIds' in values ? ', $lineIds: [ID!]!' : ''}) { ${verb}(patientId: $patientId${'lineIds' in values ? ', lineIds: $lineIds' : ''}) { ${answer} } }`,
            variables,
          ]
        : [`mutation ($input: ${type}) { ${verb}(input: $input) { ${answer} } }`, { input: variables }];
    const { data, codes } = await execute(this.clinic, token, query, given);
    const told = data?.[verb] as Record<string, unknown> | undefined;
    return {
      changed: told?.['__typename'] === 'CarePlanChanged',
      plan: (told?.['plan'] ?? told?.['now'] ?? null) as PlanTold | null,
      reason: told?.['reason'] as string | undefined,
      field: told?.['field'] as string | null | undefined,
      undoUntil: told?.['undoUntil'] as string | null | undefined,
      codes,
    };
  }

  async plan(person: PersonInClinic, version?: number): Promise<PlanTold | null> {
    const { data, codes } = await this.ask(
      person,
      `query ($id: ID!, $version: Int) { carePlan(patientId: $id, version: $version) { ${PLAN} } }`,
      { version },
    );
    if (codes.length > 0) throw new Error(codes.join());
    return data?.['carePlan'] as PlanTold | null;
  }

  async ask(person: PersonInClinic, query: string, variables: Record<string, unknown> = {}) {
    return execute(this.clinic, await this.token(person), query, { id: this.patient.id, ...variables });
  }

  /** Adds a row to the record, as an import does. */
  async record(table: string, needs: readonly Scope[], columns: Record<string, unknown>): Promise<RecordRow> {
    const row = rowMaker(this.patient.id, this.patient.canary)(table, needs, columns);
    await this.clinic.insert('portage_ingest', row.table, row.columns);
    return row;
  }
}

export const before = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** A woman of sixty-some whose breast cancer was operated, treated with doxorubicin and irradiated; it ended 200 days ago. */
export async function openSharedCare(into?: Clinic): Promise<SharedCare> {
  const clinic = into ?? (await openClinic());
  const centre = await clinic.organization('cancer-centre', { time_zone: 'America/Denver' });
  const practice = await clinic.organization();
  const oncologist = await clinic.person('oncologist').of(centre);
  const nurse = await clinic.person('oncology-nurse').of(centre);
  const physician = await clinic.person('community-clinician').of(practice);
  const bystander = await clinic.person('community-clinician').of(await clinic.organization());
  const patient = await clinic.patient();
  for (const grantee of [centre, practice, bystander.organization]) await clinic.grant(patient).to(grantee);
  const care = new SharedCare(clinic, patient, oncologist, nurse, physician, bystander);
  await treat(care);
  return care;
}

async function treat(care: SharedCare): Promise<void> {
  const icd10 = 'http://hl7.org/fhir/sid/icd-10-cm';
  await care.record('condition', ['oncology'], {
    category: 'primary-cancer',
    code_system: icd10,
    code: 'C50.411',
    display: 'Breast cancer, right',
    body_site: 'Breast',
    histology: 'Invasive ductal carcinoma',
    clinical_status: 'remission',
    onset_on: before(500),
    stage_text: 'IIA',
  });
  await care.record('condition', ['clinical', 'genetics'], {
    category: 'problem',
    code_system: icd10,
    code: 'Z15.01',
    display: 'Inherited BRCA1 variant',
    clinical_status: 'active',
  });
  await care.record('condition', ['clinical'], {
    category: 'problem',
    code_system: icd10,
    code: 'E11.9',
    display: 'Type 2 diabetes',
    clinical_status: 'active',
  });
  await care.record('procedure', ['oncology'], {
    kind: 'surgery',
    display: 'Lumpectomy, right',
    status: 'completed',
    treatment_intent: 'curative',
    started_on: before(460),
  });
  const order = randomUUID();
  await care.record('medication_use', ['oncology'], {
    id: order,
    category: 'cancer-systemic',
    display: 'doxorubicin',
    status: 'completed',
    source_type: 'MedicationRequest',
    treatment_intent: 'curative',
    dose_amount: 60,
    dose_unit: 'mg/m2',
    started_on: before(400),
    ended_on: before(330),
  });
  for (const days of [400, 379, 358, 337]) {
    await care.record('medication_use', ['oncology'], {
      category: 'cancer-systemic',
      display: 'doxorubicin',
      status: 'completed',
      source_type: 'MedicationAdministration',
      dose_amount: 105,
      dose_unit: 'mg',
      started_on: before(days),
      request_id: order,
    });
  }
  await care.record('procedure', ['oncology'], {
    kind: 'radiation',
    display: 'External beam radiotherapy',
    status: 'completed',
    treatment_intent: 'curative',
    body_site: 'Right breast',
    started_on: before(240),
    ended_on: before(200),
  });
}

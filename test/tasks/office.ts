// Two practices that share a patient, and what they ask of each other.
import { randomUUID } from 'node:crypto';
import { execute, type Answer } from '#test/kit/execute.ts';
import { openClinic, type Clinic, type PatientInClinic, type PersonInClinic } from '#test/kit/clinic.ts';

const WHOLE = `id title status question reason version overdue dueOn mayRespond mayDirect
  owner { person { id name } organization { id } role } requester { id name }
  patient { id } source { kind id }
  history { kind status words by { id } onBehalfOf { id } }`;

export interface TaskTold {
  id: string;
  title: string;
  status: string;
  question: string | null;
  reason: string | null;
  version: number;
  overdue: boolean;
  dueOn: string;
  mayRespond: boolean;
  mayDirect: boolean;
  owner: { person: { id: string; name: string } | null; organization: { id: string }; role: string };
  requester: { id: string } | null;
  patient: { id: string } | null;
  source: { kind: string; id: string | null };
  history: {
    kind: string;
    status: string;
    words: string | null;
    by: { id: string } | null;
    onBehalfOf: { id: string } | null;
  }[];
}

/** What became of an attempt, its refusal or its task beside. */
export interface Became {
  readonly changed: boolean;
  readonly reason: string | undefined;
  readonly undoUntil: string | null | undefined;
  readonly task: TaskTold | null;
  readonly codes: readonly string[];
  readonly requestId: string;
}

const ANSWER = `__typename ... on TaskChanged { task { ${WHOLE} } undoUntil } ... on TaskRefused { reason detail now: task { ${WHOLE} } }`;

/** Runs one mutation on a task as whoever holds the token: `answer(token, 'declineTask', { id, reason })`. */
export async function answer(
  clinic: Pick<Clinic, 'app'>,
  token: string,
  verb: string,
  values: Record<string, unknown>,
): Promise<Became> {
  const types: Record<string, string> = {
    id: 'ID!',
    ownerId: 'ID!',
    ownerOrganizationId: 'ID!',
    ownerRole: 'Role!',
    version: 'Int',
    input: 'RequestTaskInput!',
  };
  const typeOf = (name: string) => types[name] ?? 'String!';
  const names = Object.keys(values);
  const query = `mutation (${names.map((name) => `$${name}: ${typeOf(name)}`).join(', ')}) {
    ${verb}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${ANSWER} } }`;
  const requestId = randomUUID();
  const result: Answer = await execute(clinic, token, query, values, requestId);
  const told = result.data?.[verb] as
    | { __typename: string; task?: TaskTold; now?: TaskTold | null; reason?: string; undoUntil?: string | null }
    | undefined;
  return {
    changed: told?.__typename === 'TaskChanged',
    reason: told?.reason,
    undoUntil: told?.undoUntil,
    task: told?.task ?? told?.now ?? null,
    codes: result.codes,
    requestId,
  };
}

export async function list(clinic: Pick<Clinic, 'app'>, token: string, filter: Record<string, unknown> = {}) {
  const { data, codes } = await execute(
    clinic,
    token,
    `query ($filter: TaskFilter) { tasks(filter: $filter, first: 100) { totalCount edges { cursor node { ${WHOLE} } } } }`,
    { filter },
  );
  if (codes.length > 0) throw new Error(codes.join());
  const { edges, totalCount } = data!['tasks'] as { totalCount: number; edges: { cursor: string; node: TaskTold }[] };
  return { totalCount, cursors: edges.map(({ cursor }) => cursor), tasks: edges.map(({ node }) => node) };
}

/** A day relative to today in the practices' zone. */
export const inDays = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Phoenix' }).format(new Date(Date.now() + days * 86_400_000));

export interface Office {
  readonly clinic: Clinic;
  readonly patient: PatientInClinic;
  /** By which the practice reads the patient. */
  readonly grantId: string;
  readonly pcp: PersonInClinic;
  readonly colleague: PersonInClinic;
  readonly staff: PersonInClinic;
  readonly oncologist: PersonInClinic;
  readonly stranger: PersonInClinic;
  /** Secret token of each, by name. */
  readonly tokens: Record<'pcp' | 'colleague' | 'staff' | 'oncologist' | 'stranger', string>;
  /** One of them does something with a task: `as('pcp', 'declineTask', { id, reason })`. */
  as(who: keyof Office['tokens'], verb: string, values: Record<string, unknown>): Promise<Became>;
  /** The oncologist asks the PCP for something. */
  ask(more?: Record<string, unknown>): Promise<TaskTold>;
}

export async function openOffice(): Promise<Office> {
  const clinic = await openClinic();
  const practice = await clinic.organization();
  const centre = await clinic.organization('cancer-centre');
  const elsewhere = await clinic.organization();
  const patient = await clinic.patient();
  const grantId = await clinic.grant(patient).to(practice);
  await clinic.grant(patient).to(centre, { basis: 'care-team' });
  const people = {
    pcp: await clinic.person('community-clinician').of(practice),
    colleague: await clinic.person('community-clinician').of(practice),
    staff: await clinic.person('practice-staff').of(practice),
    oncologist: await clinic.person('oncologist').of(centre),
    stranger: await clinic.person('community-clinician').of(elsewhere),
  };
  const tokens = {
    pcp: await people.pcp.signIn(),
    colleague: await people.colleague.signIn(),
    staff: await people.staff.signIn(),
    oncologist: await people.oncologist.signIn(),
    stranger: await people.stranger.signIn(),
  };
  const as: Office['as'] = (who, verb, values) => answer(clinic, tokens[who], verb, values);
  const ask = async (more: Record<string, unknown> = {}) => {
    const input = { patientId: patient.id, title: 'Repeat the CEA', ownerId: people.pcp.id, dueOn: inDays(3), ...more };
    const { task, reason, codes } = await as('oncologist', 'requestTask', { input });
    if (task === null) throw new Error(reason ?? codes.join());
    return task;
  };
  return { clinic, patient, grantId, ...people, tokens, as, ask };
}

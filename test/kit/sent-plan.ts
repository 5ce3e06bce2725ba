// A plan as a physician gets it: drafted, signed and sent over the API, before a page is opened.
import { Caller } from './caller.ts';

const PANEL = 'query ($search: String) { patients(first: 1, search: $search) { edges { node { id } } } }';
const answer = (field: string, args: string): string =>
  `${field}(${args}) { __typename ... on CarePlanRefused { reason detail } }`;
const DRAFT = `mutation ($patientId: ID!) { answer: ${answer('draftCarePlan', 'patientId: $patientId')} }`;
const SIGN = `mutation ($input: SignCarePlanInput!) { answer: ${answer('signCarePlan', 'input: $input')} }`;
const SEND = `mutation ($input: SendCarePlanInput!) { answer: ${answer('sendCarePlan', 'input: $input')} }`;

interface Demo {
  readonly url: string;
  readonly demoPassword: string;
}

/** Sends a first plan of the patient of this family name to an account of the demo. @returns the patient's id */
export async function sendPlan(demo: Demo, family: string, account: string): Promise<string> {
  const oncologist = new Caller(demo.url);
  await oncologist.signIn('oncologist@demo.example', demo.demoPassword);
  const { viewer } = await new Caller(demo.url).signIn(`${account}@demo.example`, demo.demoPassword);
  const { data } = (await oncologist.ask(PANEL, { search: family })).json;
  const [edge] = (data as { patients: { edges: { node: { id: string } }[] } }).patients.edges;
  if (!edge) throw new Error(`no patient ${family} in the demo`);
  const patientId = edge.node.id;
  const change = async (document: string, variables: Record<string, unknown>): Promise<void> => {
    const reply = (await oncologist.ask(document, variables)).json;
    const told = reply.data?.['answer'] as { __typename: string; detail?: string } | undefined;
    if (told?.__typename !== 'CarePlanChanged') throw new Error(JSON.stringify(reply));
  };
  await change(DRAFT, { patientId });
  await change(SIGN, { input: { patientId, version: 1 } });
  await change(SEND, { input: { patientId, version: 1, recipientId: viewer.id } });
  return patientId;
}

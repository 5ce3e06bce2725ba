// S6: "not yours" and "does not exist" are the same bytes, headers included.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROLES } from '#api/access/index.ts';
import { patientIn, RELATIONS } from '#test/kit/clinic-relations.ts';
import type { Caller } from '#test/kit/caller.ts';
import type { PatientInClinic } from '#test/kit/clinic.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';
import { figure } from './figure.ts';
import { STATE_OPENS } from './truth-table.ts';

const CLOSED = RELATIONS.filter((relation) => !STATE_OPENS[relation]);
const QUERIES = [
  'query ($id: ID!) { patient(id: $id) { id } }',
  'query ($id: ID!) { patient(id: $id) { name oncology { phase } palliative { stage { rag } } results { totalCount } } }',
  'query ($id: ID!) { patient(id: $id) { documents { items { text } } accessLog { at } } }',
];
/** Differs from one answer to the next, whatever was asked. */
const OF_EACH_ANSWER = ['date', 'x-request-id'];

let served: ServedClinic;
beforeAll(async () => {
  served = await serveClinic();
});
afterAll(() => served.close());

async function bytesOf(caller: Caller, query: string, id: string): Promise<string> {
  const { status, headers, text } = await caller.ask(query, { id });
  const stable = Object.fromEntries([...headers].filter(([name]) => !OF_EACH_ANSWER.includes(name)));
  return JSON.stringify([status, text, stable]);
}

it('every closed state answers like a patient who does not exist', { timeout: 300_000 }, async () => {
  const { clinic } = served;
  const different: string[] = [];
  let compared = 0;
  for (const role of ROLES) {
    const reader = await clinic.person(role).of(await clinic.organization());
    const hidden: [string, PatientInClinic][] = [];
    for (const relation of CLOSED) hidden.push([relation, await patientIn(clinic, relation, reader)]);
    await served.admit(reader);
    const caller = served.caller();
    await caller.signIn(reader.email, PASSWORD);
    for (const query of QUERIES) {
      const absent = await bytesOf(caller, query, randomUUID());
      const others = [...hidden.map(([relation, { id }]) => [relation, id] as const), ['no id at all', 'x'] as const];
      for (const [relation, id] of others) {
        compared++;
        const bytes = await bytesOf(caller, query, id);
        if (bytes !== absent) different.push(`${role} ${relation}: ${bytes} and not ${absent}`);
      }
      expect(absent).toContain('NOT_FOUND');
    }
    const search = 'query ($id: String!) { patients(search: $id) { totalCount edges { node { id } } } }';
    const absent = await bytesOf(caller, search, 'CanaryOfNobody');
    for (const [relation, { canary }] of hidden) {
      compared++;
      for (const words of [canary, `MRN-${canary}n0n`]) {
        const bytes = await bytesOf(caller, search, words);
        if (bytes !== absent) different.push(`${role} ${relation} found by ${words}: ${bytes}`);
      }
    }
  }
  figure(`S6: ${compared} answers compared with those for an absent patient, ${different.length} different`);
  expect(different).toEqual([]);
});

// S8: whatever is sent as a document or as variables, no answer is a fault of ours, and none says how we are built.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure } from '#test/access/figure.ts';
import type { Caller } from '#test/kit/caller.ts';
import { DocumentMaker } from '#test/kit/fuzz-documents.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';

/** FUZZ_DOCUMENTS=50000 for the whole of S8. */
const DOCUMENTS = Number(process.env['FUZZ_DOCUMENTS'] ?? 400);
const SEED = 20_261_122;
/** Words of PostgreSQL, of a stack and of our own fault, none of which is in what we send. */
const INNER =
  /node_modules|\.[jt]s:\d|\bat \S+ \(|"INTERNAL"|SQLSTATE|at or near|violates|invalid input syntax|invalid byte sequence|out of range for type|relation "|portage_/;

let served: ServedClinic;
let caller: Caller;
let maker: DocumentMaker;
beforeAll(async () => {
  served = await serveClinic();
  const { clinic } = served;
  const person = await clinic.person('community-clinician').of(await clinic.organization());
  await served.admit(person);
  const [mine, hidden] = [await clinic.patient({ withRecord: true }), await clinic.patient({ withRecord: true })];
  await clinic.grant(mine).to(person);
  caller = served.caller();
  await caller.signIn(person.email, PASSWORD);
  maker = new DocumentMaker(buildSchema(readFileSync('schema/schema.graphql', 'utf8')), [
    mine.id,
    hidden.id,
    person.id,
  ]);
});
afterAll(() => served.close());

it('answers every document with an answer', { timeout: 60_000 + DOCUMENTS * 200 }, async () => {
  let asked = 0;
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (draw) => {
      const headers = { 'content-type': 'application/json' };
      const { status, text } = await caller.fetch('/graphql', { method: 'POST', headers, body: maker.body(draw) });
      asked += 1;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status, text).toBeLessThan(500);
      expect(text).not.toMatch(INNER);
    }),
    { numRuns: DOCUMENTS, seed: SEED, endOnFailure: true },
  );
  // The session outlived all of it, so documents got as far as the record.
  expect(await caller.viewer()).not.toBeNull();
  expect(statuses.get(200)).toBeGreaterThan(DOCUMENTS / 10);
  const told = [...statuses].map(([status, count]) => `${count} × ${status}`);
  figure(`S8: ${asked} documents, ${told.join(', ')}; 0 × 5xx, 0 stack traces`);
});

// A plan leaves the house on paper, as a note and as FHIR: for those who may read it, and with its row in the audit.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bundle, CarePlan } from 'fhir/r4.js';
import type { Caller } from '#test/kit/caller.ts';
import type { PersonInClinic } from '#test/kit/clinic.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';
import { openSharedCare, type SharedCare } from './shared-care.ts';

const FILES = ['short-form.pdf', 'full-form.pdf', 'note.txt', 'care-plan.json'];

let served: ServedClinic;
let care: SharedCare;
let oncologist: Caller;
let physician: Caller;

async function browserOf(person: PersonInClinic): Promise<Caller> {
  await served.admit(person);
  const caller = served.caller();
  await caller.signIn(person.email, PASSWORD);
  return caller;
}
const get = (caller: Caller, file: string) => caller.fetch(`/care-plans/${care.patient.id}/${file}`);

beforeAll(async () => {
  served = await serveClinic();
  care = await openSharedCare(served.clinic);
  [oncologist, physician] = [await browserOf(care.oncologist), await browserOf(care.physician)];
}, 60_000);
afterAll(() => served.close());

describe('a plan on paper', () => {
  it('does not exist before there is a plan', async () => {
    for (const file of FILES) expect((await get(oncologist, file)).status).toBe(404);
  });

  it('of a draft is for who writes it, and says that nobody has signed', async () => {
    await care.does(care.oncologist, 'draftCarePlan');
    expect((await get(oncologist, 'note.txt')).text).toContain('Nobody has signed it');
    expect((await get(physician, 'note.txt')).status).toBe(404);
  });

  it('once sent is for the physician too, in every form, and no cache keeps it', async () => {
    expect((await care.does(care.oncologist, 'signCarePlan', { version: 1 })).changed).toBe(true);
    const sent = await care.does(care.oncologist, 'sendCarePlan', { version: 1, recipientId: care.physician.id });
    expect(sent.changed).toBe(true);
    const types = await Promise.all(
      FILES.map(async (file) => {
        const { status, headers } = await get(physician, file);
        expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
        expect(headers.get('content-disposition')).toBe(`inline; filename="v1-${file}"`);
        return headers.get('content-type');
      }),
    );
    expect(types).toEqual([
      'application/pdf',
      'application/pdf',
      'text/plain; charset=utf-8',
      'application/fhir+json; charset=utf-8',
    ]);
    expect((await get(physician, 'short-form.pdf')).text).toMatch(/^%PDF-1\.7/);
    const note = (await get(physician, 'note.txt')).text;
    expect(note).toContain('version 1, signed by');
    expect(note).toContain('Breast cancer, right, stage IIA');
  });

  it('as FHIR carries every line of the plan that the portal shows', async () => {
    const bundle = (await get(physician, 'care-plan.json')).json as unknown as Bundle;
    const plan = bundle.entry
      ?.map(({ resource }) => resource)
      .find((one) => one?.resourceType === 'CarePlan') as CarePlan;
    const shown = await care.plan(care.physician);
    expect(plan.status).toBe('active');
    expect(plan.activity?.map(({ detail }) => detail?.code?.text)).toEqual(shown?.lines.map(({ title }) => title));
  });

  it('is audited, each copy', async () => {
    const count = async () =>
      Number(
        (
          await served.clinic.behindTheWall<{ count: string }>(
            `select count(*) from audit_event where action = 'care-plan:export' and outcome = 'done' and person_id = '${care.physician.id}'`,
          )
        )[0]?.count,
      );
    const before = await count();
    await get(physician, 'short-form.pdf');
    expect(await count()).toBe(before + 1);
  });

  it('answers alike for a hidden patient, an absent one, an absent version and no session', async () => {
    const hidden = await served.clinic.patient();
    for (const path of [
      `/care-plans/${hidden.id}/note.txt`,
      `/care-plans/${randomUUID()}/note.txt`,
      `/care-plans/nobody/note.txt`,
      `/care-plans/${care.patient.id}/note.txt?version=9`,
      `/care-plans/${care.patient.id}/note.txt?version=first`,
    ])
      expect((await physician.fetch(path)).json.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await get(served.caller(), 'note.txt')).status).toBe(401);
    expect((await get(physician, 'secrets.txt')).status).toBe(404);
  });
});

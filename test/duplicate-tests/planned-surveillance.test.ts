// What the follow-up plan asks for is part of a check's answer, for those who may read the plan and nobody else.
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ORDINARY_SCOPES } from '#api/access/index.ts';
import type { PersonInClinic } from '#test/kit/clinic.ts';
import { before, openSharedCare, type SharedCare } from '#test/survivorship/shared-care.ts';

const CHECK = `query ($id: ID!, $test: String!) { checkDuplicateTest(input: { patientId: $id, test: $test }) {
  verdict reasons notKnown planned { id kind name opensOn on by } } }`;

interface Planned {
  kind: string;
  name: string;
  opensOn: string | null;
  on: string | null;
  by: string | null;
}
interface Told {
  verdict: string;
  reasons: string[];
  notKnown: string[];
  planned: Planned[];
}

const MAMMOGRAM = { kind: 'SURVEILLANCE', name: 'Mammogram', by: 'cancer centre' };

let care: SharedCare;
/** Shares the record but not the plan. */
let withoutPlan: PersonInClinic;
beforeAll(async () => {
  care = await openSharedCare();
  const { clinic, patient, oncologist, physician } = care;
  withoutPlan = await clinic.person('community-clinician').of(await clinic.organization());
  await clinic.grant(patient).to(withoutPlan, { scopes: ORDINARY_SCOPES.filter((scope) => scope !== 'care-plan') });
  await care.does(oncologist, 'draftCarePlan');
  expect((await check(physician, 'mammogram')).planned).toEqual([]);
  expect((await care.does(oncologist, 'signCarePlan', { version: 1 })).changed).toBe(true);
  expect((await check(physician, 'mammogram')).planned).toEqual([]);
  const sent = await care.does(oncologist, 'sendCarePlan', { version: 1, recipientId: physician.id });
  expect(sent.changed).toBe(true);
}, 60_000);
afterAll(() => care.clinic.close());

async function check(person: PersonInClinic, test: string): Promise<Told> {
  const { data, codes } = await care.ask(person, CHECK, { test });
  expect(codes).toEqual([]);
  return data!['checkDuplicateTest'] as Told;
}

describe('a check where a follow-up plan is in force', () => {
  it('is no warning while the plan asks for the test, and says from when to when and who is responsible', async () => {
    const { verdict, reasons, planned } = await check(care.physician, 'mammogram');
    expect(planned).toMatchObject([MAMMOGRAM]);
    expect([verdict, reasons]).toEqual([
      'NOT_DUPLICATE',
      [expect.stringMatching(/^The follow-up plan asks for Mammography from .+ to .+; responsible: cancer centre\.$/)],
    ]);
  });

  it('sends no more statements than without', async () => {
    await check(care.physician, 'mammogram');
    const sent = vi.spyOn(Client.prototype, 'query');
    await care.ask(care.physician, CHECK, { test: 'mammogram' });
    const texts = sent.mock.calls.map(([query]) => query);
    vi.restoreAllMocks();
    // The sign-in of this kit is a statement of its own before the four of the check.
    expect(texts.length).toBeLessThanOrEqual(5);
  });

  it('tells a reader without the plan the same as if there were none', async () => {
    const { reasons, planned, notKnown } = await check(withoutPlan, 'mammogram');
    expect([planned, reasons]).toEqual([[], ['No Mammography is recorded.']]);
    expect(notKnown).toContain('Not all plans of the cancer centre are open to you.');
    expect((await check(care.physician, 'mammogram')).notKnown).not.toContain(
      'Not all plans of the cancer centre are open to you.',
    );
  });

  it('puts the line off once the test was done, wherever that was', async () => {
    const asked = (await check(care.physician, 'mammogram')).planned[0];
    await care.record('diagnostic_report', ['results'], {
      display: 'Mammogram bilateral',
      status: 'final',
      effective_at: before(20),
      conclusion: 'Benign.',
      performer_name: 'Other Hospital',
    });
    const { verdict, planned } = await check(care.physician, 'mammogram');
    expect(planned).toMatchObject([MAMMOGRAM]);
    expect(planned[0]!.opensOn! > asked!.opensOn!).toBe(true);
    expect(verdict).toBe('PROBABLE_DUPLICATE');
  });
});

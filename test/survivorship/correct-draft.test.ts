// What oncology corrects in a draft before it is signed, and how it is taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { before, openSharedCare, type Became, type LineTold, type SharedCare } from './shared-care.ts';

let care: SharedCare;
const KEY = 'breast-mammogram';
const line = ({ plan }: Became): LineTold => plan!.lines.find(({ key }) => key === KEY)!;

describe('a line of a draft', () => {
  let own: LineTold;
  const correct = (decided: Record<string, unknown>) =>
    care.does(care.oncologist, 'updateCarePlanLine', { lineId: own.id, ...decided });
  beforeAll(async () => {
    care = await openSharedCare();
    own = line(await care.does(care.nurse, 'draftCarePlan'));
  }, 60_000);
  afterAll(() => care.clinic.close());

  it('has no next time in the past: whatever was meant, it is a slip', async () => {
    const refused = await correct({ dueOn: before(2) });
    expect([refused.reason, refused.field]).toEqual(['VALUE_UNUSABLE', 'dueOn']);
    expect(line(refused).nextDue).toBe(own.nextDue);
  });

  it('keeps what was decided before, unless it is said anew', async () => {
    await correct({ owner: 'PRIMARY_CARE', ownerName: 'Dr Begay' });
    const corrected = await correct({ dueOn: before(-30) });
    expect(line(corrected)).toMatchObject({
      owner: 'PRIMARY_CARE',
      ownerName: 'Dr Begay',
      nextDue: before(-30),
      corrected: true,
    });
    expect(line(await correct({ ownerName: '' })).ownerName).toBeNull();
  });

  it('goes back to its rule in one step', async () => {
    const back = await correct({ byItsRule: true });
    expect(line(back)).toEqual(own);
    expect(own.corrected).toBe(false);
  });

  it('goes back to its rule but for what is said with it', async () => {
    await correct({ owner: 'NOBODY', dueOn: before(-30) });
    expect(line(await correct({ byItsRule: true, owner: 'PATIENT' }))).toMatchObject({
      owner: 'PATIENT',
      nextDue: own.nextDue,
      corrected: true,
    });
  });
});

describe('a fact that is filled in', () => {
  const fill = (text: string) => care.does(care.nurse, 'fillMissingFact', { key: 'end-of-treatment', text });

  it('is the habit of smoking in the words of the plan, and may be taken back', async () => {
    const stillMissing = async (text: string) => {
      const { plan } = await care.does(care.nurse, 'fillMissingFact', { key: 'smoking', text });
      return plan?.missing.some(({ key }) => key === 'smoking');
    };
    expect(await stillMissing('never smoked')).toBe(false);
    expect(await stillMissing('')).toBe(true);
  });
  beforeAll(async () => {
    care = await openSharedCare();
    await care.record('medication_use', ['oncology'], {
      category: 'cancer-systemic',
      display: 'paclitaxel',
      status: 'active',
      source_type: 'MedicationRequest',
      started_on: before(20),
    });
    await care.does(care.nurse, 'draftCarePlan');
  }, 60_000);
  afterAll(() => care.clinic.close());

  it.each([
    ['before the diagnosis', before(9000)],
    ['before a treatment began', before(21)],
    ['still to come', before(-3)],
  ])('is not taken when it is %s: the reason is told, nothing is stored', async (_, day) => {
    const refused = await fill(day);
    expect([refused.reason, refused.field]).toEqual(['VALUE_UNUSABLE', 'end-of-treatment']);
    expect(refused.plan?.facts.endOfTreatment).toBeNull();
  });

  it('is taken when nothing speaks against it', async () => {
    expect((await fill(before(1))).plan).toMatchObject({ facts: { endOfTreatment: before(1) }, faults: [] });
  });
});

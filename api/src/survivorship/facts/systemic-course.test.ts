// Which medicines a summary tells, in what words, and what is taken now.
import { describe, expect, it } from 'vitest';
import { course, record, said, type Rows, TODAY } from '#test/survivorship/records.ts';
import type { FilledFact } from './facts.ts';
import { ongoingFacts, systemicFacts } from './systemic.ts';

type Medicines = NonNullable<Rows['medicationUses']>;
const told = (medicationUses: Medicines, carePlans: Rows['carePlans'] = []) =>
  systemicFacts(record({ medicationUses, carePlans }), [], TODAY).systemic;
const names = (medicationUses: Medicines) => told(medicationUses).map(({ name }) => name);

describe('the cancer medicines', () => {
  it.each([
    ['completed', true],
    ['active', true],
    ['stopped', true],
    [null, true],
    ['entered-in-error', false],
    ['not-done', false],
    ['cancelled', false],
    ['draft', false],
  ])('of status %s are told: %s', (status, is) =>
    expect(names([{ category: 'cancer-systemic', display: 'paclitaxel', status }])).toEqual(is ? ['paclitaxel'] : []),
  );

  it.each([
    ['prednisone', 'plan', true],
    ['prednisone', null, false],
    ['ondansetron', 'plan', false],
  ])('sent as other medicines: %s of plan %s is told: %s', (display, care_plan_id, is) =>
    expect(names([{ category: 'other', display, care_plan_id }])).toEqual(is ? [display] : []),
  );

  it('are told the oldest first, what has no day before all', () => {
    const since = (display: string, started_on: string | null) => ({
      category: 'cancer-systemic' as const,
      display,
      started_on,
    });
    expect(
      names([since('paclitaxel', '2024-05-01'), since('doxorubicin', '2024-02-01'), since('tamoxifen', null)]),
    ).toEqual(['tamoxifen', 'doxorubicin', 'paclitaxel']);
  });

  it('are told by their order, and without one by their first dose', () => {
    const doses = course('Doxorubicin hydrochloride 2 MG/ML', { given: [60, 'mg/m2'], times: 2 });
    const order = { ...doses[0], id: 'order', display: 'Doxorubicin', ended_on: '2024-06-01' };
    expect(told([...doses.slice(1), order])[0]).toMatchObject({
      id: 'order',
      name: 'Doxorubicin',
      substance: 'doxorubicin',
      groups: ['anthracycline'],
      text: 'Doxorubicin, 2 doses, 120 mg/m² in all',
      value: 120,
      unit: 'mg/m²',
      doses: 2,
      on: '2024-03-01',
      startedOn: '2024-03-01',
      endedOn: '2024-06-01',
      ongoing: false,
      source: { id: 'order', name: 'Three Rivers' },
    });
    expect(told(doses.slice(1))[0]).toMatchObject({
      id: 'row-1',
      name: 'Doxorubicin hydrochloride 2 MG/ML',
      endedOn: '2024-03-22',
      cycles: null,
    });
  });

  it.each<[string, Parameters<typeof course>[1], string]>([
    ['paclitaxel', { times: 1 }, 'paclitaxel, 1 dose'],
    ['paclitaxel', { times: 2 }, 'paclitaxel, 2 doses'],
    ['letrozole', { times: 0 }, 'letrozole'],
    ['doxorubicin', { times: 1, given: [100, 'mg'] }, 'doxorubicin, 1 dose, 100 mg in all'],
  ])('%s %j is told as %s', (drug, facts, text) => expect(told(course(drug, facts))[0]?.text).toBe(text));

  it('without a dose tell none, nor a sum', () =>
    expect(told(course('doxorubicin', { times: 0, ordered: [60, 'mg/m2'] }))[0]).toMatchObject({
      doses: null,
      value: null,
      unit: null,
      cumulative: null,
      filledInBy: null,
    }));
});

describe('the cycles', () => {
  const plan = (more: object = {}) => ({ id: 'plan', title: 'TC, 4 cycles', status: 'completed', ...more });
  const order = (more: object = {}) => course('docetaxel', { times: 0, care_plan_id: 'plan', ...more });

  it.each<[string, Medicines, Rows['carePlans'], number | null]>([
    ['are those of the regimen', order(), [plan()], 4],
    ['of ten and more are told', order(), [plan({ title: 'Weekly paclitaxel, 12 cycles' })], 12],
    [
      'of two regimens are one sum',
      [...order(), ...order({ care_plan_id: 'second' })],
      [plan(), plan({ id: 'second', title: 'TC, 2 cycles' })],
      6,
    ],
    ['are unknown where one regimen tells none', [...order(), ...order({ care_plan_id: 'second' })], [plan()], null],
    ['are unknown without a number', order(), [plan({ title: 'TC, until progression' })], null],
    ['are unknown while the regimen runs', order(), [plan({ status: 'active' })], null],
    ['are unknown of a medicine that was dropped', order({ status: 'stopped' }), [plan()], null],
    ['are unknown without a regimen', order({ care_plan_id: null }), [plan()], null],
  ])('%s', (_, medicines, plans, cycles) => {
    const [fact] = told(medicines, plans);
    expect([fact?.cycles, fact?.text]).toEqual([cycles, cycles === null ? 'docetaxel' : `docetaxel, ${cycles} cycles`]);
  });

  it('stand for the doses in words', () =>
    expect(told(course('docetaxel', { times: 4, care_plan_id: 'plan' }), [plan()])[0]).toMatchObject({
      text: 'docetaxel, 4 cycles',
      doses: 4,
    }));
});

describe('what is taken now', () => {
  const taken = (medicationUses: Medicines, filled: FilledFact[] = []) => {
    const chart = record({ medicationUses });
    return ongoingFacts(systemicFacts(chart, filled, TODAY).systemic, chart, filled, TODAY);
  };
  const letrozole = (more: Partial<Medicines[number]> = {}) =>
    course('letrozole', { times: 0, from: '2024-08-01', status: 'active', ended_on: null, ...more });

  it.each<[string, Partial<Medicines[number]>, boolean]>([
    ['was ordered without an end', {}, true],
    ['was ordered from today', { started_on: '2026-06-01' }, true],
    ['was ordered until today', { ended_on: '2026-06-01' }, true],
    ['was ordered, since whenever', { started_on: null }, true],
    ['is ordered from tomorrow', { started_on: '2026-06-02' }, false],
    ['was ordered until yesterday', { ended_on: '2026-05-31' }, false],
    ['was stopped', { status: 'stopped' }, false],
    ['was given, which is no order', { source_type: 'MedicationAdministration' }, false],
  ])('%s: %j is %s', (_, more, is) => {
    const [fact] = told(letrozole(more));
    expect([fact?.ongoing, taken(letrozole(more)).length]).toEqual([is, is ? 1 : 0]);
    if (is) expect(fact?.endedOn).toBeNull();
  });

  it('is taken now though an earlier order is over', () =>
    expect(told([...letrozole({ status: 'completed', ended_on: '2025-01-01' }), ...letrozole()])[0]).toMatchObject({
      ongoing: true,
      endedOn: null,
    }));

  it.each<[string, Partial<Medicines[number]>, FilledFact[], string, string | null, string | null]>([
    ['without an end', {}, [], 'letrozole since 1 Aug 2024', null, null],
    ['without a beginning', { started_on: null }, [], 'letrozole', null, null],
    [
      'with the end that was ordered',
      { ended_on: '2029-08-01' },
      [said('planned-end:letrozole', '2031-08-01')],
      'letrozole since 1 Aug 2024, until 1 Aug 2029',
      '2029-08-01',
      null,
    ],
    [
      'with the end that a person wrote',
      {},
      [said('planned-end:tamoxifen', '2026-08-01'), said('planned-end:letrozole', '2031-08-01')],
      'letrozole since 1 Aug 2024, until 1 Aug 2031',
      '2031-08-01',
      'Ada Okafor',
    ],
    [
      'without the end of another',
      {},
      [said('planned-end:tamoxifen', '2026-08-01')],
      'letrozole since 1 Aug 2024',
      null,
      null,
    ],
  ])('is told %s', (_, more, filled, text, plannedEnd, filledInBy) => {
    const other = course('tamoxifen', { times: 0, status: 'active', ended_on: '2027-01-01', from: '2024-09-01' });
    const facts = taken([...other, ...letrozole(more)], filled);
    expect(facts.find(({ substance }) => substance === 'letrozole')).toMatchObject({
      id: 'order of letrozole',
      text,
      on: more.started_on === null ? null : '2024-08-01',
      startedOn: more.started_on === null ? null : '2024-08-01',
      source: { id: 'order of letrozole' },
      groups: ['aromatase-inhibitor'],
      plannedEnd,
      filledInBy,
    });
  });
});

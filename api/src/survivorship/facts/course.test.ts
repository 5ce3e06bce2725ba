// When treatment to cure ended, and which treatment nobody ended.
import { describe, expect, it } from 'vitest';
import { beam, breastCancer, course, lumpectomy, record, said, type Rows } from '#test/survivorship/records.ts';
import { cancerFacts } from './cancers.ts';
import { courseOf } from './course.ts';
import type { FilledFact } from './facts.ts';

const TODAY = '2026-06-01';

function told(rows: Rows, filled: FilledFact[] = []) {
  const chart = record({ conditions: [breastCancer()], ...rows });
  return courseOf(chart, cancerFacts(chart, filled), filled, TODAY);
}

/** A regimen as its plan tells it. */
const regimen = { id: 'regimen', category: 'treatment-plan', title: 'Carboplatin and paclitaxel, 4 cycles' } as const;
const underWay = { status: 'active', ended_on: null } as const;
const over = { status: 'completed', times: 0, ended_on: null } as const;

describe('the last day of an operation or of radiotherapy', () => {
  it.each([
    ['is the day on which it ended', { started_on: '2024-07-01', ended_on: '2024-07-28' }, '2024-07-28'],
    ['is its only day where no end is told', { started_on: '2024-07-01', ended_on: null }, '2024-07-01'],
    ['may be all that is told', { started_on: null, ended_on: '2024-07-28' }, '2024-07-28'],
    ['may be the day on which it began', { started_on: '2024-07-28', ended_on: '2024-07-28' }, '2024-07-28'],
    ['may be today', { started_on: '2026-05-20', ended_on: '2026-06-01' }, '2026-06-01'],
    ['is not a day to come', { started_on: '2026-05-20', ended_on: '2026-06-02' }, null],
    ['is not before the beginning', { started_on: '2024-07-28', ended_on: '2024-07-27' }, null],
    ['is not known while it is under way', { status: 'in-progress', ended_on: '2026-06-01' }, null],
    ['is not known while it is on hold', { status: 'on-hold' }, null],
    ['is not known without any day', { started_on: null, ended_on: null }, null],
  ])('%s', (_, days, end) => {
    const { localTreatmentEnd, radiationEnd } = told({ procedures: [{ ...beam, ...days }] });
    expect([localTreatmentEnd, radiationEnd]).toEqual([end, end]);
  });

  it('is the later of both, and that of radiation by itself', () => {
    const again = { ...lumpectomy, started_on: '2024-10-05' };
    const chemotherapy = course('paclitaxel', { from: '2025-01-01', ended_on: '2025-03-01' });
    expect(told({ procedures: [again, beam], medicationUses: chemotherapy })).toMatchObject({
      endOfTreatment: '2025-03-01',
      localTreatmentEnd: '2024-10-05',
      radiationEnd: '2024-07-28',
    });
  });

  it('is not that of a transplant', () => {
    const transplant = { kind: 'transplant', display: 'Transplant', status: 'completed', started_on: '2025-02-02' };
    expect(told({ procedures: [{ ...transplant, kind: 'transplant' }] })).toMatchObject({
      endOfTreatment: '2025-02-02',
      localTreatmentEnd: null,
      radiationEnd: null,
    });
  });
});

describe('the end of treatment', () => {
  it.each<[string, Rows, string | null, string | null]>([
    ['of nothing is unknown', {}, null, 'No treatment is recorded.'],
    [
      'of what is only planned is unknown',
      { medicationUses: course('paclitaxel', { times: 0, status: 'draft' }) },
      null,
      'No treatment is recorded.',
    ],
    [
      'of an operation without a day is unknown',
      { procedures: [{ ...lumpectomy, started_on: null }] },
      null,
      'No treatment is recorded with the day it ended.',
    ],
    [
      'has not come while radiotherapy is under way',
      { procedures: [lumpectomy, { ...beam, status: 'in-progress', started_on: '2026-05-20', ended_on: null }] },
      null,
      'Radiotherapy is recorded as under way since 20 May 2026.',
    ],
    [
      'has not come while radiotherapy is under way, since whenever',
      { procedures: [lumpectomy, { ...beam, status: 'in-progress', started_on: null, ended_on: null }] },
      null,
      'Radiotherapy is recorded as under way.',
    ],
    [
      'does not wait for an operation that nobody closed',
      { procedures: [{ ...lumpectomy, status: 'in-progress' }, beam] },
      '2024-07-28',
      null,
    ],
    [
      'does not wait for a course that is on hold',
      { procedures: [lumpectomy], medicationUses: course('paclitaxel', { status: 'on-hold', ended_on: null }) },
      '2024-02-01',
      null,
    ],
    [
      'does not wait for tablets of many years',
      { procedures: [lumpectomy], medicationUses: course('Letrozole 2.5 mg tablet', { ...underWay, times: 0 }) },
      '2024-02-01',
      null,
    ],
    [
      'does not wait for a plan of tablets of many years',
      { procedures: [lumpectomy], carePlans: [{ ...regimen, title: 'Tamoxifen', status: 'active' }] },
      '2024-02-01',
      null,
    ],
    [
      'is not the day of an implant that works for months',
      { procedures: [lumpectomy, { ...lumpectomy, kind: 'other', display: 'Goserelin', started_on: '2025-01-05' }] },
      '2024-02-01',
      null,
    ],
    [
      'waits for a regimen of which no medicine is recorded',
      { carePlans: [{ ...regimen, status: 'active', started_on: '2026-05-11' }] },
      null,
      'Carboplatin and paclitaxel, 4 cycles is recorded as under way since 11 May 2026.',
    ],
  ])('%s', (_, rows, end, because) => {
    const { endOfTreatment, noEndBecause } = told(rows);
    expect([endOfTreatment, noEndBecause]).toEqual([end, because]);
  });

  it('waits for a regimen that is more than tablets of many years', () => {
    const medicationUses = ['goserelin', 'docetaxel'].flatMap((drug) =>
      course(drug, { ...underWay, times: 0, from: '2026-05-01', care_plan_id: 'regimen' }),
    );
    const carePlans = [{ ...regimen, status: 'active', started_on: '2026-05-01' }];
    expect(told({ procedures: [lumpectomy], medicationUses, carePlans }).endOfTreatment).toBeNull();
  });

  it('is what a person said, though a treatment is recorded as under way', () => {
    const medicationUses = course('paclitaxel', { ...underWay, from: '2026-05-01' });
    const { endOfTreatment, noEndBecause } = told({ procedures: [lumpectomy], medicationUses }, [
      said('smoking', 'never'),
      said('end-of-treatment', '2024-06-01'),
    ]);
    expect([endOfTreatment, noEndBecause]).toEqual(['2024-06-01', null]);
  });
});

describe('a medicine that is over without a day', () => {
  const UNKNOWN = 'epirubicin is recorded as over, but not since when.';
  it.each<[string, Parameters<typeof course>[1], string | null]>([
    ['later than all days that are known hides the end', { ...over, from: '2024-08-01' }, UNKNOWN],
    ['and was stopped hides it too', { ...over, status: 'stopped', from: '2024-08-01' }, UNKNOWN],
    ['of which nothing tells that it is over hides nothing', { ...over, status: 'unknown', from: '2024-08-01' }, null],
    ['of the last known day hides nothing', { ...over, from: '2024-07-28' }, null],
    ['is as late as its last dose', { ...over, times: 3, from: '2024-07-01' }, UNKNOWN],
    ['with doses before the last known day hides nothing', { ...over, times: 2, from: '2024-07-01' }, null],
  ])('%s', (_, facts, because) => {
    const medicationUses = [
      ...course('epirubicin', facts),
      ...course('letrozole', { ...underWay, from: '2025-01-01' }),
    ];
    const { endOfTreatment, noEndBecause } = told({ procedures: [lumpectomy, beam], medicationUses });
    expect([endOfTreatment, noEndBecause]).toEqual([because === null ? '2024-07-28' : null, because]);
  });

  it('of a regimen without medicines is as late as its beginning', () => {
    const carePlans = [{ ...regimen, status: 'completed', started_on: '2025-01-01' }];
    expect(told({ procedures: [lumpectomy], carePlans }).noEndBecause).toBe(
      'Carboplatin and paclitaxel, 4 cycles is recorded as over, but not since when.',
    );
  });

  it('is no matter where its day is told, though a dose stands after it', () => {
    const medicationUses = course('paclitaxel', { from: '2024-08-01', ended_on: '2024-08-20' });
    expect(told({ procedures: [lumpectomy], medicationUses }).endOfTreatment).toBe('2024-08-20');
  });

  it('is a medicine: radiotherapy to come that is called completed hides nothing', () => {
    const early = { ...beam, started_on: '2026-06-10', ended_on: null };
    expect(told({ procedures: [lumpectomy, early] }).endOfTreatment).toBe('2024-02-01');
  });
});

describe('a treatment that nobody ended', () => {
  const lastDose = (from: string, more: Rows['medicationUses'] = []) =>
    told({ medicationUses: [...course('paclitaxel', { ...underWay, times: 1, from }), ...more] }).faults;

  it('is a fault of the record from half a year after its last dose', () => {
    expect(lastDose('2025-12-04')).toEqual([]);
    expect(lastDose('2025-12-03')).toEqual([
      {
        kind: 'treatment-without-end',
        text: 'paclitaxel is recorded as under way, but nothing of it since 3 Dec 2025: say when it ended.',
        rowId: 'order of paclitaxel',
      },
    ]);
  });

  it('is not excused by another order, nor by doses of another medicine', () => {
    const [order] = course('paclitaxel', { ...underWay, times: 0, from: '2026-05-01' });
    const others = course('carboplatin', { times: 1, from: '2026-05-01' });
    expect(lastDose('2025-01-01', [{ ...order, id: 'again' }, ...others])).toMatchObject([
      { text: expect.stringContaining('since 1 Jan 2025') as string },
    ]);
  });

  it('without doses is counted from its first day, and not at all where none is told', () => {
    const none = (from: string | null) =>
      told({ procedures: [{ ...beam, status: 'in-progress', started_on: from, ended_on: null }] }).faults;
    expect(none('2025-01-01')).toHaveLength(1);
    expect(none('2026-05-01')).toEqual([]);
    expect(none(null)).toEqual([]);
  });

  it('is none while any medicine of its regimen is given', () => {
    const medicationUses = [
      ...course('carboplatin', { ...underWay, times: 1, from: '2025-06-01', care_plan_id: 'regimen' }),
      ...course('paclitaxel', { ...underWay, times: 1, from: '2026-05-20', care_plan_id: 'regimen' }),
    ];
    const carePlans = [{ ...regimen, status: 'active', started_on: '2025-06-01' }];
    expect(told({ medicationUses, carePlans }).faults).toEqual([]);
  });
});

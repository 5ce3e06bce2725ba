// What a person fills in is not taken against what the record tells.
import { describe, expect, it } from 'vitest';
import { beam, breastCancer, course, lumpectomy, record, said, TODAY, type Rows } from '#test/survivorship/records.ts';
import { cancerFacts } from './cancers.ts';
import { saidFaults } from './said-faults.ts';
import { treatmentSummary } from './summary.ts';

const ROWS: Rows = {
  conditions: [breastCancer()],
  procedures: [lumpectomy, beam],
  medicationUses: course('paclitaxel', { from: '2024-03-01' }),
};
const faultsOf = (key: string, text: string, rows: Rows = {}) => {
  const chart = record({ ...ROWS, ...rows });
  return saidFaults(chart, cancerFacts(chart, []), [said(key, text)], TODAY);
};

describe('an end of treatment that somebody filled in', () => {
  it.each([
    ['2026-06-02', 'end-of-treatment (2 Jun 2026), filled in by Ada Okafor, is still to come.'],
    ['2024-01-09', 'end-of-treatment (9 Jan 2024), filled in by Ada Okafor, is before the diagnosis (10 Jan 2024).'],
    [
      '2024-06-30',
      'end-of-treatment (30 Jun 2024), filled in by Ada Okafor, is before Radiotherapy began (1 Jul 2024).',
    ],
  ])('on %s cannot be', (day, text) =>
    expect(faultsOf('end-of-treatment', day).map((fault) => fault.text)).toEqual([text]),
  );

  it.each(['2024-07-01', TODAY])('on %s can be', (day) => expect(faultsOf('end-of-treatment', day)).toEqual([]));

  it('names the row that it contradicts, and that a day is to come', () => {
    expect(faultsOf('end-of-treatment', '2024-06-30')).toMatchObject([{ kind: 'contradictory-dates', rowId: 'beam' }]);
    expect(faultsOf('end-of-treatment', '2026-06-02')).toMatchObject([{ kind: 'date-to-come', rowId: null }]);
  });

  it.each<[string, Rows]>([
    ['an operation', { procedures: [{ ...lumpectomy, started_on: '2025-01-01' }] }],
    [
      'a treatment that is only planned',
      { procedures: [{ ...beam, status: 'preparation', started_on: '2026-07-01' }] },
    ],
    ['tablets for years', { medicationUses: course('letrozole', { from: '2025-01-01' }) }],
    [
      'a metastasis of an earlier day',
      { conditions: [breastCancer(), { ...breastCancer(), category: 'secondary-cancer', onset_on: '2025-01-01' }] },
    ],
  ])('is not contradicted by %s', (_, rows) =>
    expect(faultsOf('end-of-treatment', '2024-08-01', { procedures: [], medicationUses: [], ...rows })).toEqual([]),
  );

  it('may be the day of the diagnosis, and is held against no diagnosis without a day', () => {
    const alone = { procedures: [], medicationUses: [] };
    expect(faultsOf('end-of-treatment', '2024-01-10', alone)).toEqual([]);
    const two = [breastCancer({ onset_on: null }), breastCancer({ onset_on: '2024-01-10' })];
    expect(faultsOf('end-of-treatment', '2024-01-09', { ...alone, conditions: two })).toHaveLength(1);
    expect(faultsOf('end-of-treatment', '2024-01-09', { ...alone, conditions: two.slice(0, 1) })).toEqual([]);
  });

  it('is contradicted later, when a treatment begins that was not known', () => {
    const chart = record({ ...ROWS, medicationUses: course('carboplatin', { from: '2025-03-01' }) });
    const { faults } = treatmentSummary(chart, [said('end-of-treatment', '2024-08-01')], 'America/Denver');
    expect(faults.map(({ text }) => text)).toEqual([
      'end-of-treatment (1 Aug 2024), filled in by Ada Okafor, is before carboplatin began (1 Mar 2025).',
    ]);
  });

  it('may be all that is known', () =>
    expect(faultsOf('end-of-treatment', '1999-01-01', { conditions: [], procedures: [], medicationUses: [] })).toEqual(
      [],
    ));
});

describe('a planned end that somebody filled in', () => {
  it('has not passed of what is taken now', () => {
    expect(faultsOf('planned-end:letrozole', '2026-05-31')).toMatchObject([
      {
        kind: 'contradictory-dates',
        text: 'planned-end:letrozole (31 May 2026), filled in by Ada Okafor, has passed, and it is recorded as taken now.',
      },
    ]);
    expect(faultsOf('planned-end:letrozole', TODAY)).toEqual([]);
  });
});

it('other facts are no days', () => expect(faultsOf('stage', 'IIA')).toEqual([]));

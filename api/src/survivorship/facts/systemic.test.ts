import { describe, expect, it } from 'vitest';
import { breastCancer, course, missingIn, record, said, type Rows } from '#test/survivorship/records.ts';
import type { FilledFact } from './facts.ts';
import { treatmentSummary } from './summary.ts';

const summary = (rows: Rows, filled: FilledFact[] = []) => treatmentSummary(record(rows), filled, 'America/Denver');

describe('cumulative doses', () => {
  const doxorubicin = (facts: Parameters<typeof course>[1]) => {
    const { systemic, faults: all } = summary({
      conditions: [breastCancer()],
      medicationUses: course('doxorubicin', facts),
    });
    return { dose: systemic[0]?.cumulative, doses: systemic[0]?.doses, faults: all.map(({ kind }) => kind) };
  };

  it('are what was ordered per m², as often as it was given', () => {
    expect(doxorubicin({ ordered: [60, 'mg/m2'], given: [105, 'mg'] })).toEqual({
      dose: { value: 240, unit: 'mg/m²', doxorubicinEquivalent: 240 },
      doses: 4,
      faults: [],
    });
  });

  it('are what was given per m², where that is told', () =>
    expect(doxorubicin({ ordered: [60, 'mg/m2'], given: [50, 'mg/m2'] }).dose?.value).toBe(200));

  it('in mg without a body surface stay in mg, and count nothing for the heart', () =>
    expect(doxorubicin({ given: [105, 'mg'] }).dose).toEqual({ value: 420, unit: 'mg', doxorubicinEquivalent: null }));

  it('in mg with height and weight are reckoned per m²', () => {
    const at = { effective_at: '2024-03-01T12:00:00Z', status: 'final' };
    const { systemic } = summary({
      conditions: [breastCancer()],
      medicationUses: course('doxorubicin', { given: [105, 'mg'] }),
      planObservations: [
        { ...at, family: 'body-height', value_number: 180 },
        { ...at, family: 'body-weight', value_number: 80 },
      ],
    });
    expect(systemic[0]?.cumulative).toEqual({ value: 210, unit: 'mg/m²', doxorubicinEquivalent: 210 });
  });

  it('without a unit are no doses: it is named, and the rest is told', () => {
    const told = doxorubicin({ given: [105, null] });
    expect(told).toEqual({ dose: null, doses: 4, faults: ['dose-without-unit'] });
  });

  it('that nobody recorded are missing, and may be filled in with a name', () => {
    const rows = { conditions: [breastCancer()], medicationUses: course('epirubicin', { times: 0 }) };
    expect(missingIn(summary(rows))).toContain('dose:epirubicin');
    const filled = summary(rows, [said('dose:epirubicin', '600', 600, 'mg/m²')]);
    expect(filled.systemic[0]).toMatchObject({
      cumulative: { value: 600, unit: 'mg/m²', doxorubicinEquivalent: 480 },
      filledInBy: 'Ada Okafor',
    });
    expect(missingIn(filled)).not.toContain('dose:epirubicin');
  });

  it.each([
    ['doxorubicin', 100],
    ['daunorubicin', 60],
    ['epirubicin', 80],
    ['mitoxantrone', 1050],
    ['idarubicin', 500],
    ['cisplatin', null],
  ])('100 mg/m² of %s count as %s of doxorubicin', (drug, equivalent) => {
    const [fact] = summary({
      conditions: [breastCancer()],
      medicationUses: course(drug, { ordered: [25, 'mg/m2'], given: [40, 'mg'] }),
    }).systemic;
    expect(fact?.cumulative).toMatchObject({ value: 100, doxorubicinEquivalent: equivalent });
  });

  it('of carboplatin by AUC are told in mg', () => {
    const [fact] = summary({
      conditions: [breastCancer()],
      medicationUses: course('carboplatin', { ordered: [5, 'AUC'], given: [500, 'mg'] }),
    }).systemic;
    expect(fact?.cumulative).toEqual({ value: 2000, unit: 'mg', doxorubicinEquivalent: null });
  });

  it.each<[string, Parameters<typeof course>[1], unknown]>([
    ['pembrolizumab', { ordered: [200, 'mg'], given: [200, 'mg'] }, null],
    ['vincristine', { ordered: [1.4, 'mg/m2'], given: [2, 'mg'] }, null],
    ['trastuzumab', { ordered: [6, 'mg/kg'], given: [400, 'mg'] }, null],
    [
      'bleomycin',
      { ordered: [10, 'units/m2'], given: [17, 'units'] },
      { value: 40, unit: 'units/m²', doxorubicinEquivalent: null },
    ],
  ])('of %s are told where their sum decides something', (drug, facts, cumulative) => {
    expect(
      summary({ conditions: [breastCancer()], medicationUses: course(drug, facts) }).systemic[0]?.cumulative,
    ).toEqual(cumulative);
  });

  it('ordered flat are not divided by a body surface', () => {
    const { systemic } = summary({
      conditions: [breastCancer()],
      medicationUses: course('doxorubicin', { ordered: [100, 'mg'], given: [100, 'mg'] }),
      planObservations: [{ family: 'body-surface-area', value_number: 2, effective_at: '2024-03-01T12:00:00Z' }],
    });
    expect(systemic[0]?.cumulative).toMatchObject({ value: 400, unit: 'mg' });
  });

  it('of two courses of one substance are one sum', () => {
    const second = course('doxorubicin', {
      ordered: [50, 'mg/m2'],
      given: [90, 'mg'],
      from: '2025-01-01',
      times: 2,
    }).map((row) => ({
      ...row,
      id: row.id === undefined ? undefined : 'second order',
      request_id: row.request_id == null ? null : 'second order',
    }));
    const { systemic } = summary({
      conditions: [breastCancer()],
      medicationUses: [...course('doxorubicin', { ordered: [60, 'mg/m2'], given: [105, 'mg'] }), ...second],
    });
    expect(systemic).toHaveLength(1);
    expect(systemic[0]?.cumulative?.value).toBe(340);
  });
});

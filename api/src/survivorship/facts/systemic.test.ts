import { describe, expect, it } from 'vitest';
import { breastCancer, course, missingIn, record, said, type Rows, TODAY } from '#test/survivorship/records.ts';
import type { FilledFact } from './facts.ts';
import { treatmentSummary } from './summary.ts';
import { systemicFacts } from './systemic.ts';

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

describe('the units of doses', () => {
  const cumulative = (medicationUses: Rows['medicationUses'] = [], planObservations: Rows['planObservations'] = []) =>
    systemicFacts(record({ medicationUses, planObservations }), [], TODAY).systemic[0]?.cumulative ?? null;

  it.each([
    ['mg/m2', 200, 'mg/m²', 200],
    ['MG/M2', 200, 'mg/m²', 200],
    ['mg/m²', 200, 'mg/m²', 200],
    ['mg/m^2', 200, 'mg/m²', 200],
    ['IU/m2', 200, 'iu/m²', null],
    ['mg', 200, 'mg', null],
    ['Milligrams', 200, 'mg', null],
  ])('four doses of 50 %s are %i %s, for the heart %s', (unit, value, told, doxorubicinEquivalent) =>
    expect(cumulative(course('doxorubicin', { given: [50, unit] }))).toEqual({
      value,
      unit: told,
      doxorubicinEquivalent,
    }),
  );

  it.each(['g', 'mg/m2/day', 'mg/kg', 'units'])('in %s are not added up', (unit) => {
    const surface = { family: 'body-surface-area', value_number: 2 };
    expect(cumulative(course('doxorubicin', { given: [50, unit] }), [surface])).toBeNull();
  });

  it('of two kinds are not added up, unless an order or the body surface makes them one', () => {
    const mixed = [
      ...course('doxorubicin', { given: [50, 'mg/m2'], times: 1 }).slice(1),
      ...course('doxorubicin', { given: [100, 'mg'], times: 1 }).slice(1),
    ];
    expect(cumulative(mixed)).toBeNull();
    expect(cumulative(mixed, [{ family: 'body-surface-area', value_number: 2 }])?.value).toBe(100);
    expect(cumulative([...course('doxorubicin', { ordered: [60, 'mg/m2'], times: 0 }), ...mixed])?.value).toBe(110);
  });

  it('of which one has no amount are not added up', () =>
    expect(
      cumulative([
        ...course('doxorubicin', { given: [50, 'mg'], times: 1 }),
        ...course('doxorubicin', { times: 1 }).slice(1),
      ]),
    ).toBeNull());

  it('are rounded once, at the end', () =>
    expect(cumulative(course('epirubicin', { given: [33.2, 'mg/m2'], times: 3 }))).toEqual({
      value: 100,
      unit: 'mg/m²',
      doxorubicinEquivalent: 80,
    }));

  it('that a person wrote are taken as written, and per m² where no unit is', () => {
    const written = (...filled: FilledFact[]) =>
      systemicFacts(record({ medicationUses: course('doxorubicin', { given: [50, 'mg/m2'] }) }), filled, TODAY)
        .systemic[0];
    expect(written(said('dose:doxorubicin', '300', 300))?.cumulative).toEqual({
      value: 300,
      unit: 'mg/m²',
      doxorubicinEquivalent: 300,
    });
    expect(written(said('dose:doxorubicin', '500', 500, 'mg'))?.cumulative).toMatchObject({ value: 500, unit: 'mg' });
    expect(written(said('dose:doxorubicin', 'not known'))).toMatchObject({ value: 200, filledInBy: null });
    expect(written(said('dose:epirubicin', '300', 300))).toMatchObject({ value: 200, filledInBy: null });
  });

  it('that are missing are named with the dose, and nothing is made of the order either', () => {
    const medicationUses = course('doxorubicin', { ordered: [60, 'mg/m2'], given: [105, null], times: 1 });
    const { systemic, faults } = systemicFacts(record({ medicationUses }), [], TODAY);
    expect(systemic[0]?.cumulative).toBeNull();
    expect(faults).toEqual([
      {
        kind: 'dose-without-unit',
        text: 'A dose of doxorubicin (105) has no unit, so no cumulative dose is made of it.',
        rowId: 'row-1',
      },
    ]);
  });

  it.each<[string, string, Parameters<typeof course>[1]]>([
    ['of a medicine whose sum decides nothing', 'paclitaxel', { given: [300, null] }],
    ['of an order', 'doxorubicin', { given: [105, 'mg'], dose_amount: 60 }],
    ['where there is no amount either', 'doxorubicin', {}],
  ])('are not missed %s', (_, drug, facts) =>
    expect(systemicFacts(record({ medicationUses: course(drug, facts) }), [], TODAY).faults).toEqual([]),
  );
});

describe('the body surface', () => {
  const at = (family: string, value_number: number | null, effective_at: string | null = '2024-03-01T12:00:00Z') => ({
    family,
    value_number,
    effective_at,
  });
  const [height, weight] = [at('body-height', 180), at('body-weight', 80)];
  const medicationUses = course('doxorubicin', { given: [105, 'mg'] });

  it.each([
    ['is reckoned from height and weight', [height, weight], '210 mg/m²'],
    ['is unknown without the weight', [height], '420 mg'],
    ['is unknown without the height', [weight], '420 mg'],
    ['is what is recorded, before it is reckoned', [height, weight, at('body-surface-area', 2.1)], '200 mg/m²'],
    ['is unknown where the value is not told', [height, at('body-weight', null)], '420 mg'],
    [
      'is the newest',
      [
        at('body-surface-area', 3, null),
        at('body-surface-area', 1, '2023-01-01T12:00:00Z'),
        at('body-surface-area', 2.1),
        at('body-surface-area', null, '2025-01-01T12:00:00Z'),
        at('body-surface-area', 4, '2024-02-01T12:00:00Z'),
      ],
      '200 mg/m²',
    ],
  ])('%s', (_, planObservations, told) => {
    const { cumulative } = systemicFacts(record({ medicationUses, planObservations }), [], TODAY).systemic[0]!;
    expect(`${cumulative?.value} ${cumulative?.unit}`).toBe(told);
  });

  it('is not asked of a record read without it', () => {
    const unread = { ...record({ medicationUses, planObservations: [height, weight] }), wasRead: () => false };
    expect(systemicFacts(unread, [], TODAY).systemic[0]?.cumulative).toMatchObject({ value: 420, unit: 'mg' });
  });
});

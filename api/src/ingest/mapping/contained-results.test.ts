import { describe, expect, test } from 'vitest';
import { ABOUT_ROSA, coded, mapped, rowsIn } from '#test/ingest/mapped.ts';
import { LOINC } from '../fhir/systems.ts';

const result = (id: string, value: number, more: object = {}) => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [{ coding: [{ code: 'laboratory' }] }],
  code: coded(LOINC, '2160-0', 'Creatinine'),
  valueQuantity: { value, unit: 'mg/dL' },
  ...more,
});
const refer = (...ids: string[]) => ids.map((id) => ({ reference: `#${id}` }));
const report = (contained: object[], result: object[], more: object = {}) =>
  ({
    resourceType: 'DiagnosticReport',
    id: 'r1',
    status: 'final',
    ...ABOUT_ROSA,
    code: coded(LOINC, '24323-8', 'Metabolic panel'),
    effectiveDateTime: '2026-05-04',
    performer: [{ display: 'Valley Laboratory' }],
    contained,
    result,
    ...more,
  }) as never;
const results = (resource: never) => rowsIn('observation', resource);

describe('the results inside a report', () => {
  test('are told as results, with the day and the laboratory of the report', () => {
    const rows = results(report([result('a', 0.9), result('b', 4)], refer('a', 'b')));
    expect(rows).toMatchObject([
      { family: 'creatinine', valueNumber: 0.9, performerName: 'Valley Laboratory', effectivePrecision: 'day' },
      { valueNumber: 4 },
    ]);
    expect(rows[0]?.effectiveAt).toContain('2026-05-04');
  });

  test('keep the day and the laboratory that they say themselves', () => {
    const own = { effectiveDateTime: '2026-04-01', performer: [{ display: 'Hill Laboratory' }] };
    expect(results(report([result('a', 0.9, own)], refer('a')))).toMatchObject([
      { effectiveAt: expect.stringContaining('2026-04-01'), performerName: 'Hill Laboratory' },
    ]);
    const period = { effectivePeriod: { start: '2026-04-02' } };
    expect(results(report([result('a', 0.9, period)], refer('a')))[0]?.effectiveAt).toContain('2026-04-02');
  });

  test('are under their panel, whichever of the two the report names first', () => {
    const panel = result('p', 1, { valueQuantity: undefined, hasMember: refer('a') });
    for (const named of [refer('p'), refer('a', 'p'), refer('p', 'a')]) {
      const all = mapped(report([panel, result('a', 0.9)], named)).rows.filter(({ table }) => table === 'observation');
      const [group, member] = all.toSorted((one) => ('valueNumber' in one.values && one.values.valueNumber ? 1 : -1));
      expect(all).toHaveLength(2);
      expect(member?.values).toMatchObject({ valueNumber: 0.9, parentId: group?.id });
      expect(group?.values).toMatchObject({ parentId: null });
    }
  });

  test('have ids of their own that stay, and that the same id in another report does not have', () => {
    const ids = (resource: never) => mapped(resource).rows.map(({ id }) => id);
    const again = report([result('a', 1.4)], refer('a'));
    expect(ids(report([result('a', 0.9)], refer('a')))).toEqual(ids(again));
    expect(ids(again)).not.toContain(ids(report([result('a', 0.9)], refer('a'), { id: 'r2' }))[1]);
  });

  test('are left out where the report does not name them, or the laboratory took them back', () => {
    const inside = [result('earlier', 2), result('wrong', 3, { status: 'entered-in-error' })];
    expect(results(report(inside, refer('wrong', 'missing')))).toEqual([]);
  });

  test('need what the report needs, and what they are labelled with', () => {
    const label = (code: string) => ({ meta: { security: [{ code }] } });
    expect(results(report([result('a', 1)], refer('a'), label('HIV')))).toMatchObject([{ needs: ['results', 'hiv'] }]);
    const both = results(report([result('a', 1, label('PSY'))], refer('a'), label('HIV')));
    expect(both[0]?.needs.toSorted()).toEqual(['hiv', 'mental-health', 'results']);
  });

  test('may say that they are of the same patient, and are refused with the report when they are of another', () => {
    expect(results(report([result('a', 1, ABOUT_ROSA)], refer('a')))).toHaveLength(1);
    for (const subject of [{ reference: 'Patient/her-child' }, { reference: 'Group/rosa' }, { display: 'her child' }])
      expect(() => mapped(report([result('a', 1, { subject })], refer('a')))).toThrow('of somebody else');
  });
});

describe('the results inside a panel', () => {
  const panel = (contained: object[], hasMember: object[], more: object = {}) =>
    ({
      ...result('p1', 0, { valueQuantity: undefined, code: coded(LOINC, '24323-8', 'Metabolic panel') }),
      ...ABOUT_ROSA,
      effectiveDateTime: '2026-05-04',
      performer: [{ display: 'Valley Laboratory' }],
      contained,
      hasMember,
      ...more,
    }) as never;

  test('are told under it, with its day and its laboratory', () => {
    const [whole, ...parts] = mapped(panel([result('a', 0.9), result('b', 4)], refer('a', 'b'))).rows;
    expect(whole?.values).toMatchObject({ display: 'Metabolic panel', parentId: null });
    expect(parts.map(({ values }) => values)).toMatchObject(
      [0.9, 4].map((valueNumber) => ({
        valueNumber,
        parentId: whole?.id,
        performerName: 'Valley Laboratory',
        effectiveAt: expect.stringContaining('2026-05-04'),
      })),
    );
  });

  test('have the day of a panel that tells it as a moment', () => {
    const more = { effectiveDateTime: undefined, effectiveInstant: '2026-05-05T10:00:00Z' };
    expect(results(panel([result('a', 0.9)], refer('a'), more))[1]?.effectiveAt).toContain('2026-05-05');
  });

  test('are under the nearer panel where a panel is inside a panel, with their components under them', () => {
    const electrolytes = result('e', 0, { valueQuantity: undefined, hasMember: refer('k') });
    const component = { code: coded(LOINC, '2823-3', 'Potassium'), valueQuantity: { value: 4.1, unit: 'mmol/L' } };
    const inside = [electrolytes, result('k', 0, { valueQuantity: undefined, component: [component] })];
    const { rows } = mapped(panel(inside, refer('e')));
    const parents = rows.map(({ values }) => ('parentId' in values ? values.parentId : undefined));
    expect(parents).toEqual([null, rows[0]?.id, rows[1]?.id, rows[2]?.id]);
    expect(rows[3]?.values).toMatchObject({ family: 'potassium', valueNumber: 4.1 });
  });

  test('are left out where the panel does not name them', () => {
    expect(results(panel([result('basis', 2)], []))).toHaveLength(1);
  });

  test('are refused with the panel when they are of somebody else, and need what the panel needs', () => {
    const hers = result('a', 1, { subject: { reference: 'Patient/her-child' } });
    expect(() => mapped(panel([hers], refer('a')))).toThrow('Observation contains a result of somebody else');
    const label = { meta: { security: [{ code: 'HIV' }] } };
    expect(results(panel([result('a', 1)], refer('a'), label))[1]).toMatchObject({ needs: ['results', 'hiv'] });
  });

  test('go with it when it was entered in error', () => {
    expect(mapped(panel([result('a', 1)], refer('a'), { status: 'entered-in-error' })).rows).toEqual([]);
  });
});

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

import { describe, expect, it } from 'vitest';
import { beam, breastCancer, lumpectomy, missingIn, record, type Rows } from '#test/survivorship/records.ts';
import type { PatientRow } from '#api/chart/index.ts';
import { treatmentSummary } from './summary.ts';

const summary = (rows: Rows, patient: Partial<PatientRow> = {}) =>
  treatmentSummary(record(rows, patient), [], 'America/Denver');
const faults = (facts: { faults: readonly { kind: string }[] }) => facts.faults.map(({ kind }) => kind);

describe('what cannot be so', () => {
  it('an end before its beginning, which counts for nothing', () => {
    const facts = summary({
      conditions: [breastCancer()],
      procedures: [lumpectomy, { ...beam, ended_on: '2023-07-28' }],
    });
    expect(faults(facts)).toEqual(['contradictory-dates']);
    expect(facts.endOfTreatment).toBe('2024-02-01');
  });

  it('treatment before the diagnosis, by more than a month', () => {
    expect(
      faults(summary({ conditions: [breastCancer()], procedures: [{ ...lumpectomy, started_on: '2023-11-01' }] })),
    ).toEqual(['contradictory-dates']);
    expect(
      faults(summary({ conditions: [breastCancer()], procedures: [{ ...lumpectomy, started_on: '2023-12-20' }] })),
    ).toEqual([]);
  });

  it('a diagnosis before birth or to come, treatment after death', () => {
    expect(faults(summary({ conditions: [breastCancer({ onset_on: '1950-01-01' })] }))).toEqual([
      'contradictory-dates',
    ]);
    expect(faults(summary({ conditions: [breastCancer({ onset_on: '2027-01-01' })] }))).toEqual(['date-to-come']);
    const dead = { deceased: true, deceased_at: '2024-01-20T12:00:00Z' };
    expect(faults(summary({ conditions: [breastCancer()], procedures: [lumpectomy] }, dead))).toEqual([
      'contradictory-dates',
    ]);
  });

  it('something that is over on a day to come', () =>
    expect(
      faults(summary({ conditions: [breastCancer()], procedures: [{ ...lumpectomy, started_on: '2026-12-01' }] })),
    ).toEqual(['date-to-come']));

  it('a metastasis that its sender calls primary is no second primary beside its own', () => {
    const spread = {
      display: 'Metastatic malignant neoplasm',
      stage_text: null,
      histology: null,
      onset_on: '2026-01-01',
    };
    const facts = summary({ conditions: [breastCancer(spread), breastCancer()] });
    expect(faults(facts)).toEqual([]);
    expect(facts.diagnoses.map(({ text, secondary }) => [text, secondary])).toEqual([
      ['Breast cancer, right, stage IIA', false],
      ['Metastatic malignant neoplasm', true],
    ]);
    expect(facts.missing.map(({ key }) => key)).not.toContain('histology');
  });

  it('two primaries at once are told, and both are followed', () => {
    const facts = summary({
      conditions: [breastCancer(), breastCancer({ code: 'C18.2', display: 'Colon cancer', body_site: 'Colon' })],
    });
    expect(faults(facts)).toEqual(['two-primaries']);
    expect(facts.diagnoses.map(({ cancer }) => cancer)).toEqual(['breast', 'colorectal']);
  });

  it.each<[string, number, Parameters<typeof breastCancer>[0]]>([
    ['in situ beside it, two weeks later', 0, { display: 'Carcinoma in situ of breast', onset_on: '2024-01-24' }],
    ['on the other side', 1, { laterality: 'Left' }],
    ['two months later', 1, { onset_on: '2024-03-10' }],
    ['with a stage of its own', 1, { stage_text: 'I' }],
  ])('the same organ %s: %i is told as a second primary', (_, count, more) => {
    const first = breastCancer({ laterality: 'Right' });
    const second = breastCancer({ laterality: 'Right', stage_text: null, ...more });
    expect(faults(summary({ conditions: [first, second] })).length).toBe(count);
  });

  it('no diagnosis leaves the rest', () => {
    const facts = summary({ procedures: [lumpectomy] });
    expect(faults(facts)).toEqual(['no-diagnosis']);
    expect(facts.endOfTreatment).toBe('2024-02-01');
    expect(missingIn(facts)).toContain('diagnosis');
  });
});

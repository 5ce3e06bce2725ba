import { describe, expect, it } from 'vitest';
import { diagnosisName, doseWords, spanWords, stageWords } from '#portal/oncology/words.ts';

const stage = { group: null, t: null, n: null, m: null };

describe('oncology in words', () => {
  it('says the group, the categories, or both', () => {
    expect(stageWords({ group: 'IIIB', t: 'T3', n: 'N1b', m: 'M0' })).toBe('stage IIIB (T3 N1b M0)');
    expect(stageWords({ ...stage, group: 'Stage IV' })).toBe('stage IV');
    expect(stageWords({ ...stage, t: 'T2', m: 'M0' })).toBe('T2 M0');
    expect(stageWords({ ...stage, group: 'Extensive' })).toBe('extensive');
    expect(stageWords(stage)).toBeNull();
  });

  it('names the side once', () => {
    const code = { display: 'Carcinoma of breast', code: null };
    expect(diagnosisName({ code, laterality: 'Left' })).toBe('Carcinoma of breast, left');
    expect(diagnosisName({ code: { ...code, display: 'Carcinoma of left breast' }, laterality: 'left' })).toBe(
      'Carcinoma of left breast',
    );
  });

  it.each([
    ['2024-03-19', '2024-03-19', 'completed', '19 Mar 2024'],
    ['2024-04-22', '2024-09-24', 'completed', '22 Apr 2024 – 24 Sep 2024'],
    ['2025-02-10', null, 'under way', 'since 10 Feb 2025'],
    ['2025-02-10', null, 'completed', '10 Feb 2025, end not recorded'],
    [null, '2024-09-24', 'completed', 'until 24 Sep 2024'],
    [null, null, 'unknown', 'dates not recorded'],
  ])('from %s to %s, %s: %s', (startedOn, endedOn, status, words) => {
    expect(spanWords({ startedOn, startedPrecision: 'DAY', endedOn, status })).toBe(words);
  });

  it('gives doses their amount, unit, count and fractions where they are known', () => {
    const dose = { name: 'Oxaliplatin', amount: null, unit: null, count: null, fractions: null };
    expect(doseWords(dose)).toBe('Oxaliplatin');
    expect(doseWords({ ...dose, amount: 1940.5, unit: 'mg/m2', count: 11 })).toBe(
      'Oxaliplatin 1,940.5 mg/m2, 11 doses',
    );
    expect(doseWords({ ...dose, name: 'Chest wall', amount: 50, unit: 'Gy', fractions: 25 })).toBe(
      'Chest wall 50 Gy in 25 fractions',
    );
    expect(doseWords({ ...dose, count: 1 })).toBe('Oxaliplatin 1 dose');
  });
});

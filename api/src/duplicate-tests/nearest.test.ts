import { describe, expect, it } from 'vitest';
import { OWN_CATALOGUE } from './catalogue.ts';
import { nearestTo } from './nearest.ts';

const keys = (text: string, limit?: number) => nearestTo(text, OWN_CATALOGUE, limit).map(({ key }) => key);

describe('the families that a person may have meant', () => {
  it.each([
    ['a name as it is', 'ferritin', 'ferritin'],
    ['a synonym as it is', 'SGPT', 'alt'],
    ['the beginning of a name', 'magnes', 'magnesium'],
    ['a word within a name', 'bnp', 'nt-probnp'],
    ['a later word of a name', 'abdomen', 'ct-abdomen'],
    ['a slip of the keyboard', 'creatnine', 'creatinine'],
    ['two letters that changed places', 'ferritni', 'ferritin'],
    ['a doubled letter', 'mammmogram', 'mammogram'],
    ['capitals and accents', 'CÓLONOSCOPY', 'colonoscopy'],
  ])('by %s', (_, text, key) => {
    expect(keys(text)[0]).toBe(key);
  });

  it('are five, or as many as are asked for, and each once', () => {
    expect(keys('ct')).toHaveLength(5);
    expect(keys('ct', 12)).toHaveLength(12);
    expect(new Set(keys('ct', 12)).size).toBe(12);
  });

  it.each([
    ['the whole name first', 'hemoglobin', ['hemoglobin', 'hba1c', 'urine-blood']],
    ['then the shortest that begin so', 'calc', ['calcium', 'vitamin-d', 'calcitonin', 'ionized-calcium']],
    ['then the shortest with a word that does', 'abdomen', ['ct-abdomen', 'us-abdomen', 'mri-abdomen', 'xray-abdomen']],
    ['then what shares its letters', 'ron', ['iron', 'bronchoscopy', 'troponin']],
    ['in the order of names where none is nearer', 'mri', ['mri-hip', 'mri-head', 'mri-knee', 'mri-neck']],
  ])('come with %s', (_, text, expected) => {
    expect(keys(text, expected.length)).toEqual(expected);
  });

  it('are none for what resembles nothing', () => {
    expect(keys('xyzzy')).toEqual([]);
    expect(keys('')).toEqual([]);
    expect(keys('—')).toEqual([]);
  });
});

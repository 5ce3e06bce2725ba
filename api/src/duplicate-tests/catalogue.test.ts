import { describe, expect, it } from 'vitest';
import { OWN_CATALOGUE } from './catalogue.ts';
import { CentreFileError, withCentreFile } from './centre-file.ts';
import { durationInWords, isDuration, later } from './duration.ts';
import { recognize } from './recognize.ts';
import { contrastIn, lateralityIn, plain } from './words.ts';

const families = [...OWN_CATALOGUE.families.values()];

describe('the families', () => {
  it('are at least sixty, each with a name, and every interval with its source and year', () => {
    expect(families.length).toBeGreaterThanOrEqual(60);
    for (const family of families) {
      expect(family.name, family.key).not.toBe('');
      if (family.parts.length === 0) expect(family.intervals.length, family.key).toBeGreaterThan(0);
      for (const { source, year, confidence, least, most, pause } of family.intervals) {
        expect(source.length, family.key).toBeGreaterThan(5);
        expect(year).toBeGreaterThan(2000);
        expect('ABC').toContain(confidence);
        for (const text of [least, most, pause])
          if (text != null) expect(isDuration(text), `${family.key} ${text}`).toBe(true);
      }
    }
  });

  it('have parts that exist and have none themselves', () => {
    for (const { key, parts } of families) {
      for (const part of parts) expect(OWN_CATALOGUE.families.get(part)?.parts, `${key} ${part}`).toEqual([]);
    }
  });

  it('carry no code of five digits: those are licensed', () => {
    for (const family of families) for (const { code } of family.codes) expect(code).not.toMatch(/^\d{5}$/);
  });
});

describe('recognizing', () => {
  it.each([
    ['2160-0', 'creatinine'],
    ['G0103', 'psa'],
    ['Creatinine [Mass/volume] in Serum or Plasma', 'creatinine'],
    ['FBC', 'cbc'],
    ['CBC wo diff', 'cbc'],
    ['Sodium [Moles/volume] in Serum by Ion-selective membrane electrode', 'sodium'],
    ['Complete blood count (hemogram) panel - Blood by Automated count', 'cbc'],
    ['Comprehensive metabolic panel', 'cmp'],
    ['Computed tomography of chest and abdomen', 'ct-chest-abdomen'],
    ['CT chest/abdomen/pelvis w contrast', 'ct-chest-abdomen-pelvis'],
    ['CT CAP', 'ct-chest-abdomen-pelvis'],
    ['Plain X-ray of chest (procedure)', 'chest-xray'],
    ['CR Thoracic structure (body structure)', 'chest-xray'],
    ['Mammography (procedure)', 'mammogram'],
    ['Bone density scan (procedure)', 'bone-density'],
    ['Transthoracic echocardiography', 'echocardiogram'],
    ['Magnetic resonance imaging of breast (procedure)', 'mri-breast'],
    ['Ultrasonography of bilateral breasts (procedure)', 'us-breast'],
    ['Knee X-ray', 'xray-knee'],
    ['MRI lumbar spine without contrast', 'mri-spine-lumbar'],
    ['CT thoracic spine', 'ct-spine-thoracic'],
    ['PET scan', 'pet-ct'],
    ['Colonoscopy', 'colonoscopy'],
    ['Prostate specific Ag [Mass/volume] in Serum or Plasma', 'psa'],
    ['TSH', 'tsh'],
    ['A1c', 'hba1c'],
  ])('%s is %s', (text, key) => {
    expect(recognize({ text }, OWN_CATALOGUE)).toMatchObject({ found: 'one', family: { key } });
  });

  it.each([
    'CT',
    'sodium potassium',
    'MRI knee shoulder',
    'Basophils/100 leukocytes in Blood',
    'Neutrophils/100 leukocytes in Blood by Automated count',
    'Human epididymis protein 4 [Moles/volume] in Serum or Plasma',
    'Nuclear matrix protein 22 [Units/volume] in Urine',
    'BRAF V600E mutant protein [Presence] in Cancer specimen',
    'Sodium [Moles/volume] in Urine by Ion-selective membrane electrode',
    'Vitamin D and vitamin B 12',
    'Count of cells in the blood',
    'Vitamin B12 injection',
    'Magnesium sulfate IV',
    'Testosterone cypionate',
    'Estradiol patch',
  ])('%s is not decided', (text) => {
    expect(recognize({ text }, OWN_CATALOGUE).found).not.toBe('one');
  });

  it('takes a code before words, and a LOINC code under any system', () => {
    expect(
      recognize({ system: 'http://snomed.info/sct', code: '2039-6', text: 'whatever' }, OWN_CATALOGUE),
    ).toMatchObject({ family: { key: 'cea' } });
    expect(recognize({ code: '99999-9' }, OWN_CATALOGUE)).toEqual({ found: 'none', nearest: [] });
    // Two families have this name: as a laboratory's code it decides nothing.
    expect(recognize({ system: 'urn:lab', code: 'ELECTROLYTES' }, OWN_CATALOGUE)).toEqual({
      found: 'none',
      nearest: [],
    });
  });
});

describe('words', () => {
  it('name a side and contrast', () => {
    expect([lateralityIn('Left knee'), lateralityIn('RT breast'), lateralityIn('both'), lateralityIn('chest')]).toEqual(
      ['left', 'right', 'bilateral', undefined],
    );
    expect([
      contrastIn('CT w/o contrast'),
      contrastIn('with and without contrast'),
      contrastIn('with IV contrast'),
      contrastIn('CT head'),
    ]).toEqual(['without', 'both', 'with', undefined]);
    expect(plain(' CA 27.29, Sérum. ')).toBe('ca 27.29 serum');
  });

  it('tell durations', () => {
    expect(later(new Date('2026-01-31T00:00:00Z'), 'P1M').toISOString()).toBe('2026-02-28T00:00:00.000Z');
    expect([durationInWords('P1Y'), durationInWords('PT72H'), isDuration('P'), isDuration('3M')]).toEqual([
      '1 year',
      '72 hours',
      false,
      false,
    ]);
  });
});

describe("a centre's file", () => {
  const local = 'urn:oid:1.2.3';
  it('adds codes, families and intervals', () => {
    const catalogue = withCentreFile(
      JSON.stringify({
        codes: [{ family: 'creatinine', system: local, code: 'CREA' }],
        intervals: {
          creatinine: [{ situation: 'routine', least: 'P2M', source: 'our laboratory', year: 2026, confidence: 'A' }],
        },
        families: [{ key: 'zinc', name: 'Zinc', group: 'chemistry' }],
      }),
      OWN_CATALOGUE,
    );
    expect(recognize({ system: local, code: 'CREA' }, catalogue)).toMatchObject({
      family: { key: 'creatinine', intervals: [{ least: 'P2M' }] },
    });
    expect(recognize({ text: 'zinc' }, catalogue)).toMatchObject({ family: { intervals: [{ least: null }] } });
  });

  it.each([
    ['{', 'is not JSON'],
    ['[]', 'the file: Invalid input'],
    [JSON.stringify({ codes: [{ family: 'nope', system: local, code: '1' }] }), 'codes.0: there is no family nope'],
    [
      JSON.stringify({ codes: [{ family: 'cea', system: 'http://loinc.org', code: '2160-0' }] }),
      'is of creatinine and of cea',
    ],
    [
      JSON.stringify({
        intervals: { cea: [{ situation: 'routine', least: '3 months', source: 'x', year: 2026, confidence: 'A' }] },
      }),
      'intervals.cea.0.least: must be a duration',
    ],
    [
      JSON.stringify({ families: [{ key: 'x', name: 'X', group: 'panel', parts: ['cmp'] }] }),
      'its part cmp has parts itself',
    ],
    [JSON.stringify({ surprise: 1 }), 'surprise'],
  ])('refuses %s', (text, fault) => {
    expect(() => withCentreFile(text, OWN_CATALOGUE)).toThrow(CentreFileError);
    expect(() => withCentreFile(text, OWN_CATALOGUE)).toThrow(fault);
  });
});

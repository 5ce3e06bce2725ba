import { describe, expect, test } from 'vitest';
import { ABOUT_ROSA, coded, mapped, rowsIn } from '#test/ingest/mapped.ts';
import { LOINC, portage, SNOMED } from '#api/ingest/fhir/systems.ts';

const category = (code: string) => ({
  category: [coded('http://terminology.hl7.org/CodeSystem/observation-category', code)],
});
const observation = (code: object, more: object = {}) =>
  rowsIn('observation', { resourceType: 'Observation', status: 'final', ...ABOUT_ROSA, code, ...more } as never);
const one = (code: object, more: object = {}) => observation(code, more)[0]!;
const loinc = (code: string, display?: string) => coded(LOINC, code, display);
const profile = (name: string) => ({ meta: { profile: [`http://hl7.org/fhir/us/mcode/StructureDefinition/${name}`] } });

describe('what an observation is', () => {
  test.each([
    [
      'a laboratory value',
      loinc('718-7', 'Hemoglobin'),
      { valueQuantity: { value: 12.1, unit: 'g/dL' } },
      'laboratory',
      'hemoglobin',
      'results',
    ],
    ['a vital sign, in whatever drawer', loinc('29463-7'), category('exam'), 'vital-signs', 'body-weight', 'results'],
    [
      'a tumour marker, as a number',
      loinc('2857-1'),
      { valueQuantity: { value: 4.2 } },
      'tumor-marker',
      'psa',
      'results',
    ],
    [
      'a property of the tumour, as a word',
      loinc('85337-4'),
      { valueCodeableConcept: { text: 'Positive' } },
      'biomarker',
      'er',
      'oncology',
    ],
    [
      'a property of the tumour, as a number',
      loinc('83052-1'),
      { valueQuantity: { value: 60, unit: '%' } },
      'biomarker',
      'pd-l1',
      'oncology',
    ],
    ['ECOG', loinc('89247-1'), { valueInteger: 1 }, 'performance-status', 'ecog', 'oncology'],
    [
      'disease status',
      loinc('97509-4'),
      { valueCodeableConcept: { text: 'Stable disease' } },
      'disease-status',
      'disease-status',
      'oncology',
    ],
    [
      'a symptom score',
      coded(portage('assessment'), 'esas-pain', 'ESAS pain'),
      { valueInteger: 4 },
      'assessment',
      'esas-pain',
      'palliative',
    ],
    [
      'pain out of ten, sent as a vital sign',
      loinc('72514-3'),
      category('vital-signs'),
      'assessment',
      'pain',
      'palliative',
    ],
    ['PPS', coded(portage('assessment'), 'pps'), { valueInteger: 50 }, 'performance-status', 'pps', 'palliative'],
    ['a wish', loinc('75773-2'), { valueString: 'At home' }, 'preference', 'treatment-preference', 'palliative'],
    ['imaging', coded(SNOMED, '1', 'CT chest'), category('imaging'), 'imaging', null, 'results'],
    ['smoking', loinc('72166-2'), category('social-history'), 'social-history', null, 'clinical'],
    ['something of no kind that we know', { text: 'Hair colour' }, {}, 'other', null, 'clinical'],
  ])('%s', (_, code, more, kind, family, need) => {
    expect(one(code, more)).toMatchObject({ category: kind, family, needs: [need] });
  });

  test('is not guessed without a code', () => {
    expect(() => one({})).toThrow('what was observed is not said');
  });
});

describe('a stage', () => {
  test.each([
    [
      '21908-9',
      'clinical-group',
      coded(SNOMED, '1222806003', 'American Joint Committee on Cancer stage IIIC (qualifier value)'),
      'IIIC',
    ],
    ['21908-9', 'clinical-group', { coding: [{ system: 'http://cancerstaging.org', code: '4A' }] }, 'IVA'],
    ['21908-9', 'clinical-group', coded(SNOMED, '261634002', 'Stage 1A (qualifier value)'), 'IA'],
    [
      '21902-2',
      'pathologic-group',
      coded(SNOMED, '1228883000', 'American Joint Committee on Cancer cTa (qualifier value)'),
      'cTa',
    ],
    ['21905-5', 'clinical-t', coded(SNOMED, '23351008', 'T1 category (finding)'), 'T1'],
    ['21900-6', 'pathologic-n', { text: 'pN1mi' }, 'pN1mi'],
    ['21901-4', 'pathologic-m', { text: 'Not Applicable' }, 'Not Applicable'],
  ])('%s is the %s, written short', (code, family, value, text) => {
    expect(one(loinc(code), { valueCodeableConcept: value })).toMatchObject({
      category: 'stage',
      family,
      valueText: text,
    });
  });

  test('of another system keeps the words that say more than the number', () => {
    const other = (text: string) =>
      one({ text: 'Stage' }, { ...profile('mcode-cancer-stage'), valueCodeableConcept: { text } }).valueText;
    expect(other('ISS Stage II Plasma Cell Myeloma')).toBe('ISS Stage II Plasma Cell Myeloma');
    expect(other('Grade group 4 (Gleason score 3 + 5 = 8)')).toBe('Grade group 4 (Gleason score 3 + 5 = 8)');
    expect(other('Lymphoma stage IIIe (finding)')).toBe('IIIE');
  });

  test('holds its categories together and names the cancer and the manual', () => {
    const cancer = { resourceType: 'Condition', id: 'cancer', ...ABOUT_ROSA, code: { text: 'Breast cancer' } };
    const group = {
      resourceType: 'Observation',
      id: 'group',
      status: 'final',
      ...ABOUT_ROSA,
      code: loinc('21902-2'),
      hasMember: [{ reference: 'Observation/t' }],
    };
    const category = {
      resourceType: 'Observation',
      id: 't',
      status: 'final',
      ...ABOUT_ROSA,
      code: loinc('21899-0'),
      focus: [{ reference: 'Condition/cancer' }],
      method: {
        text: 'American Joint Commission on Cancer, Cancer Staging Manual, 8th edition neoplasm staging system',
      },
    };
    const [row] = rowsIn('observation', category as never, group as never, cancer as never);
    expect(row).toMatchObject({
      parentId: mapped(group as never).rowId,
      focusId: mapped(cancer as never).rowId,
      method: 'AJCC 8th edition',
      display: 'Pathologic T category',
    });
  });
});

describe('a value', () => {
  test.each([
    [
      'a quantity',
      { valueQuantity: { value: 132.3437550297677, unit: 'cm', code: 'cm' } },
      { valueNumber: 132.3437550297677, unit: 'cm' },
    ],
    [
      'a quantity below a limit',
      { valueQuantity: { value: 0.1, comparator: '<', unit: 'ng/mL' } },
      { valueNumber: 0.1, valueText: '<0.1', flag: null },
    ],
    [
      'a score, which has no unit',
      { valueQuantity: { value: 3, unit: '{score}', code: '{score}' } },
      { valueNumber: 3, unit: null },
    ],
    ['a number in quotation marks', { valueQuantity: { value: '5.4' } }, { valueNumber: 5.4 }],
    [
      'a concept',
      { valueCodeableConcept: coded(SNOMED, '10828004', 'Positive (qualifier value)') },
      { valueText: 'Positive', valueCode: '10828004' },
    ],
    ['words with a limit in them', { valueString: 'less than 1.8' }, { valueText: 'less than 1.8', valueNumber: 1.8 }],
    ['words', { valueString: 'No signs' }, { valueText: 'No signs', valueNumber: null }],
    ['yes or no', { valueBoolean: false }, { valueText: 'no', valueCode: 'false' }],
    ['a ratio', { valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } }, { valueText: '1 / 128' }],
    [
      'nothing, and why',
      { dataAbsentReason: { text: 'Not performed' } },
      { valueText: null, note: 'No value: Not performed' },
    ],
    ['nothing', {}, { valueText: null }],
  ])('is %s', (_, value, expected) => {
    expect(one({ text: 'Test' }, value)).toMatchObject(expected);
  });

  test('that cannot be read is refused, and the reason names it', () => {
    expect(() => one({ text: 'Test' }, { valueQuantity: { value: 'high' } })).toThrow(
      'Observation.valueQuantity.value "high" is not a number',
    );
    expect(() => one({ text: 'Test' }, { valueQuantity: [{ value: 1 }] })).toThrow(
      'Observation.valueQuantity "[{"value":1}]" is not a Quantity',
    );
    expect(() => one({ text: 'Test' }, { valueInteger: {} })).toThrow('Observation.valueInteger "{}" is not a number');
  });

  test('is judged by the source, else by the reference range', () => {
    const range = { referenceRange: [{ low: { value: 4 }, high: { value: 11 } }] };
    const flagged = (value: number, more: object = {}) =>
      one({ text: 'WBC' }, { valueQuantity: { value }, ...range, ...more }).flag;
    expect([flagged(3), flagged(5), flagged(50)]).toEqual(['low', 'normal', 'high']);
    expect(flagged(50, { interpretation: [coded('x', 'HH')] })).toBe('critical-high');
    expect(flagged(50, { interpretation: [coded('x', '>')] })).toBe('high');
    expect(flagged(50, { interpretation: [{ text: 'Critical high' }] })).toBe('critical-high');
    expect(flagged(50, { interpretation: [{ text: 'see below' }] })).toBe('high');
    expect(one({ text: 'WBC' }, { valueQuantity: { value: 50 } }).flag).toBeNull();
  });

  test('in parts is a row for the whole and one for each part', () => {
    const rows = observation(loinc('85354-9'), {
      component: [
        { code: loinc('8480-6'), valueQuantity: { value: 128, unit: 'mm[Hg]' } },
        { code: loinc('8462-4'), valueQuantity: { value: 77, unit: 'mm[Hg]' } },
      ],
    });
    expect(rows.map(({ family, valueNumber }) => [family, valueNumber])).toEqual(
      [
        ['blood-pressure', undefined],
        ['systolic-blood-pressure', 128],
        ['diastolic-blood-pressure', 77],
      ].map(([family, number]) => [family, number ?? undefined]),
    );
    expect(rows[1]?.parentId).toBe(rows[2]?.parentId);
  });
});

test('the parts of a variant are details of it, not further biomarkers', () => {
  const rows = observation(loinc('69548-6'), {
    ...profile('mcode-genomic-variant'),
    valueCodeableConcept: { text: 'Present' },
    component: [
      { code: loinc('48018-6'), valueCodeableConcept: { coding: [{ code: 'HGNC:1100', display: 'BRCA1' }] } },
    ],
  });
  expect(rows.map(({ category: kind, family, display }) => [kind, family, display])).toEqual([
    ['biomarker', 'gene-brca1', 'BRCA1 variant'],
    ['other', null, 'LOINC 48018-6'],
  ]);
});

test('the time is the one that was observed, with its precision; a period begins', () => {
  expect(one({ text: 'x' }, { effectiveDateTime: '2019-04' })).toMatchObject({
    effectiveAt: '2019-04-01T12:00:00.000Z',
    effectivePrecision: 'month',
  });
  expect(one({ text: 'x' }, { effectivePeriod: { start: '2025-06-30T08:00:00Z' } })).toMatchObject({
    effectiveAt: '2025-06-30T08:00:00.000Z',
    effectivePrecision: 'time',
  });
});

import { describe, expect, test } from 'vitest';
import { coded, rowsIn, ABOUT_ROSA } from '#test/ingest/mapped.ts';
import { ICD10CM, SNOMED } from '../fhir/systems.ts';
import { tellsMetastasis } from './cancer.ts';

const condition = (code: object, more: object = {}) =>
  rowsIn('condition', { resourceType: 'Condition', ...ABOUT_ROSA, code, ...more } as never)[0]!;
const profile = (name: string) => ({ meta: { profile: [`http://hl7.org/fhir/us/mcode/StructureDefinition/${name}`] } });

describe('a condition is a primary cancer', () => {
  test.each([
    ['by its ICD-10-CM code', coded(ICD10CM, 'C50.911'), 'Breast'],
    ['in situ', coded(ICD10CM, 'D05.11', 'Intraductal carcinoma in situ of right breast'), 'Breast'],
    ['by its words', coded(SNOMED, '254837009', 'Malignant neoplasm of breast (disorder)'), 'Breast'],
    ['by the name of its organ', coded(SNOMED, '126906006', 'Neoplasm of prostate'), 'Prostate'],
    ['of the blood', coded(SNOMED, '91861009', 'Acute myeloid leukemia, disease (disorder)'), 'Leukemia'],
  ])('%s', (_, code, site) => {
    expect(condition(code)).toMatchObject({ category: 'primary-cancer', bodySite: site, needs: ['oncology'] });
  });

  test('when its profile says so, whatever its words', () => {
    expect(
      condition(
        coded(SNOMED, '94260004', 'Secondary malignant neoplasm of colon'),
        profile('mcode-primary-cancer-condition'),
      ).category,
    ).toBe('primary-cancer');
  });
});

test.each([
  ['C78.7', 'Liver'],
  ['C79.51', 'Bone'],
  ['C77.3', 'Lymph nodes'],
])('%s is a secondary cancer of the %s', (code, site) => {
  expect(condition(coded(ICD10CM, code))).toMatchObject({ category: 'secondary-cancer', bodySite: site });
});

test('a secondary cancer names its primary', () => {
  const primary = { resourceType: 'Condition', id: 'primary', ...ABOUT_ROSA, code: coded(ICD10CM, 'C34.11') };
  const brain = {
    resourceType: 'Condition',
    id: 'brain',
    ...ABOUT_ROSA,
    ...profile('mcode-secondary-cancer-condition'),
    code: coded(SNOMED, '94225005', 'Secondary malignant neoplasm of brain'),
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/condition-related',
        valueReference: { reference: 'Condition/primary' },
      },
    ],
  };
  expect(rowsIn('condition', brain as never, primary as never)[0]?.primaryConditionId).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  ['Non-metastatic prostate cancer', 'primary-cancer'],
  ['Nonmetastatic carcinoma of prostate', 'primary-cancer'],
  ['Breast cancer, no metastases', 'primary-cancer'],
  ['Breast cancer without evidence of distant metastasis', 'primary-cancer'],
  ['Colon cancer, lymph nodes negative for metastasis', 'primary-cancer'],
  ['Breast cancer, no evidence of metastatic disease', 'primary-cancer'],
  ['No evidence of distant metastasis', 'problem'],
  ['Metastatic prostate cancer', 'secondary-cancer'],
  ['Oligometastatic breast cancer', 'secondary-cancer'],
  ['Colon cancer with no nodal metastases, metastasis in the liver', 'secondary-cancer'],
  ['Nodal metastasis of breast cancer, not resected', 'secondary-cancer'],
])('"%s" without a code is told as %s', (words, category) => {
  expect(condition({ text: words })).toMatchObject({ category });
});

test.each([
  ['Metastasis in bone', true],
  ['Carcinoma of breast, metastatic to liver', true],
  ['Oligometastatic prostate cancer', true],
  ['Non-metastatic prostate cancer', false],
  ['Nonmetastatic prostate cancer', false],
  ['Melanoma without metastasis', false],
  ['Breast cancer', false],
])('%s tells of a metastasis: %s', (display, spread) => expect(tellsMetastasis(display)).toBe(spread));

test.each([
  'Suspected lung cancer (situation)',
  'History of malignant neoplasm of breast',
  'Family history of colon cancer',
  'Polyp of colon',
  'Anemia due to chemotherapy for cancer',
  'Benign neoplasm of skin',
])('"%s" is about cancer and none', (words) => {
  expect(condition({ text: words })).toMatchObject({ category: 'problem', needs: ['clinical'] });
});

test('a cancer keeps its side, histology and stage in words', () => {
  const row = condition(coded(ICD10CM, 'C50.412', 'Malignant neoplasm of upper-outer quadrant of left female breast'), {
    extension: [
      {
        url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior',
        valueCodeableConcept: coded(SNOMED, '82711006', 'Infiltrating duct carcinoma (morphologic abnormality)'),
      },
    ],
    bodySite: [
      {
        ...coded(SNOMED, '80248007', 'Left breast structure (body structure)'),
        extension: [
          {
            url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-laterality-qualifier',
            valueCodeableConcept: coded(SNOMED, '7771000'),
          },
        ],
      },
    ],
    stage: [{ summary: { text: 'Stage IIB (T2 N1 M0)' } }],
  });
  expect(row).toMatchObject({
    laterality: 'Left',
    histology: 'Infiltrating duct carcinoma',
    bodySite: 'Left breast structure',
    stageText: 'Stage IIB (T2 N1 M0)',
  });
});

test('a cancer that is sent as a bare code is called by its site', () => {
  expect(condition(coded(ICD10CM, 'C00.0')).display).toBe('Head and neck cancer');
  expect(condition(coded(ICD10CM, 'C92.42')).display).toBe('Leukemia');
});

test('"no current problems" is a statement, not a problem', () => {
  expect(condition(coded(SNOMED, '160245001', 'No current problems or disability')).statesNone).toBe(true);
});

test('a status that FHIR does not have is refused, and a missing code too', () => {
  const status = (code: string) => ({
    clinicalStatus: coded('http://terminology.hl7.org/CodeSystem/condition-clinical', code),
  });
  expect(condition({ text: 'Asthma' }, status('remission')).clinicalStatus).toBe('remission');
  expect(() => condition({ text: 'Asthma' }, status('better'))).toThrow(
    'Condition.clinicalStatus "better" is not a FHIR R4 code for it',
  );
  expect(() => rowsIn('condition', { resourceType: 'Condition', ...ABOUT_ROSA } as never)).toThrow(
    'what the patient has is not said',
  );
});

test('an onset that is only a year says so', () => {
  expect(condition({ text: 'Asthma' }, { onsetDateTime: '1998' })).toMatchObject({
    onsetOn: '1998-01-01',
    onsetPrecision: 'year',
  });
  expect(condition({ text: 'Asthma' }, { onsetDateTime: '1998-03-04' })).toMatchObject({
    onsetOn: '1998-03-04',
    onsetPrecision: null,
  });
});

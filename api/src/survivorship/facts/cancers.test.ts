import { describe, expect, it } from 'vitest';
import { breastCancer, record, said, type Rows } from '#test/survivorship/records.ts';
import { cancerFacts, cancerOf, stageGroup } from './cancers.ts';
import type { FilledFact } from './facts.ts';

const cancers = (rows: Rows, filled: FilledFact[] = []) => cancerFacts(record(rows), filled);
const SPREAD = {
  category: 'secondary-cancer',
  code: 'C79.51',
  display: 'Metastasis in bone',
  stage_text: null,
} as const;

const stage = (value: string | null, on: string, more: object = {}) =>
  ({
    category: 'stage',
    family: 'pathologic-stage-group',
    display: 'Stage group',
    value_text: value,
    focus_id: 'cancer',
    effective_at: `${on}T12:00:00Z`,
    ...more,
  }) as const;

it('a cancer is told whole, with what it stands on', () => {
  const [told] = cancers({ conditions: [breastCancer({ id: 'cancer', laterality: 'Right' })] });
  expect(told).toEqual({
    id: 'cancer',
    text: 'Breast cancer, right, stage IIA',
    value: null,
    unit: null,
    on: '2024-01-10',
    source: {
      system: 'https://centre.example',
      name: 'Three Rivers',
      resourceType: 'Basic',
      id: 'cancer',
      version: '1',
      asOf: null,
      receivedAt: '2026-01-01T00:00:00Z',
    },
    filledInBy: null,
    cancer: 'breast',
    site: 'Breast',
    side: 'Right',
    histology: 'Invasive ductal carcinoma',
    stage: 'II',
    stageText: 'IIA',
    biomarkers: [],
    secondary: false,
    status: 'active',
  });
});

it.each([
  ['IIA', 'Breast cancer, right, stage IIA'],
  ['2b', 'Breast cancer, right, stage 2b'],
  ['Stage IIA', 'Breast cancer, right, Stage IIA'],
  ['Incompletely staged', 'Breast cancer, right, Incompletely staged'],
  [null, 'Breast cancer, right'],
])('stage %s is read as "%s"', (text, words) =>
  expect(cancers({ conditions: [breastCancer({ stage_text: text })] })[0]?.text).toBe(words),
);

describe('the order of cancers', () => {
  const told = (conditions: Rows['conditions'] & object) =>
    cancers({ conditions }).map(({ text, secondary }) => [text, secondary]);

  it('is the primary ones first, the newest first', () =>
    expect(
      told([
        SPREAD,
        breastCancer({ display: 'Older', onset_on: '2015-01-01', stage_text: null }),
        breastCancer({ display: 'Newer', onset_on: '2024-01-01', stage_text: null }),
      ]),
    ).toEqual([
      ['Newer', false],
      ['Older', false],
      ['Metastasis in bone', true],
    ]));

  it('puts what is a metastasis by its name after its primary', () =>
    expect(
      told([
        breastCancer({ display: 'Metastatic cancer', onset_on: '2026-01-01', stage_text: null }),
        breastCancer({ display: 'Breast cancer', stage_text: null }),
      ]),
    ).toEqual([
      ['Breast cancer', false],
      ['Metastatic cancer', true],
    ]));

  it('leaves a metastatic cancer primary where no other is recorded', () => {
    expect(told([breastCancer({ display: 'Metastatic cancer', stage_text: null })])).toEqual([
      ['Metastatic cancer', false],
    ]);
    expect(told([breastCancer({ display: 'Metastatic cancer', stage_text: null }), SPREAD])).toEqual([
      ['Metastatic cancer', false],
      ['Metastasis in bone', true],
    ]);
  });
});

describe('the stage', () => {
  const told = (...oncologyObservations: Rows['oncologyObservations'] & object) => {
    const [cancer] = cancers({
      conditions: [breastCancer({ id: 'cancer', stage_text: null })],
      oncologyObservations,
    });
    return cancer?.stageText;
  };
  const response = stage('Complete Response', '2024-09-01');

  it('before a complete response is the last one before it, in whatever order the rows come', () => {
    const early = stage('IIA', '2024-01-20', { family: 'clinical-stage-group' });
    const later = stage('IIIA', '2024-03-20', { family: 'clinical-stage-group' });
    expect(told(response, early, later)).toBe('IIIA, then complete response');
    expect(told(later, early, response)).toBe('IIIA, then complete response');
  });

  it.each<[string, ReturnType<typeof stage>]>([
    ['of another cancer', stage('IIA', '2024-01-20', { focus_id: 'other' })],
    ['that is a marker', stage('IIA', '2024-01-20', { category: 'biomarker' })],
    ['that is in no group either', stage('Not assessed', '2024-01-20')],
    ['without words', stage(null, '2024-01-20')],
  ])('before a complete response is not one %s', (_, before) => {
    expect(told(response, before)).toBe('Complete Response');
  });

  it('is the one of the tumour where none is told of the whole', () =>
    expect(told(stage('T2', '2024-01-20', { family: 'pathologic-t' }))).toBe('T2'));
});

describe('what people filled in', () => {
  const filled = () => [
    { ...said('stage', 'IIIA'), by: 'Ada Okafor' },
    { ...said('histology', 'Lobular carcinoma'), by: 'Ben Reyes' },
    { ...said('diagnosed-on', '2020-02-02'), by: 'Cleo Marsh' },
  ];
  const silent = { stage_text: null, histology: null, onset_on: null };

  it('is told where the record is silent', () =>
    expect(cancers({ conditions: [breastCancer(silent)] }, filled())[0]).toMatchObject({
      text: 'Breast cancer, right, stage IIIA',
      stage: 'III',
      stageText: 'IIIA',
      histology: 'Lobular carcinoma',
      on: '2020-02-02',
      filledInBy: 'Ada Okafor',
    }));

  it.each([
    ['stage', { stage_text: null }, 'Ada Okafor'],
    ['histology', { histology: null }, 'Ben Reyes'],
    ['day of diagnosis', { onset_on: null }, 'Cleo Marsh'],
    ['nothing', {}, null],
  ])('names who said it, with %s missing', (_, more, by) =>
    expect(cancers({ conditions: [breastCancer(more)] }, filled())[0]?.filledInBy).toBe(by),
  );

  it('never replaces what is recorded', () =>
    expect(cancers({ conditions: [breastCancer()] }, filled())[0]).toMatchObject({
      stageText: 'IIA',
      histology: 'Invasive ductal carcinoma',
      on: '2024-01-10',
    }));

  it('is of the one primary cancer: not of a metastasis, and of neither of two', () => {
    const bone = { ...SPREAD, histology: null };
    const beside = cancers({ conditions: [breastCancer(silent), bone] }, filled());
    expect(beside.map(({ stageText }) => stageText)).toEqual(['IIIA', null]);
    const two = cancers({ conditions: [breastCancer(silent), breastCancer(silent)] }, filled());
    expect(two.map(({ stageText, filledInBy }) => [stageText, filledInBy])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(cancers({ conditions: [bone] }, filled())[0]?.stageText).toBeNull();
  });

  it('is of the one of two primary cancers whose row it names', () => {
    const left = breastCancer({ ...silent, id: 'left', laterality: 'left' });
    const right = breastCancer({ ...silent, id: 'right', laterality: 'right' });
    const told = cancers({ conditions: [left, right] }, [
      said('stage:left', 'IIIA'),
      said('marker:her2:right', 'negative'),
      said('diagnosed-on:right', '2020-02-02'),
    ]);
    const of = (id: string) => told.find((cancer) => cancer.id === id);
    expect(of('left')).toMatchObject({ stageText: 'IIIA', on: null, biomarkers: [], filledInBy: 'Ada Okafor' });
    expect(of('right')).toMatchObject({ stageText: null, on: '2020-02-02' });
    expect(of('right')?.biomarkers.map(({ filledInBy }) => filledInBy)).toEqual(['Ada Okafor']);
  });
});

it('markers are told with their day, where there is one', () => {
  const [told] = cancers({
    conditions: [breastCancer()],
    oncologyObservations: [
      { id: 'er', category: 'biomarker', display: 'ER', value_text: 'Positive', effective_at: '2024-01-12T09:00:00Z' },
      { id: 'pr', category: 'biomarker', display: 'PR', value_text: 'Negative' },
      { id: 'gene', category: 'biomarker', display: 'BRCA2', value_text: 'Hereditary variant' },
    ],
  });
  expect(told?.biomarkers).toEqual([
    expect.objectContaining({ id: 'er', text: 'ER: Positive', on: '2024-01-12', value: null, filledInBy: null }),
    expect.objectContaining({ id: 'pr', text: 'PR: Negative', on: null }),
  ]);
  expect(told?.biomarkers[0]?.source?.id).toBe('er');
});

it('markers on which the record is silent are told as a person said them', () => {
  const [told] = cancers(
    {
      conditions: [breastCancer()],
      oncologyObservations: [{ id: 'er', category: 'biomarker', display: 'ER', value_text: 'Positive' }],
    },
    [
      { ...said('marker:er', 'negative'), what: 'Estrogen receptor' },
      { ...said('marker:her2', 'negative'), what: 'HER2' },
      said('smoking', 'never smoked'),
    ],
  );
  expect(told?.biomarkers).toEqual([
    expect.objectContaining({ text: 'ER: Positive', filledInBy: null }),
    expect.objectContaining({ id: 'marker:her2', text: 'HER2: negative', source: null, filledInBy: 'Ada Okafor' }),
  ]);
});

describe('which follow-up a cancer belongs to', () => {
  const ICD10 = 'http://hl7.org/fhir/sid/icd-10-cm';
  it.each<[string, string | null, string | null, string, string, string | null]>([
    ['in-situ', ICD10, 'D05.11', 'Neoplasm of breast', 'Breast', null],
    ['breast', 'http://id.nlm.nih.gov/mesh', 'D001943', 'Breast neoplasms', 'Breast', null],
    ['breast', 'http://ncicb.nci.nih.gov', 'C4872', 'Breast carcinoma', 'Breast', null],
    ['colorectal', ICD10, 'C18.2', 'Metastatic breast cancer', 'Colon', null],
    ['colorectal', 'ICD-10-CM', 'C18.2', 'Breast cancer', 'Breast', null],
    ['breast', ICD10, null, 'Breast cancer', 'Breast', null],
    ['breast', null, 'C18.2', 'Breast cancer', 'Breast', null],
    ['in-situ', null, null, 'Carcinoma', 'Breast', 'Ductal carcinoma in situ'],
    ['in-situ', null, null, 'Carcinoma-in-situ', 'Breast', null],
    ['in-situ', null, null, 'Non-invasive carcinoma in situ', 'Breast', null],
    ['breast', ICD10, 'C50.9', 'Cancer', 'Breast', 'Invasive ductal carcinoma with ductal carcinoma in situ'],
    ['melanoma', ICD10, 'C43.5', 'Malignant neoplasm', 'Skin of back', 'Nodular Melanoma'],
    ['other', ICD10, 'C67.9', 'Cancer', 'Bladder', null],
    ['other', null, null, 'Neoplasm', 'Unknown', null],
    ['lung', null, null, 'Malignant neoplasm', 'Lung', null],
  ])('is %s by %s %s, %s, %s, %s', (cancer, system, code, display, site, histology) =>
    expect(cancerOf({ code: { system, code, display }, site, histology })).toBe(cancer),
  );
});

it.each([
  ['Stage 0', '0'],
  ['0', '0'],
  ['I', 'I'],
  ['IIa', 'II'],
  ['FIGO IIIC1', 'III'],
  ['IVB', 'IV'],
  ['IIEA', 'II'],
  ['Stage  III', 'III'],
  ['Group I disease', 'I'],
  ['1', 'I'],
  [' 2b ', 'II'],
  ['4C', 'IV'],
  ['stage 3', 'III'],
  ['stage group 4', 'IV'],
  ['stagegroup3', 'III'],
  ['Stage 1 B', 'I'],
  ['STAGE 2c', 'II'],
  ['5', null],
  ['stage 5', null],
  ['stage 22', null],
  ['22', null],
  ['2b disease', null],
  ['grade 2', null],
  ['VI', null],
  ['XII', null],
  ['IIX', null],
  ['T2 N0 M0', null],
])('stage "%s" is of group %s', (text, group) => expect(stageGroup(text)).toBe(group));

import { describe, expect, it } from 'vitest';
import {
  beam,
  breastCancer,
  course,
  lumpectomy,
  missingIn,
  problem,
  record,
  said,
  type Rows,
} from '#test/survivorship/records.ts';
import type { PatientRow } from '#api/chart/index.ts';
import { stageGroup } from './cancers.ts';
import type { FilledFact } from './facts.ts';
import { treatmentSummary } from './summary.ts';

const summary = (rows: Rows, filled: FilledFact[] = [], patient: Partial<PatientRow> = {}) =>
  treatmentSummary(record(rows, patient), filled, 'America/Denver');
const faults = (facts: { faults: readonly { kind: string }[] }) => facts.faults.map(({ kind }) => kind);

describe('the treatment summary', () => {
  it('links each fact to the row that tells it', () => {
    const facts = summary({ conditions: [breastCancer({ id: 'cancer' })], procedures: [lumpectomy] });
    expect(facts.diagnoses[0]).toMatchObject({
      id: 'cancer',
      cancer: 'breast',
      stage: 'II',
      stageText: 'IIA',
      on: '2024-01-10',
    });
    expect(facts.diagnoses[0]?.source).toMatchObject({
      system: 'https://centre.example',
      name: 'Three Rivers',
      id: 'cancer',
    });
    expect(facts.surgery[0]?.source?.id).not.toBe('');
  });

  it.each([
    ['C50.911', 'Breast cancer', 'breast'],
    ['C18.2', 'Ascending colon cancer', 'colorectal'],
    ['C20', 'Rectal cancer', 'colorectal'],
    ['C61', 'Prostate cancer', 'prostate'],
    ['C34.1', 'Lung cancer', 'lung'],
    ['C83.3', 'Large cell lymphoma', 'lymphoma'],
    ['C81.1', 'Hodgkin lymphoma', 'lymphoma'],
    ['C43.5', 'Melanoma of the back', 'melanoma'],
    ['C53.9', 'Cervical cancer', 'gynaecological'],
    ['C54.1', 'Endometrial cancer', 'gynaecological'],
    ['C56.2', 'Ovarian cancer', 'gynaecological'],
    ['C90.0', 'Multiple myeloma', 'myeloma'],
    ['D05.1', 'Ductal carcinoma in situ', 'in-situ'],
    ['C67.9', 'Bladder cancer', 'other'],
    [null, 'Malignant neoplasm of breast (disorder)', 'breast'],
    [null, 'Carcinoma in situ of prostate', 'in-situ'],
    [null, 'Neoplasm of prostate', 'prostate'],
  ])('knows %s, %s, as %s', (code, display, cancer) => {
    expect(
      summary({ conditions: [breastCancer({ code, display, body_site: null, histology: null })] }).diagnoses[0]?.cancer,
    ).toBe(cancer);
  });

  it.each([
    ['IIA', 'II'],
    ['Stage IIIB', 'III'],
    ['IV', 'IV'],
    ['0', '0'],
    ['IE', 'I'],
    ['pathologic stage group 2b', 'II'],
    ['3', 'III'],
    ['Complete pathologic response', null],
    ['limited disease', null],
  ])('reads stage %s as %s', (text, group) => expect(stageGroup(text)).toBe(group));
});

it('a complete response after treatment does not hide the stage before it', () => {
  const stage = (family: string, value: string, on: string) =>
    ({
      category: 'stage',
      family,
      display: 'Stage group',
      value_text: value,
      focus_id: 'cancer',
      effective_at: `${on}T12:00:00Z`,
    }) as const;
  const { diagnoses } = summary({
    conditions: [breastCancer({ id: 'cancer', stage_text: null })],
    oncologyObservations: [
      stage('clinical-stage-group', 'IIA', '2024-01-20'),
      stage('pathologic-stage-group', 'Complete pathologic response', '2024-09-01'),
    ],
  });
  expect(diagnoses[0]).toMatchObject({ stage: 'II', stageText: 'IIA, then complete pathologic response' });
});

it('what is taken now ends when its running order says, not an earlier one', () => {
  const first = course('trastuzumab', { times: 0, ended_on: '2026-03-20' });
  const second = [{ ...first[0], id: 'second', status: 'active', started_on: '2026-03-21', ended_on: '2027-03-20' }];
  expect(summary({ conditions: [breastCancer()], medicationUses: [...first, ...second] }).ongoing[0]?.plannedEnd).toBe(
    '2027-03-20',
  );
});

describe('the end of treatment', () => {
  const chemo = course('paclitaxel', { ordered: [175, 'mg/m2'], given: [300, 'mg'] });
  it('is the last day of what was to cure', () => {
    expect(
      summary({ conditions: [breastCancer()], procedures: [lumpectomy, beam], medicationUses: chemo }),
    ).toMatchObject({
      endOfTreatment: '2024-07-28',
      localTreatmentEnd: '2024-07-28',
      radiationEnd: '2024-07-28',
      intent: 'curative',
      noEndBecause: null,
    });
  });

  it('does not wait for endocrine therapy, which is told as going on', () => {
    const letrozole = course('letrozole', { times: 0, from: '2024-08-01', status: 'active', ended_on: null });
    const facts = summary({
      conditions: [breastCancer()],
      procedures: [lumpectomy],
      medicationUses: [...chemo, ...letrozole],
    });
    expect(facts.endOfTreatment).toBe('2024-05-23');
    expect(facts.ongoing).toMatchObject([{ substance: 'letrozole', startedOn: '2024-08-01', plannedEnd: null }]);
    expect(missingIn(facts)).toContain('planned-end:letrozole');
  });

  it('has not come while chemotherapy is under way', () => {
    const running = course('paclitaxel', {
      ordered: [175, 'mg/m2'],
      given: [300, 'mg'],
      status: 'active',
      ended_on: null,
      from: '2026-03-30',
    });
    const facts = summary({ conditions: [breastCancer()], procedures: [lumpectomy], medicationUses: running });
    expect(facts.endOfTreatment).toBeNull();
    expect(facts.noEndBecause).toBe('paclitaxel is recorded as under way since 30 Mar 2026.');
    expect(faults(facts)).toEqual([]);
    expect(missingIn(facts)).toContain('end-of-treatment');
  });

  it('that never came is a fault of the record, until somebody says the day', () => {
    const forgotten = course('paclitaxel', { given: [300, 'mg'], status: 'active', ended_on: null });
    const rows = { conditions: [breastCancer()], medicationUses: forgotten };
    expect(faults(summary(rows))).toEqual(['treatment-without-end']);
    expect(summary(rows, [said('end-of-treatment', '2024-06-01')])).toMatchObject({
      endOfTreatment: '2024-06-01',
      noEndBecause: null,
    });
  });

  it('is not known when the last medicine is over without a day, and later than all that is known', () => {
    const over = course('epirubicin', { times: 0, from: '2024-12-13', ended_on: null });
    const facts = summary({ conditions: [breastCancer()], procedures: [lumpectomy, beam], medicationUses: over });
    expect([facts.endOfTreatment, facts.noEndBecause]).toEqual([
      null,
      'epirubicin is recorded as over, but not since when.',
    ]);
    const before = course('epirubicin', { times: 0, from: '2024-02-13', ended_on: null });
    const known = { conditions: [breastCancer()], procedures: [lumpectomy, beam], medicationUses: before };
    expect(summary(known).endOfTreatment).toBe('2024-07-28');
  });

  it('of nothing is unknown and says why', () =>
    expect(summary({ conditions: [breastCancer()] }).noEndBecause).toBe('No treatment is recorded.'));
});

describe('whether the plan may run', () => {
  const metastasis = {
    category: 'secondary-cancer',
    display: 'Bone metastases',
    clinical_status: 'active',
    onset_on: '2026-01-01',
  } as const;
  it.each<[string, Rows, string | null]>([
    ['in remission', { conditions: [breastCancer({ clinical_status: 'remission' })] }, null],
    [
      'at a recurrence',
      { conditions: [breastCancer({ clinical_status: 'recurrence' })] },
      'A recurrence of Breast is recorded.',
    ],
    ['with a metastasis', { conditions: [breastCancer(), metastasis] }, 'A metastasis is recorded: Bone metastases.'],
    [
      'with a metastasis that its sender calls primary',
      { conditions: [breastCancer({ display: 'Metastatic malignant neoplasm', stage_text: null })] },
      'A metastasis is recorded: Metastatic malignant neoplasm.',
    ],
    [
      'in stage IV',
      { conditions: [breastCancer({ stage_text: 'IV' })] },
      'Stage IV disease is recorded: Breast cancer, right, stage IV.',
    ],
  ])('%s', (_, rows, because) => expect(summary(rows).suspendedBecause).toBe(because));

  it('not once the oncologist has judged, after the end of treatment, that it grows', () => {
    const judged = (on: string, words: string) =>
      summary({
        conditions: [breastCancer()],
        procedures: [lumpectomy],
        oncologyObservations: [
          {
            category: 'disease-status',
            display: 'Cancer disease progression',
            value_text: words,
            effective_at: `${on}T12:00:00Z`,
          },
        ],
      }).suspendedBecause;
    expect(judged('2025-01-01', 'Progressive disease')).toBe(
      'The oncologist judged on 1 Jan 2025 that the cancer is growing.',
    );
    expect(judged('2025-01-01', 'Stable disease')).toBeNull();
    expect(judged('2024-01-15', 'Progressive disease')).toBeNull();
  });
});

describe('the person', () => {
  it('has illnesses that follow-up minds, and not the risk of them', () => {
    const facts = summary({
      conditions: [
        problem('E11.9', 'Type 2 diabetes mellitus'),
        problem('I10', 'Hypertension', { clinical_status: 'resolved' }),
        problem('R73.03', 'Prediabetes'),
        problem('E78.5', 'Hyperlipidaemia'),
        problem('I27.0', 'Primary pulmonary hypertension'),
      ],
    });
    expect(facts.comorbidities.map(({ comorbidity }) => comorbidity)).toEqual(['diabetes', 'hyperlipidaemia']);
  });

  it('has lasting effects of treatment, by code or words', () => {
    const facts = summary({
      conditions: [
        problem('G62.0', 'Neuropathy'),
        problem('I97.2', 'Lymphedema of arm'),
        problem('X', 'Colitis due to nivolumab'),
        problem('M54.5', 'Low back pain'),
      ],
    });
    expect(facts.toxicities.map(({ text }) => text).toSorted()).toEqual([
      'Colitis due to nivolumab',
      'Lymphedema of arm',
      'Neuropathy',
    ]);
  });

  it.each([
    ['Never smoker', false],
    ['Smokes tobacco daily', true],
    ['Former smoker', true],
    ['Unknown', null],
  ])('%s: has smoked is %s', (text, smoked) => {
    const row = {
      code: '72166-2',
      display: 'Tobacco smoking status',
      value_text: text,
      effective_at: '2024-01-01T12:00:00Z',
    };
    expect(summary({ socialHistory: [row] }).smoked).toBe(smoked);
  });

  it('carries inherited findings apart from the tumour’s markers', () => {
    const facts = summary({
      conditions: [breastCancer(), problem('Z15.01', 'Inherited BRCA1 variant')],
      oncologyObservations: [
        { category: 'biomarker', display: 'Estrogen receptor', value_text: 'Positive' },
        { category: 'biomarker', display: 'BRCA1 germline variant', value_text: 'BRCA1, pathogenic, germline' },
      ],
    });
    expect(facts.diagnoses[0]?.biomarkers.map(({ text }) => text)).toEqual(['Estrogen receptor: Positive']);
    expect(facts.genetics.map(({ text }) => text)).toEqual(['BRCA1, pathogenic, germline', 'Inherited BRCA1 variant']);
    expect(missingIn(facts)).toEqual(expect.arrayContaining(['marker:pr', 'marker:her2']));
    expect(missingIn(facts)).not.toContain('marker:er');
  });
});

it('names what is missing of each of two primary cancers, and takes it for the one alone', () => {
  const silent = { stage_text: null };
  const conditions = [breastCancer({ ...silent, id: 'left' }), breastCancer({ ...silent, id: 'right' })];
  const keys = (filled: FilledFact[] = []) =>
    missingIn(summary({ conditions }, filled)).filter((key) => key.startsWith('stage'));
  expect(keys().toSorted()).toEqual(['stage:left', 'stage:right']);
  expect(keys([said('stage:left', 'IIA')])).toEqual(['stage:right']);
});

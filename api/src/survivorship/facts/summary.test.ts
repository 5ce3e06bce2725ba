import { describe, expect, it } from 'vitest';
import { breastCancer, course, problem, record, type Rows } from '#test/survivorship/records.ts';
import type { PatientRow } from '#api/chart/index.ts';
import { stageGroup } from './cancers.ts';
import type { FilledFact } from './facts.ts';
import { fieldsOf } from './local.ts';
import { treatmentSummary } from './summary.ts';

const summary = (rows: Rows, filled: FilledFact[] = [], patient: Partial<PatientRow> = {}) =>
  treatmentSummary(record(rows, patient), filled, 'America/Denver');
const keys = (facts: { missing: readonly { key: string }[] }) => facts.missing.map(({ key }) => key);
const faults = (facts: { faults: readonly { kind: string }[] }) => facts.faults.map(({ kind }) => kind);
const said = (key: string, text: string, value: number | null = null, unit: string | null = null): FilledFact => ({
  key,
  text,
  value,
  unit,
  by: 'Ada Okafor',
});
const lumpectomy = {
  kind: 'surgery',
  display: 'Lumpectomy',
  status: 'completed',
  treatment_intent: 'curative',
  started_on: '2024-02-01',
} as const;
const beam = {
  id: 'beam',
  kind: 'radiation',
  display: 'Radiotherapy',
  status: 'completed',
  treatment_intent: 'curative',
  body_site: 'Left breast',
  started_on: '2024-07-01',
  ended_on: '2024-07-28',
} as const;

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

describe('cumulative doses', () => {
  const doxorubicin = (facts: Parameters<typeof course>[1]) => {
    const { systemic, faults: all } = summary({
      conditions: [breastCancer()],
      medicationUses: course('doxorubicin', facts),
    });
    return { dose: systemic[0]?.cumulative, doses: systemic[0]?.doses, faults: all.map(({ kind }) => kind) };
  };

  it('are what was ordered per m², as often as it was given', () => {
    expect(doxorubicin({ ordered: [60, 'mg/m2'], given: [105, 'mg'] })).toEqual({
      dose: { value: 240, unit: 'mg/m²', doxorubicinEquivalent: 240 },
      doses: 4,
      faults: [],
    });
  });

  it('are what was given per m², where that is told', () =>
    expect(doxorubicin({ ordered: [60, 'mg/m2'], given: [50, 'mg/m2'] }).dose?.value).toBe(200));

  it('in mg without a body surface stay in mg, and count nothing for the heart', () =>
    expect(doxorubicin({ given: [105, 'mg'] }).dose).toEqual({ value: 420, unit: 'mg', doxorubicinEquivalent: null }));

  it('in mg with height and weight are reckoned per m²', () => {
    const at = { effective_at: '2024-03-01T12:00:00Z', status: 'final' };
    const { systemic } = summary({
      conditions: [breastCancer()],
      medicationUses: course('doxorubicin', { given: [105, 'mg'] }),
      testObservations: [
        { ...at, family: 'body-height', value_number: 180 },
        { ...at, family: 'body-weight', value_number: 80 },
      ],
    });
    expect(systemic[0]?.cumulative).toEqual({ value: 210, unit: 'mg/m²', doxorubicinEquivalent: 210 });
  });

  it('without a unit are no doses: it is named, and the rest is told', () => {
    const told = doxorubicin({ given: [105, null] });
    expect(told).toEqual({ dose: null, doses: 4, faults: ['dose-without-unit'] });
  });

  it('that nobody recorded are missing, and may be filled in with a name', () => {
    const rows = { conditions: [breastCancer()], medicationUses: course('epirubicin', { times: 0 }) };
    expect(keys(summary(rows))).toContain('dose:epirubicin');
    const filled = summary(rows, [said('dose:epirubicin', '600', 600, 'mg/m²')]);
    expect(filled.systemic[0]).toMatchObject({
      cumulative: { value: 600, unit: 'mg/m²', doxorubicinEquivalent: 480 },
      filledInBy: 'Ada Okafor',
    });
    expect(keys(filled)).not.toContain('dose:epirubicin');
  });

  it.each([
    ['doxorubicin', 100],
    ['daunorubicin', 60],
    ['epirubicin', 80],
    ['mitoxantrone', 1050],
    ['idarubicin', 500],
    ['cisplatin', null],
  ])('100 mg/m² of %s count as %s of doxorubicin', (drug, equivalent) => {
    const [fact] = summary({
      conditions: [breastCancer()],
      medicationUses: course(drug, { ordered: [25, 'mg/m2'], given: [40, 'mg'] }),
    }).systemic;
    expect(fact?.cumulative).toMatchObject({ value: 100, doxorubicinEquivalent: equivalent });
  });

  it('of carboplatin by AUC are told in mg', () => {
    const [fact] = summary({
      conditions: [breastCancer()],
      medicationUses: course('carboplatin', { ordered: [5, 'AUC'], given: [500, 'mg'] }),
    }).systemic;
    expect(fact?.cumulative).toEqual({ value: 2000, unit: 'mg', doxorubicinEquivalent: null });
  });

  it('of two courses of one substance are one sum', () => {
    const second = course('doxorubicin', {
      ordered: [50, 'mg/m2'],
      given: [90, 'mg'],
      from: '2025-01-01',
      times: 2,
    }).map((row) => ({
      ...row,
      id: row.id === undefined ? undefined : 'second order',
      request_id: row.request_id == null ? null : 'second order',
    }));
    const { systemic } = summary({
      conditions: [breastCancer()],
      medicationUses: [...course('doxorubicin', { ordered: [60, 'mg/m2'], given: [105, 'mg'] }), ...second],
    });
    expect(systemic).toHaveLength(1);
    expect(systemic[0]?.cumulative?.value).toBe(340);
  });
});

describe('radiation', () => {
  it('is told in Gy, by volume', () => {
    const { radiation } = summary({
      conditions: [breastCancer()],
      procedures: [beam],
      radiotherapyDoses: [{ procedure_id: 'beam', volume: 'Left breast', dose_cgy: 4005, fractions: 15 }],
    });
    expect(radiation[0]).toMatchObject({
      text: 'Left breast, 40.05 Gy, 15 fractions',
      doseGy: 40.05,
      fractions: 15,
      endedOn: '2024-07-28',
    });
    expect(radiation[0]?.fields).toEqual(['breast', 'chest', 'heart']);
  });

  it('without a dose is missing it, until somebody says it', () => {
    const rows = { conditions: [breastCancer()], procedures: [beam] };
    expect(keys(summary(rows))).toContain('radiation:beam');
    expect(summary(rows, [said('radiation:beam', '40', 40, 'Gy')]).radiation[0]).toMatchObject({
      doseGy: 40,
      filledInBy: 'Ada Okafor',
    });
  });

  it.each([
    ['Mediastinum and left neck', ['chest', 'heart', 'neck']],
    ['Right breast', ['breast', 'chest']],
    ['Right upper lobe and mediastinal nodes', ['chest', 'heart']],
    ['Pelvis', ['pelvis']],
    ['Prostate and seminal vesicles', ['pelvis']],
    ['Whole brain', ['head']],
    ['Lumbar spine L2 to L4', []],
    ['Total body', ['chest', 'heart', 'neck', 'abdomen', 'pelvis', 'head']],
  ])('of %s is of %j', (site, fields) => expect(fieldsOf(site).toSorted()).toEqual(fields.toSorted()));
});

describe('what was removed', () => {
  it.each([
    ['Bilateral mastectomy with sentinel node biopsy', 'Both breasts', ['breast']],
    ['Mastectomy with axillary dissection', 'Right breast', []],
    ['Partial mastectomy', 'Right breast', []],
    ['Robot-assisted hysterectomy, both ovaries', 'Uterus', ['cervix']],
    ['Right hemicolectomy', 'Ascending colon', []],
    ['Total colectomy', 'Colon', ['colon']],
    ['Radical prostatectomy', 'Prostate', ['prostate']],
  ])('by %s (%s) is %j', (display, site, removed) => {
    expect(summary({ procedures: [{ ...lumpectomy, display, body_site: site }] }).surgery[0]?.removed).toEqual(removed);
  });
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
    expect(keys(facts)).toContain('planned-end:letrozole');
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
    expect(facts.noEndBecause).toBe('paclitaxel is recorded as under way since 2026-03-30.');
    expect(faults(facts)).toEqual([]);
    expect(keys(facts)).toContain('end-of-treatment');
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

  it('of nothing is unknown and says why', () =>
    expect(summary({ conditions: [breastCancer()] }).noEndBecause).toBe('No treatment is recorded.'));
});

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
    expect(faults(summary({ conditions: [breastCancer()], procedures: [lumpectomy] }, [], dead))).toEqual([
      'contradictory-dates',
    ]);
  });

  it('something that is over on a day to come', () =>
    expect(
      faults(summary({ conditions: [breastCancer()], procedures: [{ ...lumpectomy, started_on: '2026-12-01' }] })),
    ).toEqual(['date-to-come']));

  it('two primaries at once are told, and both are followed', () => {
    const facts = summary({
      conditions: [breastCancer(), breastCancer({ code: 'C18.2', display: 'Colon cancer', body_site: 'Colon' })],
    });
    expect(faults(facts)).toEqual(['two-primaries']);
    expect(facts.diagnoses.map(({ cancer }) => cancer)).toEqual(['breast', 'colorectal']);
  });

  it('no diagnosis leaves the rest', () => {
    const facts = summary({ procedures: [lumpectomy] });
    expect(faults(facts)).toEqual(['no-diagnosis']);
    expect(facts.endOfTreatment).toBe('2024-02-01');
    expect(keys(facts)).toContain('diagnosis');
  });
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
      'The oncologist judged on 2025-01-01 that the cancer is growing.',
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
    expect(keys(facts)).toEqual(expect.arrayContaining(['marker:pr', 'marker:her2']));
    expect(keys(facts)).not.toContain('marker:er');
  });
});

import { describe, expect, it } from 'vitest';
import { beam, breastCancer, course, lumpectomy, missingIn, record, type Rows } from '#test/survivorship/records.ts';
import type { PatientRow } from '#api/chart/index.ts';
import { treatmentSummary } from './summary.ts';

const summary = (rows: Rows, patient: Partial<PatientRow> = {}) =>
  treatmentSummary(record(rows, patient), [], 'America/Denver');
const texts = (facts: { faults: readonly { text: string }[] }) => facts.faults.map(({ text }) => text);
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

describe('what cannot be so, in words', () => {
  const told = (procedure: object, patient: Partial<PatientRow> = {}) =>
    texts(summary({ conditions: [breastCancer()], procedures: [{ ...lumpectomy, ...procedure }] }, patient));
  const died = (at: string) => ({ deceased: true, deceased_at: at });

  it.each<[string, object, string[]]>([
    ['on its first day', { ended_on: '2024-02-01' }, []],
    [
      'before its first day',
      { ended_on: '2024-01-31' },
      ['Lumpectomy ends (31 Jan 2024) before it begins (1 Feb 2024).'],
    ],
    ['with no first day', { started_on: null, ended_on: '2024-01-31' }, []],
  ])('an end %s', (_, procedure, expected) => expect(told(procedure)).toEqual(expected));

  it.each([
    ['2023-12-10', []],
    ['2023-12-09', ['Lumpectomy begins (9 Dec 2023) before the diagnosis (10 Jan 2024).']],
  ])('a beginning on %s with the diagnosis on 10 January', (day, expected) =>
    expect(told({ started_on: day })).toEqual(expected),
  );

  it.each([
    ['2024-02-01T12:00:00Z', []],
    ['2024-01-31T12:00:00Z', ['Lumpectomy begins (1 Feb 2024) after the death of the patient.']],
  ])('a beginning on 1 February with death at %s', (at, expected) => expect(told({}, died(at))).toEqual(expected));

  it('a treatment of no day is not after death', () =>
    expect(told({ started_on: null }, died('2024-01-31T12:00:00Z'))).toEqual([]));

  it.each<[string, object, string[]]>([
    ['completed today', { started_on: '2026-06-01' }, []],
    [
      'completed tomorrow',
      { started_on: '2026-06-02' },
      ['Lumpectomy is recorded as over, on a day to come (2 Jun 2026).'],
    ],
    [
      'stopped tomorrow',
      { status: 'stopped', ended_on: '2026-06-02' },
      ['Lumpectomy is recorded as over, on a day to come (2 Jun 2026).'],
    ],
    ['planned for tomorrow', { status: 'draft', started_on: '2026-06-02' }, []],
    ['over on a day that nobody wrote down', { started_on: null }, []],
  ])('what is %s', (_, procedure, expected) => expect(told(procedure)).toEqual(expected));

  it('treatment is held against the first diagnosis, and against none where none has a day', () => {
    const late = { ...lumpectomy, started_on: '2016-01-01' };
    const two = [breastCancer(), breastCancer({ body_site: 'Colon', onset_on: '2015-12-01' })];
    expect(faults(summary({ conditions: two, procedures: [late] }))).toEqual(['two-primaries']);
    expect(faults(summary({ conditions: [breastCancer({ onset_on: null })], procedures: [late] }))).toEqual([]);
  });

  it.each([
    ['1960-05-05', []],
    ['1960-05-04', ['Breast cancer, right, stage IIA is dated before the birth of the patient.']],
    ['2026-06-01', []],
    ['2026-06-02', ['Breast cancer, right, stage IIA is dated after today.']],
  ])('a diagnosis on %s of who was born on 5 May 1960', (day, expected) =>
    expect(texts(summary({ conditions: [breastCancer({ onset_on: day })] }))).toEqual(expected),
  );

  it('a diagnosis is not before a birth that nobody recorded', () =>
    expect(texts(summary({ conditions: [breastCancer()] }, { birth_date: null }))).toEqual([]));

  it('links each contradiction to its row, and what is of the whole record to none', () => {
    const row = (rows: Rows) => summary(rows).faults.map(({ rowId }) => rowId);
    expect(row({ conditions: [breastCancer({ id: 'early', onset_on: '1950-01-01' })] })).toEqual(['early']);
    expect(row({ conditions: [breastCancer({ id: 'late', onset_on: '2027-01-01' })] })).toEqual(['late']);
    expect(row({ conditions: [breastCancer()], procedures: [{ ...beam, ended_on: '2023-07-28' }] })).toEqual(['beam']);
    expect(row({})).toEqual([null]);
  });

  it('no cancer, and two', () => {
    expect(texts(summary({}))).toEqual(['No primary cancer is recorded, so nothing is planned for one.']);
    const colon = breastCancer({ code: 'C18.2', display: 'Colon cancer', body_site: 'Colon', stage_text: null });
    expect(texts(summary({ conditions: [breastCancer(), colon] }))).toEqual([
      '2 primary cancers are recorded: Breast cancer, right, stage IIA; Colon cancer. Follow-up is planned for each; which treatment was for which, a person must say.',
    ]);
  });
});

describe('one cancer written down twice', () => {
  type Cancer = Parameters<typeof breastCancer>[0];
  it.each<[string, number, Cancer, Cancer]>([
    ['31 days apart', 0, { onset_on: '2024-01-01' }, { onset_on: '2024-02-01', stage_text: null }],
    ['32 days apart', 1, { onset_on: '2024-01-01' }, { onset_on: '2024-02-02', stage_text: null }],
    ['once without a day', 0, { onset_on: null, stage_text: null }, {}],
    ['once without a day, the other way round', 0, {}, { onset_on: null, stage_text: null }],
    ['once without a side', 0, { laterality: 'Left' }, { stage_text: null }],
    ['once without a side, the other way round', 0, { stage_text: null }, { laterality: 'Left' }],
    ['of two organs', 1, {}, { body_site: 'Lung', stage_text: null }],
    ['with a stage each', 1, {}, {}],
    ['with its stage in the second', 0, { stage_text: null }, {}],
  ])('%s: %i is told as a second primary', (_, count, first, second) =>
    expect(faults(summary({ conditions: [breastCancer(first), breastCancer(second)] }))).toHaveLength(count),
  );

  it('a metastasis is no second primary, and its day none of a diagnosis', () => {
    const bone = { category: 'secondary-cancer', body_site: 'Bone', onset_on: '1950-01-01' } as const;
    expect(faults(summary({ conditions: [breastCancer(), breastCancer(bone)] }))).toEqual([]);
  });
});

describe('what is missing', () => {
  const marker = (display: string) => ({ category: 'biomarker', display, value_text: 'Negative' }) as const;
  const member = (team: 'oncology' | 'primary-care') => ({ name: 'Ada Okafor', role: 'Physician', team });
  const whole = (): Rows => ({
    conditions: [breastCancer()],
    procedures: [lumpectomy],
    oncologyObservations: ['Oestrogen receptor', 'Progesterone receptor', 'HER2'].map(marker),
    careTeamMembers: [member('oncology'), member('primary-care')],
    socialHistory: [{ code: '72166-2', display: 'Status', value_text: 'Never' }],
  });
  const lacking = (rows: Rows) => summary({ ...whole(), ...rows }).missing;

  it('is nothing in a record that tells all', () => expect(lacking({})).toEqual([]));

  it('is named with its reason, in the order in which it is read', () =>
    expect(
      summary({ conditions: [breastCancer({ stage_text: null, histology: null, onset_on: null })] }).missing,
    ).toEqual([
      { key: 'stage', what: 'Stage of breast', why: 'No stage is recorded.' },
      { key: 'histology', what: 'Histology of breast', why: 'No histology is recorded.' },
      { key: 'diagnosed-on', what: 'Day of diagnosis of breast', why: 'No date is recorded.' },
      { key: 'marker:er', what: 'Estrogen receptor', why: 'No result is recorded.' },
      { key: 'marker:pr', what: 'Progesterone receptor', why: 'No result is recorded.' },
      { key: 'marker:her2', what: 'HER2', why: 'No result is recorded.' },
      { key: 'intent', what: 'Intent of treatment', why: 'No treatment says its intent.' },
      { key: 'end-of-treatment', what: 'End of treatment', why: 'No treatment is recorded.' },
      { key: 'smoking', what: 'Smoking', why: 'Nobody recorded whether the patient ever smoked.' },
      { key: 'contact:oncology', what: 'Contact, oncology', why: 'The care team names nobody.' },
      { key: 'contact:primary-care', what: 'Contact, primary care', why: 'The care team names nobody.' },
    ]));

  it('is the diagnosis where only a metastasis is recorded, of which nothing else is asked', () => {
    const spread = breastCancer({ category: 'secondary-cancer', stage_text: null, histology: null });
    expect(lacking({ conditions: [spread] })).toEqual([
      { key: 'diagnosis', what: 'Diagnosis', why: 'No primary cancer is recorded.' },
    ]);
  });

  it('is a contact of the one team that names nobody', () => {
    const keys = (team: 'oncology' | 'primary-care') =>
      missingIn({ missing: lacking({ careTeamMembers: [member(team)] }) });
    expect(keys('oncology')).toEqual(['contact:primary-care']);
    expect(keys('primary-care')).toEqual(['contact:oncology']);
  });

  it('is no marker of another cancer', () =>
    expect(
      lacking({
        conditions: [breastCancer({ code: 'C18.2', display: 'Colon cancer', body_site: 'Colon' })],
        oncologyObservations: [],
      }),
    ).toEqual([]));

  it.each([
    ['doxorubicin', 1],
    ['cisplatin', 1],
    ['paclitaxel', 0],
  ])('is the dose of %s: %i', (drug, count) =>
    expect(lacking({ medicationUses: course(drug, {}) })).toEqual(
      [
        {
          key: `dose:${drug}`,
          what: `Cumulative dose of ${drug}`,
          why: 'No doses that can be added up are recorded.',
        },
      ].slice(0, count),
    ),
  );

  it('is no dose that can be added up', () =>
    expect(lacking({ medicationUses: course('doxorubicin', { ordered: [60, 'mg/m2'], given: [105, 'mg'] }) })).toEqual(
      [],
    ));

  it('is the dose of a radiation that tells none', () => {
    const dose = { procedure_id: 'beam', volume: 'Left breast', dose_cgy: 4005, fractions: 15 };
    expect(lacking({ procedures: [beam] })).toEqual([
      {
        key: 'radiation:beam',
        what: 'Radiation dose, Left breast',
        why: 'The course is recorded without a dose.',
      },
    ]);
    expect(lacking({ procedures: [beam], radiotherapyDoses: [dose] })).toEqual([]);
  });

  it.each<[string, string, string | null, number]>([
    ['for years, without an end', 'letrozole', null, 1],
    ['for years, to a day', 'letrozole', '2030-01-01', 0],
    ['for weeks', 'capecitabine', null, 0],
  ])('is the planned end of what is taken %s (%s, %s): %i', (_, drug, until, count) => {
    const taken = course(drug, { times: 0, status: 'active', from: '2026-05-01', ended_on: until });
    const planned = lacking({ medicationUses: taken }).filter(({ key }) => key !== 'end-of-treatment');
    expect(planned).toEqual(
      [
        {
          key: `planned-end:${drug}`,
          what: `Planned end of ${drug}`,
          why: 'It is taken now, with no end recorded.',
        },
      ].slice(0, count),
    );
  });
});

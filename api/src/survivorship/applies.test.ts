// Whether a rule is for a patient, and what it says decides that.
import { describe, expect, it } from 'vitest';
import { beam, cancer, drug, somebody, takes } from '#test/survivorship/people.ts';
import { judge } from './applies.ts';
import type { TreatmentFacts } from './facts/facts.ts';
import type { Condition } from './rule.ts';

const TODAY = '2026-11-22';
const holds = (condition: Condition, facts: Partial<TreatmentFacts> = {}) =>
  judge(condition, somebody(facts), TODAY).holds;
const told = (condition: Condition, facts: Partial<TreatmentFacts> = {}) => {
  const { holds: is, because } = judge(condition, somebody(facts), TODAY);
  return [is, because.join('; ')];
};
const fact = { value: null, unit: null, on: null, source: null, filledInBy: null };
const removed = [{ ...fact, id: 's', text: 'total hysterectomy', removed: ['cervix' as const] }];
const ill = (...of: ('diabetes' | 'hypertension' | 'osteoporosis')[]) =>
  of.map((comorbidity) => ({ ...fact, id: comorbidity, text: comorbidity, comorbidity }));

describe('radiation', () => {
  const chest = { radiation: [beam('Mediastinum', 30, null), beam('Pelvis', 45, null)] };
  it('to one of the fields', () => {
    expect(told({ radiation: ['chest', 'axilla'] }, chest)).toEqual([true, 'radiation to Mediastinum, 30 Gy']);
    expect(told({ radiation: ['neck', 'axilla'] }, chest)).toEqual([
      false,
      'no radiation to neck or axilla is recorded',
    ]);
  });

  it.each<[string, Condition, boolean]>([
    ['30 of at least 30 Gy', { radiation: ['chest'], leastGy: 30 }, true],
    ['30 of at least 31 Gy', { radiation: ['chest'], leastGy: 31 }, false],
    ['30 of less than 31 Gy', { radiation: ['chest'], belowGy: 31 }, true],
    ['30 of less than 30 Gy', { radiation: ['chest'], belowGy: 30 }, false],
    ['30 of 20 to 40 Gy', { radiation: ['chest'], leastGy: 20, belowGy: 40 }, true],
    ['the highest of several fields', { radiation: ['chest', 'pelvis'], leastGy: 40 }, true],
  ])('%s', (_, condition, is) => expect(holds(condition, chest)).toBe(is));

  it('of an unknown dose is not known, where the dose decides', () => {
    const unknown = { radiation: [beam('Mediastinum', null, null)] };
    expect(told({ radiation: ['chest'], leastGy: 30 }, unknown)).toEqual([
      null,
      'the radiation dose to chest is not recorded',
    ]);
    expect(told({ radiation: ['chest'], leastGy: 30 }, chest)).toEqual([true, 'radiation to Mediastinum, 30 Gy']);
    expect(holds({ radiation: ['chest'] }, unknown)).toBe(true);
  });
});

describe('medicines', () => {
  const given = { systemic: [drug('doxorubicin', 250), drug('paclitaxel')] };
  it.each<[Condition, boolean | null, string]>([
    [{ drug: 'doxorubicin' }, true, 'doxorubicin'],
    [{ drug: 'bleomycin' }, false, 'no bleomycin is recorded'],
    [{ drug: 'doxorubicin', least: 250 }, true, 'doxorubicin 250 mg/m² in all'],
    [{ drug: 'doxorubicin', least: 251 }, false, 'doxorubicin 250 mg/m² in all'],
    [{ drug: 'doxorubicin', below: 251 }, true, 'doxorubicin 250 mg/m² in all'],
    [{ drug: 'doxorubicin', below: 250 }, false, 'doxorubicin 250 mg/m² in all'],
    [{ drug: 'doxorubicin', least: 200, below: 240 }, false, 'doxorubicin 250 mg/m² in all'],
    [{ drug: 'paclitaxel', least: 1 }, null, 'the cumulative dose of paclitaxel per m² is not recorded'],
    [{ drugGroup: 'taxane' }, true, 'paclitaxel'],
    [{ drugGroup: 'vinca' }, false, 'no vinca is recorded'],
    [{ onDrugGroup: 'tamoxifen' }, false, 'no tamoxifen is taken now'],
  ])('%j: %s', (condition, is, because) => expect(told(condition, given)).toEqual([is, because]));

  it('a dose in milligrams says nothing per m²', () => {
    const inMilligrams = {
      ...drug('doxorubicin', 400),
      cumulative: { value: 400, unit: 'mg', doxorubicinEquivalent: null },
    };
    expect(holds({ drug: 'doxorubicin', least: 250 }, { systemic: [inMilligrams] })).toBeNull();
  });

  it('that are taken now', () =>
    expect(told({ onDrugGroup: 'tamoxifen' }, { ongoing: [takes('tamoxifen', '2025-02-03')] })).toEqual([
      true,
      'tamoxifen since 3 Feb 2025',
    ]));
});

describe('the person', () => {
  it.each<[string, Condition, Partial<TreatmentFacts>, boolean | null, string]>([
    ['of 56, at least 56', { age: { least: 56 } }, {}, true, 'age 56'],
    ['of 56, at least 57', { age: { least: 57 } }, {}, false, 'age 56'],
    ['of 56, at most 56', { age: { most: 56 } }, {}, true, 'age 56'],
    ['of 56, at most 55', { age: { most: 55 } }, {}, false, 'age 56'],
    ['of no age', { age: { most: 55 } }, { birthDate: null }, null, 'the birth date is not recorded'],
    ['treated at 53', { ageAtTreatment: { least: 53 } }, {}, true, 'age 53 at treatment'],
    ['treated at 53, not 54', { ageAtTreatment: { least: 54 } }, {}, false, 'age 53 at treatment'],
    [
      'still treated',
      { ageAtTreatment: { least: 60 } },
      { endOfTreatment: null },
      null,
      'the age at treatment is not recorded',
    ],
    [
      'of unknown birth',
      { ageAtTreatment: { least: 60 } },
      { birthDate: null },
      null,
      'the age at treatment is not recorded',
    ],
    ['a woman', { sex: 'female' }, {}, true, 'female'],
    ['no man', { sex: 'male' }, {}, false, 'female'],
    ['of another sex', { sex: 'female' }, { sex: 'other' }, null, 'the sex is not recorded'],
    ['of unknown sex', { sex: 'male' }, { sex: 'unknown' }, null, 'the sex is not recorded'],
    ['who smoked', { smoked: true }, { smoked: true }, true, 'has smoked'],
    ['who never smoked', { smoked: true }, {}, false, 'has never smoked'],
    ['of unknown habit', { smoked: true }, { smoked: null }, null, 'smoking is not recorded'],
    ['without the cervix', { removed: 'cervix' }, { surgery: removed }, true, 'total hysterectomy'],
    ['with the colon', { removed: 'colon' }, { surgery: removed }, false, 'no removal of the colon is recorded'],
    ['with diabetes', { comorbidity: 'diabetes' }, { comorbidities: ill('diabetes') }, true, 'diabetes'],
    ['without', { comorbidity: 'diabetes' }, { comorbidities: ill('hypertension') }, false, 'no diabetes is recorded'],
    [
      'with a transplant',
      { transplant: true },
      { transplants: [{ ...fact, id: 't', text: 'autologous' }] },
      true,
      'autologous',
    ],
    ['without one', { transplant: true }, {}, false, 'no transplant is recorded'],
  ])('%s', (_, condition, facts, is, because) => expect(told(condition, facts)).toEqual([is, because]));

  it.each<[string, Partial<TreatmentFacts>, boolean | null, string]>([
    [
      'two illnesses',
      { comorbidities: ill('diabetes', 'hypertension') },
      true,
      'cardiovascular risks: diabetes, hypertension',
    ],
    [
      'an illness and smoking',
      { comorbidities: ill('diabetes'), smoked: true },
      true,
      'cardiovascular risks: diabetes, smoking',
    ],
    [
      'osteoporosis is none',
      { comorbidities: ill('diabetes', 'osteoporosis') },
      false,
      '1 cardiovascular risks are recorded',
    ],
    ['one, smoking unknown', { comorbidities: ill('diabetes'), smoked: null }, null, 'smoking is not recorded'],
    ['none, smoking unknown', { smoked: null }, false, '0 cardiovascular risks are recorded'],
  ])('two risks of the heart: %s', (_, facts, is, because) =>
    expect(told({ cardiovascularRisks: { least: 2 } }, facts)).toEqual([is, because]),
  );
});

describe('the cancer', () => {
  const breast = cancer('breast');
  it.each<[Condition, Partial<TreatmentFacts>, boolean | null, string]>([
    [{ cancer: ['breast', 'lung'] }, { diagnoses: [breast] }, true, 'breast cancer'],
    [{ cancer: ['lung', 'prostate'] }, { diagnoses: [breast] }, false, 'no lung or prostate cancer is recorded'],
    [{ intent: 'curative' }, {}, true, 'curative treatment'],
    [{ intent: 'curative' }, { intent: 'palliative' }, false, 'palliative treatment'],
    [{ intent: 'curative' }, { intent: null }, null, 'the intent of treatment is not recorded'],
    [
      { histology: ['lobular'] },
      { diagnoses: [{ ...breast, histology: 'Invasive Lobular' }] },
      true,
      'Invasive Lobular breast cancer',
    ],
    [
      { histology: ['lobular'] },
      { diagnoses: [{ ...breast, histology: 'ductal' }] },
      false,
      'the histology is ductal breast cancer',
    ],
    [
      { histology: ['lobular'] },
      { diagnoses: [{ ...breast, histology: null }] },
      null,
      'the histology is not recorded',
    ],
    [{ histology: ['breast'] }, { diagnoses: [{ ...breast, histology: null }] }, true, 'breast cancer'],
    [
      { histology: ['lobular'] },
      { diagnoses: [{ ...breast, histology: null, secondary: true }] },
      false,
      'the histology is ',
    ],
  ])('%j', (condition, facts, is, because) => expect(told(condition, facts)).toEqual([is, because]));
});

describe('conditions together', () => {
  const yes: Condition = { sex: 'female' };
  const no: Condition = { sex: 'male' };
  const unknown: Condition = { age: { least: 18 } };
  const who = { birthDate: null };
  it.each<[string, Condition, boolean | null, string]>([
    ['all of them hold', { all: [yes, { not: no }] }, true, 'female'],
    ['one of all does not', { all: [yes, unknown, no] }, false, 'female'],
    ['one of all is not known', { all: [yes, unknown] }, null, 'the birth date is not recorded'],
    ['any holds', { any: [no, unknown, yes] }, true, 'female'],
    ['any is not known', { any: [no, unknown] }, null, 'the birth date is not recorded'],
    ['none holds', { any: [no, no] }, false, 'female'],
    ['not so', { not: yes }, false, 'female'],
    ['not known, nor its opposite', { not: unknown }, null, 'the birth date is not recorded'],
  ])('%s', (_, condition, is, because) => expect(told(condition, who)).toEqual([is, because]));
});

import { describe, expect, it } from 'vitest';
import { PEOPLE } from '#test/survivorship/people.ts';
import { anchorOf } from './anchor.ts';
import type { TreatmentFacts } from './facts/facts.ts';
import { OWN_RULES } from './data/rule-set.ts';
import type { Anchor, Condition, Rule } from './rule.ts';

const [somebody] = Object.values(PEOPLE);
const UNTREATED: TreatmentFacts = {
  ...somebody!,
  birthDate: '1960-05-05',
  endOfTreatment: null,
  noEndBecause: null,
  localTreatmentEnd: null,
  radiation: [],
  ongoing: [],
};
const chest = { fields: ['chest'], endedOn: '2024-08-01' } as unknown as TreatmentFacts['radiation'][number];
const pelvis = { fields: ['pelvis'], endedOn: '2025-08-01' } as unknown as TreatmentFacts['radiation'][number];
const letrozole = { groups: ['aromatase-inhibitor'], startedOn: '2024-03-01' };
const steroid = { groups: ['steroid', 'taxane'], startedOn: '2023-01-01' };
const drugs = (...list: object[]) => list as unknown as TreatmentFacts['ongoing'];

const anchor = (from: Anchor, facts: Partial<TreatmentFacts>, when?: Condition, age?: number) => {
  const schedule = { anchor: from, age, first: { least: 0, most: 12 }, repeat: [] };
  const rule: Rule = { ...OWN_RULES.rules[0]!, when, schedule };
  return anchorOf(rule, schedule, { ...UNTREATED, ...facts });
};
const onInhibitor: Condition = { all: [{ sex: 'female' }, { onDrugGroup: 'aromatase-inhibitor' }] };

// Asked within each test, so that a break is laid to the test that notices it.
describe('the day that a schedule counts from', () => {
  it.each<[string, () => ReturnType<typeof anchor>, string]>([
    ['the end of treatment', () => anchor('end-of-treatment', { endOfTreatment: '2024-02-01' }), '2024-02-01'],
    [
      'of local treatment',
      () => anchor('local-treatment', { localTreatmentEnd: '2023-12-01', endOfTreatment: '2024-02-01' }),
      '2023-12-01',
    ],
    [
      'the end of all where no local treatment ended',
      () => anchor('local-treatment', { endOfTreatment: '2024-02-01' }),
      '2024-02-01',
    ],
    [
      'of radiation to that part and no other',
      () => anchor('radiation', { radiation: [chest, pelvis] }, { any: [{ radiation: ['chest'] }] }),
      '2024-08-01',
    ],
    [
      'the start of the medicine and of no other',
      () => anchor('drug-start', { ongoing: drugs(steroid, letrozole) }, onInhibitor),
      '2024-03-01',
    ],
    [
      'the start of what is of several groups',
      () => anchor('drug-start', { ongoing: drugs(steroid) }, { onDrugGroup: 'steroid' }),
      '2023-01-01',
    ],
    ['a birthday after treatment', () => anchor('age', { endOfTreatment: '2004-02-01' }, undefined, 50), '2010-05-05'],
    [
      'and not before follow-up begins',
      () => anchor('age', { endOfTreatment: '2024-02-01' }, undefined, 50),
      '2024-02-01',
    ],
  ])('%s', (_, told, day) => expect(told()).toEqual({ day }));
});

describe('why there is none', () => {
  it.each<[string, () => ReturnType<typeof anchor>]>([
    ['The end of treatment is not recorded.', () => anchor('end-of-treatment', {})],
    ['It goes on.', () => anchor('end-of-treatment', { noEndBecause: 'It goes on.' })],
    ['The end of treatment is not recorded.', () => anchor('local-treatment', {})],
    ['The end of treatment is not recorded.', () => anchor('age', {}, undefined, 50)],
    ['The birth date is not recorded.', () => anchor('age', { birthDate: null }, undefined, 50)],
    [
      'The end of radiation is not recorded.',
      () => anchor('radiation', { radiation: [pelvis] }, { not: { radiation: ['chest'] } }),
    ],
    [
      'The start of the medicine is not recorded.',
      () => anchor('drug-start', { ongoing: drugs({ ...letrozole, startedOn: null }) }, onInhibitor),
    ],
    ['The start of the medicine is not recorded.', () => anchor('drug-start', { ongoing: drugs(letrozole) })],
  ])('%s', (because, told) => expect(told()).toEqual({ day: null, because }));
});

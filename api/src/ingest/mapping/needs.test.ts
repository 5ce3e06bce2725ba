import { expect, test } from 'vitest';
import { SENSITIVE_SCOPES } from '#api/access/index.ts';
import { ABOUT_ROSA, rowsIn } from '#test/ingest/mapped.ts';
import { labelsOf, segmentsOf } from './needs.ts';

const ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';

test.each([
  ['ETH', 'substance-use'],
  ['OPIOIDUD', 'substance-use'],
  ['PSY', 'mental-health'],
  ['HIV', 'hiv'],
  ['GDIS', 'genetics'],
  ['SICKLE', 'genetics'],
  ['STD', 'reproductive'],
  ['PREGNANT', 'reproductive'],
] as const)('%s belongs to the segment %s', (code, scope) => {
  expect(segmentsOf([{ system: ACT, code }])).toEqual([scope]);
});

test('restricted without a segment asks for every one; so does a label that we do not know', () => {
  expect(segmentsOf([{ system: CONFIDENTIALITY, code: 'R' }])).toEqual(SENSITIVE_SCOPES);
  expect(segmentsOf([{ system: CONFIDENTIALITY, code: 'V' }])).toEqual(SENSITIVE_SCOPES);
  expect(segmentsOf([{ system: ACT, code: 'CEL' }])).toEqual(SENSITIVE_SCOPES);
});

test('restricted with a segment asks for that one', () => {
  expect(
    segmentsOf([
      { system: CONFIDENTIALITY, code: 'R' },
      { system: ACT, code: 'HIV' },
    ]),
  ).toEqual(['hiv']);
});

test('normal confidentiality and handling instructions ask for none', () => {
  expect(
    segmentsOf([
      { system: CONFIDENTIALITY, code: 'N' },
      { system: ACT, code: 'NOAUTH' },
    ]),
  ).toEqual([]);
  expect(segmentsOf(undefined)).toEqual([]);
});

test('a bundle’s label counts for all that is in it, unless its entries have their own', () => {
  const bundle = [{ system: ACT, code: 'HIV' }];
  expect(labelsOf({ resourceType: 'Goal' } as never, bundle, false)).toBe(bundle);
  expect(labelsOf({ resourceType: 'Goal' } as never, bundle, true)).toEqual([]);
});

test('a label reaches every row that a resource makes', () => {
  const resource = {
    resourceType: 'Observation',
    ...ABOUT_ROSA,
    meta: { security: [{ system: ACT, code: 'HIV' }] },
    status: 'final',
    code: { text: 'HIV panel' },
    category: [{ coding: [{ code: 'laboratory' }] }],
    component: [{ code: { text: 'Viral load' }, valueQuantity: { value: 40 } }],
  };
  expect(rowsIn('observation', resource as never).map(({ needs }) => needs)).toEqual([
    ['results', 'hiv'],
    ['results', 'hiv'],
  ]);
});

import type { FhirResource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { v5 } from 'uuid';
import type { Entry } from '../reading/entry.ts';
import { parseReference } from './reference.ts';
import { rowId } from './row-id.ts';
import { Scope } from './scope.ts';

const CENTRE = 'https://centre.example/fhir';
const entry = (resource: object, fullUrl?: string): Entry => ({
  resource: resource as FhirResource,
  fullUrl,
  place: '',
});

function scopeOf(...entries: Entry[]): Scope {
  const scope = new Scope(undefined);
  for (const one of entries) scope.note(one);
  scope.settle();
  return scope;
}

test('row ids are UUIDs of version 5, the same for the same parts', () => {
  expect(rowId('a', 'Patient', 'ñ')).toBe(v5('a|Patient|ñ', '8b1f6c5e-2d1a-5c0f-9a3e-7f4d6b20c9a1'));
});

test.each([
  ['Patient/17', { kind: 'relative', type: 'Patient', id: '17' }],
  ['Patient/17/_history/2', { kind: 'relative', type: 'Patient', id: '17' }],
  [
    'https://ehr.example/fhir/Patient/17',
    { kind: 'absolute', base: 'https://ehr.example/fhir', type: 'Patient', id: '17' },
  ],
  ['urn:uuid:6e2', { kind: 'urn', id: '6e2' }],
  ['#med1', { kind: 'contained', id: 'med1' }],
  [
    'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999',
    { kind: 'conditional', type: 'Practitioner', system: 'http://hl7.org/fhir/sid/us-npi', value: '9999' },
  ],
])('%s is understood', (text, expected) => {
  expect(parseReference(text)).toMatchObject(expected);
});

describe('a reference', () => {
  const condition = entry(
    { resourceType: 'Condition', id: 'c1', meta: { source: CENTRE }, code: { text: 'Breast cancer' } },
    `${CENTRE}/Condition/c1`,
  );
  const scope = scopeOf(
    condition,
    entry({
      resourceType: 'Practitioner',
      id: 'p',
      identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567893' }],
    }),
  );
  const from = entry({ resourceType: 'Observation', id: 'o1' });

  test('is followed by address, by name and by identifier', () => {
    expect(scope.find({ reference: `${CENTRE}/Condition/c1` }, from, 'x')).toMatchObject({
      id: 'c1',
      source: CENTRE,
      cancer: true,
    });
    expect(scope.find({ reference: 'Condition/c1' }, from, 'x')?.id).toBe('c1');
    expect(
      scope.find({ reference: 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1234567893' }, from, 'x')?.id,
    ).toBe('p');
    expect(
      scope.find(
        { identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567893' } },
        from,
        'x',
        'Practitioner',
      )?.id,
    ).toBe('p');
  });

  test('to what is not here is taken at its word', () => {
    expect(scope.find({ reference: 'Condition/elsewhere' }, from, 'https://lab.example')).toMatchObject({
      id: 'elsewhere',
      source: 'https://lab.example',
    });
    expect(scope.find({ reference: 'https://other.example/fhir/Condition/9' }, from, 'x')).toMatchObject({
      id: '9',
      source: 'https://other.example/fhir',
    });
    expect(
      scope.find({ reference: 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1' }, from, 'x')?.identifier,
    ).toMatchObject({ value: '1' });
  });

  test('to a contained resource is found within', () => {
    const holder = entry({
      resourceType: 'MedicationRequest',
      id: 'm',
      contained: [{ resourceType: 'Medication', id: 'med1', code: { text: 'Tamoxifen' } }],
    });
    expect(scope.find({ reference: '#med1' }, holder, 'x')?.resource).toMatchObject({ code: { text: 'Tamoxifen' } });
  });

  test('to nothing is none', () => {
    expect(scope.find({ display: 'Dr. Somebody' }, from, 'x')).toBeUndefined();
    expect(scope.find(undefined, from, 'x')).toBeUndefined();
  });
});

describe('the source', () => {
  const numbered = (id: string, system: string) =>
    entry({ resourceType: 'Patient', id, identifier: [{ type: { coding: [{ code: 'MR' }] }, system, value: '1' }] });

  test('of a patient is meta.source without fragment, then what was given, then who keeps the record number', () => {
    const patient = { ...numbered('1', 'https://mrn.example').resource, meta: { source: `${CENTRE}#req7` } } as never;
    expect(new Scope('urn:given').patientSource(patient)).toBe(CENTRE);
    expect(new Scope('urn:given').patientSource(numbered('1', 'https://mrn.example').resource as never)).toBe(
      'urn:given',
    );
    expect(new Scope(undefined).patientSource(numbered('1', 'https://mrn.example').resource as never)).toBe(
      'https://mrn.example',
    );
    expect(new Scope(undefined).patientSource({ resourceType: 'Patient', meta: { source: '#req7' } })).toBe(
      'urn:portage:unknown-source',
    );
  });

  test('of the rest is that of the patients, if they have one and the same', () => {
    expect(scopeOf(numbered('1', 'urn:a'), numbered('2', 'urn:a')).defaultSource).toBe('urn:a');
    expect(scopeOf(numbered('1', 'urn:a'), numbered('2', 'urn:b')).defaultSource).toBe('urn:portage:unknown-source');
  });

  test('decides between two patients of the same id, and without it neither is taken', () => {
    const scope = scopeOf(numbered('1', 'urn:a'), numbered('1', 'urn:b'));
    const from = entry({ resourceType: 'Goal', id: 'g' });
    expect(scope.find({ reference: 'Patient/1' }, from, 'urn:b')?.source).toBe('urn:b');
    expect(() => scope.find({ reference: 'Patient/1' }, from, 'urn:c')).toThrow(
      'one patient in one source here and another in another',
    );
  });
});

test('the member of a panel knows its group', () => {
  const scope = scopeOf(
    entry({ resourceType: 'Observation', id: 'group', hasMember: [{ reference: 'Observation/t' }] }),
    entry({ resourceType: 'Observation', id: 't' }),
  );
  expect(scope.groupOf('t')).toBe('group');
});

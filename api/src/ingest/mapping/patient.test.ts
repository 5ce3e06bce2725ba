import { describe, expect, test } from 'vitest';
import { coded, mapped, ROSA, rowsIn } from '#test/ingest/mapped.ts';

const patient = (more: object = {}) => ({ ...ROSA, ...more }) as never;
const row = (more: object = {}) => rowsIn('patient', patient(more))[0]!;

test('a patient is found by family and given name, in lower case', () => {
  expect(row()).toMatchObject({
    familyName: 'Benally',
    givenName: 'Rosa',
    nameSearch: 'benally rosa benally',
    birthDate: '1961-04-02',
    mrn: 'C-17',
    sex: 'unknown',
    deceased: false,
    needs: ['demographics'],
  });
});

test('social security numbers are dropped, other numbers kept', () => {
  const identifier = [
    ...ROSA.identifier,
    { type: coded('x', 'SS'), system: 'http://hl7.org/fhir/sid/us-ssn', value: '999-12-3456' },
    { type: coded('x', 'DL'), system: 'urn:dl', value: 'D1' },
  ];
  expect(rowsIn('patient_identifier', patient({ identifier })).map(({ value }) => value)).toEqual(['C-17', 'D1']);
  expect(JSON.stringify(mapped(patient({ identifier })))).not.toContain('999-12-3456');
});

test('who has died has died, with or without a date', () => {
  expect(row({ deceasedBoolean: true })).toMatchObject({ deceased: true, deceasedAt: null });
  expect(row({ deceasedDateTime: '1999-09-16' })).toMatchObject({
    deceased: true,
    deceasedAt: '1999-09-16T12:00:00.000Z',
  });
});

test.each([
  [{ deceasedDateTime: '2091-01-01' }, 'deceasedDateTime "2091-01-01" lies in the future'],
  [{ deceasedDateTime: '1961-04-01' }, 'deceasedDateTime "1961-04-01" lies before the birth date'],
  [{ deceasedDateTime: '1960' }, 'deceasedDateTime "1960" lies before the birth date'],
])('nobody dies before birth or before today: %j', (more, reason) => {
  expect(() => row(more)).toThrow(reason);
});

test.each(['1961', '1961-04', '1961-04-02', '1961-04-02T00:30:00+14:00'])(
  'a child who died on %s, as far as that tells, had been born',
  (deceasedDateTime) => {
    expect(row({ deceasedDateTime })).toMatchObject({ deceased: true });
  },
);

test('language, tribe, telephone and address are read', () => {
  expect(
    row({
      gender: 'female',
      communication: [
        { language: coded('urn:ietf:bcp:47', 'en', 'English') },
        { language: coded('urn:ietf:bcp:47', 'nv', 'Navajo'), preferred: true },
      ],
      extension: [
        {
          url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-tribal-affiliation',
          extension: [{ url: 'tribalAffiliation', valueCodeableConcept: { text: 'Navajo Nation' } }],
        },
      ],
      telecom: [{ system: 'phone', value: '555-0101' }],
      address: [
        { use: 'old', city: 'Phoenix' },
        { city: 'Tuba City', state: 'AZ' },
      ],
    }),
  ).toMatchObject({
    sex: 'female',
    language: 'Navajo',
    tribalAffiliation: 'Navajo Nation',
    telephone: '555-0101',
    city: 'Tuba City',
    state: 'AZ',
  });
});

test('a carer is told from other contacts', () => {
  const contact = [
    {
      name: { text: 'Ana Benally' },
      relationship: [{ text: 'carer (daughter)' }],
      telecom: [{ system: 'phone', value: '1' }],
    },
    { telecom: [{ system: 'phone', value: '2' }] },
    { name: { text: 'Jo Benally' }, relationship: [{ text: 'carer' }, { text: 'wife' }] },
  ];
  expect(rowsIn('patient_contact', patient({ contact }))).toMatchObject([
    { name: 'Ana Benally', isCarer: true, telephone: '1', relationship: 'carer (daughter)' },
    { name: 'Name not recorded', isCarer: false, telephone: '2' },
    { name: 'Jo Benally', isCarer: true, relationship: 'wife' },
  ]);
});

describe('a general practitioner', () => {
  const doctor = {
    resourceType: 'Practitioner',
    id: 'gp',
    identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567893' }],
    name: [{ family: 'Okafor', given: ['Ada'] }],
  };
  const sent = patient({ generalPractitioner: [{ reference: 'Practitioner/gp' }] });

  test('belongs to the care team', () => {
    expect(rowsIn('care_team_member', sent, doctor as never)).toMatchObject([
      { team: 'primary-care', name: 'Ada Okafor', npi: '1234567893' },
    ]);
  });

  test('is somebody to share with, by NPI', () => {
    expect(mapped(sent, doctor as never).facts).toMatchObject([
      { kind: 'share', basis: 'primary-care-of-record', party: { npi: '1234567893' } },
    ]);
  });

  test('who is only named by an identifier is kept as a stub', () => {
    const named = patient({
      generalPractitioner: [
        { reference: 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1234567893', display: 'Dr. Ada Okafor' },
      ],
    });
    expect(rowsIn('care_team_member', named)).toMatchObject([{ name: 'Dr. Ada Okafor', npi: '1234567893' }]);
  });
});

test.each([
  [{ name: [] }, 'Patient has no name'],
  [{ birthDate: '2097-01-01' }, 'Patient.birthDate "2097-01-01" lies in the future'],
  [{ birthDate: 'unknown' }, 'Patient.birthDate "unknown" is not a date'],
  [{ name: 'Rosa Benally' }, 'does not have the shape of a FHIR R4 Patient'],
])('%o is refused: %s', (more, reason) => {
  expect(() => mapped(patient(more))).toThrow(reason);
});

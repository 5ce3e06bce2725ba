import type * as fhir4 from 'fhir/r4';
import { organizationBy, organizationOf, personBy, type OrganizationKey, type PersonKey } from '#seeds/people.ts';
import { syntheticNpi } from '#seeds/npi.ts';
import { NPI, SOURCES } from './codes.ts';

/** Clinicians who occur in records but do not sign in to the demo. */
const OTHER_CLINICIANS = {
  haematologist: { given: 'Omar', family: 'Siddiqui', role: 'Haematologist', serial: 55_520_001 },
  surgeon: { given: 'Ingrid', family: 'Falk', role: 'Surgical oncologist', serial: 55_520_002 },
  radiation: { given: 'Leo', family: 'Marchetti', role: 'Radiation oncologist', serial: 55_520_003 },
  gynaecology: { given: 'Amara', family: 'Desrosiers', role: 'Gynaecological oncologist', serial: 55_520_004 },
  radiologist: { given: 'Amelia', family: 'Frostwick', role: 'Radiologist', serial: 55_520_005 },
  pathologist: { given: 'Wen', family: 'Zhao', role: 'Pathologist', serial: 55_520_006 },
} as const;

const ACCOUNT_ROLES = {
  pcp: 'Family physician',
  pcp2: 'Family physician',
  oncologist: 'Medical oncologist',
  nurse: 'Oncology nurse',
  palliative: 'Palliative physician',
  'ihs-pcp': 'Family physician',
  'rural-pcp': 'Nurse practitioner',
  hospice: 'Hospice physician',
} as const satisfies Partial<Record<PersonKey, string>>;

/** Telephone lines that nobody in person owns: a PractitionerRole without a practitioner, always open. */
const LINES = {
  'oncology-line': { at: 'three-rivers', name: 'Oncology nurse line', telephone: '+1 505-555-0124' },
  'palliative-line': { at: 'three-rivers', name: 'Palliative care line', telephone: '+1 505-555-0125' },
  'hospice-line': { at: 'harbor-light', name: 'Hospice nurse line', telephone: '+1 505-555-0151' },
} as const satisfies Record<string, { at: OrganizationKey; name: string; telephone: string }>;

export type AccountClinician = keyof typeof ACCOUNT_ROLES;
export type ClinicianKey = AccountClinician | keyof typeof OTHER_CLINICIANS;
export type LineKey = keyof typeof LINES;

interface Clinician {
  given: string;
  family: string;
  role: string;
  npi: string;
  at: OrganizationKey;
}

function isAccount(key: ClinicianKey): key is AccountClinician {
  return key in ACCOUNT_ROLES;
}

export function clinician(key: ClinicianKey): Clinician {
  if (isAccount(key)) {
    const person = personBy(key);
    return {
      given: person.givenName,
      family: person.familyName,
      role: ACCOUNT_ROLES[key],
      npi: person.npi!,
      at: organizationOf(key).key,
    };
  }
  const { serial, ...facts } = OTHER_CLINICIANS[key];
  return { ...facts, npi: syntheticNpi(serial), at: 'three-rivers' };
}

export const line = (key: LineKey) => LINES[key];

export function clinicianReference(key: ClinicianKey): fhir4.Reference {
  const who = clinician(key);
  return { reference: `Practitioner/${key}`, display: `${who.given} ${who.family}` };
}

export function roleReference(key: ClinicianKey): fhir4.Reference {
  return { reference: `PractitionerRole/${key}-role`, display: clinicianReference(key).display! };
}

export function lineReference(key: LineKey): fhir4.Reference {
  return { reference: `PractitionerRole/${key}`, display: LINES[key].name };
}

export function organizationReference(key: OrganizationKey): fhir4.Reference {
  return { reference: `Organization/${key}`, display: organizationBy(key).name };
}

const phone = (value: string): fhir4.ContactPoint => ({ system: 'phone', value, use: 'work' });

function organizationResource(key: OrganizationKey): fhir4.Organization {
  const facts = organizationBy(key);
  return {
    resourceType: 'Organization',
    id: key,
    identifier: [{ system: NPI, value: facts.npi }],
    active: true,
    name: facts.name,
    telecom: [phone(facts.telephone)],
    address: [{ city: facts.city, state: facts.state, country: 'US' }],
  };
}

function practitionerResource(key: ClinicianKey): fhir4.Practitioner {
  const who = clinician(key);
  return {
    resourceType: 'Practitioner',
    id: key,
    identifier: [{ system: NPI, value: who.npi }],
    active: true,
    name: [{ family: who.family, given: [who.given] }],
    telecom: [phone(organizationBy(who.at).telephone)],
  };
}

function roleResource(key: ClinicianKey): fhir4.PractitionerRole {
  const who = clinician(key);
  return {
    resourceType: 'PractitionerRole',
    id: `${key}-role`,
    active: true,
    practitioner: clinicianReference(key),
    organization: organizationReference(who.at),
    code: [{ text: who.role }],
    telecom: [phone(organizationBy(who.at).telephone)],
  };
}

function lineResource(key: LineKey): fhir4.PractitionerRole {
  const { at, name, telephone } = LINES[key];
  return {
    resourceType: 'PractitionerRole',
    id: key,
    active: true,
    organization: organizationReference(at),
    code: [{ text: name }],
    telecom: [phone(telephone)],
    availableTime: [{ daysOfWeek: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], allDay: true }],
  };
}

/** The directory resource behind a reference such as `Practitioner/pcp`; undefined for anything else. */
export function directoryResource(reference: string): fhir4.FhirResource | undefined {
  const [type, id] = reference.split('/') as [string, string];
  if (type === 'Organization') {
    return organizationResource(id as OrganizationKey);
  }
  if (type === 'Practitioner') {
    return practitionerResource(id as ClinicianKey);
  }
  if (type === 'PractitionerRole') {
    return id in LINES ? lineResource(id as LineKey) : roleResource(id.replace(/-role$/, '') as ClinicianKey);
  }
  return undefined;
}

/** Directory rows come from the centre's feed and change with the demo as a whole. */
export function withDirectoryMeta(resource: fhir4.FhirResource, lastUpdated: string): fhir4.FhirResource {
  return { ...resource, meta: { versionId: '1', lastUpdated, source: SOURCES.centre } };
}

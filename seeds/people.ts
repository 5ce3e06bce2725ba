import { v5 } from 'uuid';
import { syntheticNpi } from '#seeds/npi.ts';

export type OrganizationKind =
  | 'cancer-centre'
  | 'community-practice'
  | 'ihs-facility'
  | 'tribal-facility'
  | 'urban-indian-facility'
  | 'rural-health-clinic'
  | 'hospice';

export type RoleName =
  | 'community-clinician'
  | 'practice-staff'
  | 'practice-administrator'
  | 'oncologist'
  | 'oncology-nurse'
  | 'palliative-clinician'
  | 'navigator'
  | 'centre-administrator'
  | 'privacy-officer'
  | 'integration';

export interface DemoOrganization {
  id: string;
  /** Short stable name; also the id of the FHIR Organization. */
  key: OrganizationKey;
  kind: OrganizationKind;
  name: string;
  npi: string;
  telephone: string;
  telephone24x7?: string;
  timeZone: string;
  city: string;
  state: string;
}

export interface DemoPerson {
  id: string;
  /** Short stable name; also the id of the FHIR Practitioner of those who have an NPI. */
  key: PersonKey;
  email: string;
  familyName: string;
  givenName: string;
  /** "MD", "RN", ... */
  qualification?: string;
  npi?: string;
  memberships: { organizationId: string; role: RoleName }[];
}

export type OrganizationKey = keyof typeof ORGANIZATIONS;
export type PersonKey = keyof typeof PEOPLE;

/** Ids are computed from names, so that a re-seed of an older database finds its rows again. */
const NAMESPACE = '4d0b6a1e-6f0c-5c1b-9a53-2f6f1f0c7a10';
const idOf = (kind: string, key: string) => v5(`${kind}:${key}`, NAMESPACE);

/** All places, people and numbers are invented: 555-01xx is kept for fiction, NPIs begin with the unissued 2. */
const ORGANIZATIONS = {
  'three-rivers': {
    kind: 'cancer-centre',
    name: 'Three Rivers Cancer Center',
    npi: syntheticNpi(55_500_001),
    telephone: '+1 505-555-0100',
    telephone24x7: '+1 505-555-0124',
    timeZone: 'America/Denver',
    city: 'Three Rivers',
    state: 'NM',
  },
  'alder-street': {
    kind: 'community-practice',
    name: 'Alder Street Family Medicine',
    npi: syntheticNpi(55_500_002),
    telephone: '+1 505-555-0110',
    timeZone: 'America/Denver',
    city: 'Alder Springs',
    state: 'NM',
  },
  'bluff-road': {
    kind: 'community-practice',
    name: 'Bluff Road Family Practice',
    npi: syntheticNpi(55_500_003),
    telephone: '+1 505-555-0120',
    timeZone: 'America/Denver',
    city: 'Bluff Road',
    state: 'NM',
  },
  'cottonwood-creek': {
    kind: 'ihs-facility',
    name: 'Cottonwood Creek Indian Health Center',
    npi: syntheticNpi(55_500_004),
    telephone: '+1 928-555-0130',
    telephone24x7: '+1 928-555-0131',
    // Arizona keeps no daylight-saving time: in summer the centre's clock is an hour ahead of this one.
    timeZone: 'America/Phoenix',
    city: 'Cottonwood Creek',
    state: 'AZ',
  },
  'prairie-rural': {
    kind: 'rural-health-clinic',
    name: 'Prairie Rural Health Clinic',
    npi: syntheticNpi(55_500_005),
    telephone: '+1 575-555-0140',
    timeZone: 'America/Denver',
    city: 'Long Prairie',
    state: 'NM',
  },
  'harbor-light': {
    kind: 'hospice',
    name: 'Harbor Light Hospice',
    npi: syntheticNpi(55_500_006),
    telephone: '+1 505-555-0150',
    telephone24x7: '+1 505-555-0151',
    timeZone: 'America/Denver',
    city: 'Three Rivers',
    state: 'NM',
  },
  'painted-mesa': {
    kind: 'tribal-facility',
    name: 'Painted Mesa Tribal Health',
    npi: syntheticNpi(55_500_007),
    telephone: '+1 928-555-0160',
    timeZone: 'America/Denver',
    city: 'Painted Mesa',
    state: 'AZ',
  },
  'river-city': {
    kind: 'urban-indian-facility',
    name: 'River City Native Health Center',
    npi: syntheticNpi(55_500_008),
    telephone: '+1 505-555-0170',
    timeZone: 'America/Denver',
    city: 'Three Rivers',
    state: 'NM',
  },
} as const satisfies Record<string, Omit<DemoOrganization, 'id' | 'key'>>;

type Entry = Omit<DemoPerson, 'id' | 'key' | 'memberships' | 'email'> & {
  email: string;
  at: OrganizationKey;
  role: RoleName;
};

const person = (
  email: string,
  givenName: string,
  familyName: string,
  at: OrganizationKey,
  role: RoleName,
  clinical?: { qualification: string; serial: number },
): Entry => ({
  email: `${email}@demo.example`,
  givenName,
  familyName,
  at,
  role,
  ...(clinical && { qualification: clinical.qualification, npi: syntheticNpi(clinical.serial) }),
});

const PEOPLE = {
  pcp: person('pcp', 'Hannah', 'Lindqvist', 'alder-street', 'community-clinician', {
    qualification: 'MD',
    serial: 55_510_001,
  }),
  pcp2: person('pcp2', 'Marcus', 'Bellweather', 'bluff-road', 'community-clinician', {
    qualification: 'DO',
    serial: 55_510_002,
  }),
  staff: person('staff', 'Rosa', 'Delgadillo', 'alder-street', 'practice-staff'),
  'practice-admin': person('practice-admin', 'Thomas', 'Okafor', 'alder-street', 'practice-administrator'),
  oncologist: person('oncologist', 'Priya', 'Raman', 'three-rivers', 'oncologist', {
    qualification: 'MD',
    serial: 55_510_003,
  }),
  nurse: person('nurse', 'Nora', 'Whitfield', 'three-rivers', 'oncology-nurse', {
    qualification: 'RN, OCN',
    serial: 55_510_004,
  }),
  palliative: person('palliative', 'Samuel', 'Achterberg', 'three-rivers', 'palliative-clinician', {
    qualification: 'MD',
    serial: 55_510_005,
  }),
  // The centre's navigator: referrals from IHS, tribal and rural programmes all arrive on her list.
  navigator: person('navigator', 'Marlene', 'Castillo-Begay', 'three-rivers', 'navigator'),
  admin: person('admin', 'Gordon', 'Pell', 'three-rivers', 'centre-administrator'),
  privacy: person('privacy', 'Irene', 'Castellano', 'three-rivers', 'privacy-officer'),
  'ihs-pcp': person('ihs-pcp', 'Carol', 'Nez', 'cottonwood-creek', 'community-clinician', {
    qualification: 'MD',
    serial: 55_510_006,
  }),
  // Beyond the named accounts: without these two the rural and hospice patients would have nobody to read them.
  // The second clinician of pcp's practice: without one, nobody could cover.
  'pcp-cover': person('pcp-cover', 'Daniel', 'Achterhof', 'alder-street', 'community-clinician', {
    qualification: 'NP',
    serial: 55_510_009,
  }),
  'rural-pcp': person('rural-pcp', 'June', 'Halvorsdottir', 'prairie-rural', 'community-clinician', {
    qualification: 'NP',
    serial: 55_510_007,
  }),
  hospice: person('hospice', 'Ruth', 'Abernathy', 'harbor-light', 'palliative-clinician', {
    qualification: 'MD',
    serial: 55_510_008,
  }),
} as const satisfies Record<string, Entry>;

const organizationId = (key: OrganizationKey) => idOf('organization', key);

export const demoOrganizations: readonly DemoOrganization[] = Object.entries(ORGANIZATIONS).map(([key, facts]) => ({
  id: organizationId(key as OrganizationKey),
  key: key as OrganizationKey,
  ...facts,
}));

export const demoPeople: readonly DemoPerson[] = Object.entries<Entry>(PEOPLE).map(([key, { at, role, ...facts }]) => ({
  id: idOf('person', key),
  key: key as PersonKey,
  ...facts,
  memberships: [{ organizationId: organizationId(at), role }],
}));

export function organizationBy(key: OrganizationKey): DemoOrganization {
  return demoOrganizations.find((o) => o.key === key)!;
}

export function personBy(key: PersonKey): DemoPerson {
  return demoPeople.find((p) => p.key === key)!;
}

/** The organisation that a person acts for. */
export function organizationOf(key: PersonKey): DemoOrganization {
  return organizationBy(PEOPLE[key].at);
}

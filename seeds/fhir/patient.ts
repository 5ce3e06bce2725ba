import type * as fhir4 from 'fhir/r4';
import { isoDate, yearOf, type Day } from '#seeds/days.ts';
import { hash32 } from '#seeds/random.ts';
import type { OrganizationKey } from '#seeds/people.ts';
import { concept, hl7, usCore } from './codes.ts';
import { clinician, clinicianReference, type AccountClinician } from './directory.ts';

export interface PatientFacts {
  /** Medical record number at the centre, digits only. The FHIR id is `tr-` and this number. */
  mrn: string;
  family: string;
  given: string[];
  sex: 'female' | 'male';
  /** Age reached in the year of the anchor, so that the birth date moves once a year and not with every day. */
  age: number;
  /** MM-DD */
  birthday: string;
  city: string;
  state?: string;
  street: string;
  telephone: string;
  language?: [code: string, name: string];
  /** General practitioner: gives this clinician's practice its access. */
  gp?: AccountClinician;
  /** The practice is known only from the care team: the registration names no general practitioner. */
  gpInCareTeamOnly?: true;
  tribe?: string;
  carer?: { name: string; relationship: string; telephone: string };
  /** Centimetres and kilograms at the start of treatment: doses per m² are computed from them. */
  height: number;
  weight: number;
  /** Days before the anchor. */
  died?: number;
}

const LANGUAGE_SYSTEM = 'urn:ietf:bcp:47';

export function patientResource(facts: PatientFacts, today: Day, meta: fhir4.Meta): fhir4.Patient {
  const [code, language] = facts.language ?? ['en', 'English'];
  const home = (value: string): fhir4.ContactPoint => ({ system: 'phone', value, use: 'home' });
  return {
    resourceType: 'Patient',
    id: `tr-${facts.mrn}`,
    meta,
    ...(facts.tribe && {
      extension: [
        {
          url: usCore('tribal-affiliation'),
          extension: [
            { url: 'tribalAffiliation', valueCodeableConcept: { text: facts.tribe } },
            { url: 'isEnrolled', valueBoolean: true },
          ],
        },
      ],
    }),
    identifier: [
      {
        use: 'usual',
        type: concept(hl7('v2-0203'), 'MR', 'Medical record number'),
        system: 'https://ehr.threerivers.example/mrn',
        value: `TR-${facts.mrn}`,
      },
      ...practiceIdentifiers(facts),
    ],
    active: true,
    name: [{ use: 'official', family: facts.family, given: facts.given }],
    telecom: [home(facts.telephone)],
    gender: facts.sex,
    birthDate: `${yearOf(today) - facts.age}-${facts.birthday}`,
    ...(facts.died !== undefined && { deceasedDateTime: isoDate(today - facts.died) }),
    address: [{ use: 'home', line: [facts.street], city: facts.city, state: facts.state ?? 'NM', country: 'US' }],
    ...(facts.carer && {
      contact: [
        {
          relationship: [
            { coding: [{ system: hl7('v2-0131'), code: 'N', display: 'Next-of-Kin' }], text: 'carer' },
            { text: facts.carer.relationship },
          ],
          name: { text: facts.carer.name },
          telecom: [home(facts.carer.telephone)],
        },
      ],
    }),
    communication: [
      {
        language: { coding: [{ system: LANGUAGE_SYSTEM, code, display: language }], text: language },
        preferred: true,
      },
    ],
    ...(facts.gp && !facts.gpInCareTeamOnly && { generalPractitioner: [clinicianReference(facts.gp)] }),
  };
}

/** The number that the practice's own feed knows the patient by. */
function practiceIdentifiers(facts: PatientFacts): fhir4.Identifier[] {
  const at: OrganizationKey | undefined = facts.gp && clinician(facts.gp).at;
  if (!at) {
    return [];
  }
  return [
    {
      use: 'secondary',
      type: concept(hl7('v2-0203'), 'PI', 'Patient internal identifier'),
      system: `https://${at}.example/patients`,
      value: String(40_000 + (hash32(`${at}${facts.mrn}`) % 50_000)),
    },
  ];
}

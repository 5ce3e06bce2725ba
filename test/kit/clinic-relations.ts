// The states that a reader and a patient can be in to each other.
import { ago, ahead, DAY, MINUTE, type Clinic, type PatientInClinic, type PersonInClinic } from './clinic.ts';

export const RELATIONS = [
  'none',
  'pending',
  'primary-care',
  'time-limited-referrer',
  'delegate',
  'covering',
  'expired',
  'revoked',
  'patient-restricted',
  'glass-open',
  'glass-expired',
  'merged',
  'deceased',
  'same-practice',
] as const;
export type Relation = (typeof RELATIONS)[number];

type Arrange = (clinic: Clinic, reader: PersonInClinic, patient: PatientInClinic) => Promise<unknown>;

const primaryCare: Arrange = (clinic, reader, patient) => clinic.grant(patient).to(reader.organization);

const ARRANGE: Record<Relation, Arrange> = {
  none: async () => undefined,
  pending: (clinic, reader, patient) =>
    clinic.grant(patient).to(reader.organization, { basis: 'referral', status: 'requested' }),
  'primary-care': primaryCare,
  'time-limited-referrer': (clinic, reader, patient) =>
    clinic.grant(patient).to(reader.organization, { basis: 'referral', validUntil: ahead(30 * DAY) }),
  // A colleague's own grant, used by somebody of the same practice who acts for them.
  delegate: async (clinic, reader, patient) => {
    const principal = await clinic.person('community-clinician').of(reader.organization);
    await clinic.grant(patient).to(principal);
    await clinic.standIn(principal).by(reader, { kind: 'delegate' });
  },
  // Somebody of another practice is away this week.
  covering: async (clinic, reader, patient) => {
    const away = await clinic.person('community-clinician').of(await clinic.organization());
    await clinic.grant(patient).to(away);
    await clinic.standIn(away).by(reader, { kind: 'cover', validUntil: ahead(7 * DAY) });
  },
  expired: (clinic, reader, patient) =>
    clinic
      .grant(patient)
      .to(reader.organization, { basis: 'referral', validFrom: ago(30 * DAY), validUntil: ago(MINUTE) }),
  revoked: (clinic, reader, patient) =>
    clinic.grant(patient).to(reader.organization, { validFrom: ago(30 * DAY), revokedAt: ago(MINUTE) }),
  'patient-restricted': async (clinic, reader, patient) => {
    await primaryCare(clinic, reader, patient);
    await clinic.restrict(patient).against(reader.organization);
  },
  'glass-open': (clinic, reader, patient) =>
    clinic.grant(patient).to(reader, { basis: 'break-glass', validFrom: ago(MINUTE), validUntil: ahead(58 * MINUTE) }),
  'glass-expired': (clinic, reader, patient) =>
    clinic.grant(patient).to(reader, { basis: 'break-glass', validFrom: ago(60 * MINUTE), validUntil: ago(MINUTE) }),
  merged: async (clinic, reader, patient) => {
    await primaryCare(clinic, reader, patient);
    await clinic.merge(patient, await clinic.patient());
  },
  deceased: primaryCare,
  // The practice was given the patient for a colleague's sake; everybody in it reads as their role may.
  'same-practice': async (clinic, reader, patient) => {
    await clinic.person('community-clinician').of(reader.organization);
    await clinic.grant(patient).to(reader.organization, { basis: 'care-team' });
  },
};

/** A new patient with a whole record, to whom the reader stands in this state and no other. */
export async function patientIn(clinic: Clinic, relation: Relation, reader: PersonInClinic): Promise<PatientInClinic> {
  const patient = await clinic.patient({ withRecord: true, deceased: relation === 'deceased' });
  await ARRANGE[relation](clinic, reader, patient);
  return patient;
}

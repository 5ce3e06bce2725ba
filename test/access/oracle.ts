// Who may read what, told a second time and from the patient's side. Written from the words
// and sharing nothing with the code or the SQL that it judges, the matrix of roles included.
import type { World, WorldPerson } from './world.ts';

const EVERYTHING =
  'demographics referral oncology clinical results palliative documents access-log messages tasks care-plan substance-use mental-health hiv genetics reproductive';

/** "Staff read less than clinicians; navigators read demographics, referrals, messages and tasks." */
const READS: Record<WorldPerson['role'], string> = {
  'community-clinician': EVERYTHING,
  oncologist: EVERYTHING,
  'oncology-nurse': EVERYTHING,
  'palliative-clinician': EVERYTHING,
  'practice-staff': 'demographics referral oncology clinical results messages tasks care-plan',
  navigator: 'demographics referral messages tasks',
  'practice-administrator': '',
  'centre-administrator': '',
  'privacy-officer': '',
  integration: '',
};

const current = ({ from, until }: { from: number; until: number | null }) => from <= 0 && (until ?? 1) > 0;
const works = (person: WorldPerson) => !person.disabled && !person.membershipEnded;

/** Everybody in whose place a person may read, themselves first. */
export function namesOf(world: World, person: WorldPerson): Set<string> {
  const names = new Set([person.id, person.organizationId]);
  for (const delegation of world.delegations) {
    const principal = world.people.find(({ id }) => id === delegation.principalId)!;
    if (delegation.delegateId === person.id && !delegation.revoked && current(delegation) && works(principal)) {
      names.add(principal.id);
    }
  }
  return names;
}

/** Ids of every row that a person reads, the patients' own included, and of every conversation in which they have a place. */
export function readableBy(world: World, person: WorldPerson): Set<string> {
  const readable = new Set<string>();
  if (person.session !== 'alive' || !works(person)) return readable;
  const names = namesOf(world, person);
  for (const patient of world.patients) {
    if (patient.mergedIntoId) continue;
    const barred = world.restrictions.filter((one) => one.patientId === patient.id && !one.lifted);
    if (barred.some(({ granteeId }) => names.has(granteeId))) continue;
    // One grant at a time: what two grants give by halves is not added up.
    for (const grant of world.grants) {
      if (grant.patientId !== patient.id || !names.has(grant.granteeId)) continue;
      if (grant.revoked || grant.status === 'requested' || !current(grant)) continue;
      const open = grant.scopes.filter((scope) => READS[person.role].split(' ').includes(scope));
      const rows = [patient, ...world.rows.filter(({ patientId }) => patientId === patient.id)];
      for (const row of rows) if (row.needs.every((scope) => open.includes(scope))) readable.add(row.id);
      if (!open.includes('messages')) continue;
      const seats = world.seats.filter(({ patientId, shown }) => patientId === patient.id && shown);
      for (const seat of seats) if (names.has(seat.personId)) readable.add(seat.id);
    }
  }
  return readable;
}

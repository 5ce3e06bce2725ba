import type { Contact } from '#portal/oncology/oncology.query.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';

/**
 * Every number that helps now, lines that answer at any hour first: the oncology team's, the palliative
 * line, and any line of the care team that is open day and night. Where cancer treatment is over and comfort
 * is the aim, the palliative line comes first. In hospice care there may be no oncology team any more, and the
 * page must still say whom to call.
 */
export function whomToCall({ oncology, palliative, careTeam }: PatientRecord): Contact[] {
  const team = (careTeam?.members ?? []).flatMap(({ telephone, ...member }) =>
    telephone !== null && member.aroundTheClock ? [{ ...member, telephone }] : [],
  );
  const oncologists = oncology?.contacts ?? [];
  const line = palliative?.contact24x7 ? [palliative.contact24x7] : [];
  const forComfort = oncology?.phase === 'PALLIATIVE' || oncology?.phase === 'HOSPICE';
  const contacts = [...(forComfort ? [...line, ...oncologists] : [...oncologists, ...line]), ...team];
  const known = new Set<string>();
  return contacts
    .filter(({ name, telephone }) => {
      const key = `${name} ${telephone}`;
      const isNew = !known.has(key);
      known.add(key);
      return isNew;
    })
    .toSorted((a, b) => Number(b.aroundTheClock) - Number(a.aroundTheClock));
}

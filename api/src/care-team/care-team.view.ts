import { provenanceOf, stateOf, type Chart, type ChartRow, type RecordRows } from '#api/chart/index.ts';
import type { CareTeam, CareTeamMember, Contact } from './care-team.types.ts';

export type MemberRow = ChartRow<'careTeamMembers'>;

/** Members on the team now; those who left are history, not somebody to call. */
export const currentMembers = (chart: RecordRows, today: string): MemberRow[] =>
  chart
    .rows('careTeamMembers')
    .filter(
      (row) =>
        !['inactive', 'entered-in-error'].includes(row.status ?? '') &&
        (row.ended_on === null || row.ended_on >= today),
    );

export function careTeam(chart: Chart): CareTeam {
  const rows = onceEach(currentMembers(chart, chart.today)).toSorted(
    (a, b) => teamRank(a) - teamRank(b) || a.name.localeCompare(b.name),
  );
  return { state: stateOf(rows), ...provenanceOf(chart, rows), members: rows.map(memberOf) };
}

/** Who is named both as general practitioner and on a team is one person: the entry that says more stays. */
function onceEach(rows: readonly MemberRow[]): MemberRow[] {
  const says = (row: MemberRow) =>
    [row.organization_name, row.telephone, row.npi].filter((fact) => fact !== null).length;
  const best = new Map<string, MemberRow>();
  for (const row of rows) {
    const key = row.name.toLowerCase();
    const known = best.get(key);
    if (known === undefined || says(row) > says(known)) best.set(key, row);
  }
  return [...best.values()];
}

const TEAMS = ['primary-care', 'oncology', 'palliative', 'other'];
const teamRank = (row: MemberRow) => TEAMS.indexOf(row.team ?? 'other');

export const memberOf = (row: MemberRow): CareTeamMember => ({
  id: row.id,
  name: row.name,
  role: row.role,
  organization: row.organization_name,
  telephone: row.telephone,
  aroundTheClock: row.around_the_clock,
  team: row.team,
});

/** Whom to call on a team: lines that answer day and night first. */
export function contactsOf(chart: Chart, team: 'oncology' | 'palliative'): Contact[] {
  return currentMembers(chart, chart.today)
    .filter((row) => row.team === team)
    .flatMap((row) => (row.telephone === null ? [] : [{ ...memberOf(row), telephone: row.telephone }]))
    .map(({ name, role, organization, telephone, aroundTheClock }) => ({
      name,
      role,
      organization,
      telephone,
      aroundTheClock,
    }))
    .sort((a, b) => Number(b.aroundTheClock) - Number(a.aroundTheClock) || a.name.localeCompare(b.name));
}

import type { CareTeam } from 'fhir/r4';
import { allCodesOf, nameOf, wordsOf } from '../fhir/concepts.ts';
import { span } from '../fhir/dates.ts';
import { portage } from '../fhir/systems.ts';
import { closedCode } from '../fhir/values.ts';
import type { RowValues } from '../writing/tables.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { STATUS } from './statuses.ts';

type Team = NonNullable<RowValues['care_team_member']['team']>;

/** One row for each member who is not the patient. A team that names nobody makes no row. */
export function mapCareTeam(careTeam: CareTeam, context: MappingContext): MappedRow[] {
  const team = teamOf(careTeam);
  const status = closedCode(careTeam.status, 'CareTeam.status', STATUS.careTeam) ?? null;
  const whole = span(careTeam.period, 'CareTeam.period');
  const members = (careTeam.participant ?? []).flatMap((participant, index) => {
    const party = context.party(participant.member);
    return party === undefined || party.type === 'Patient' ? [] : [{ participant, index, party }];
  });
  return members.map(({ participant, index, party }, place): MappedRow => {
    const own = span(participant.period, `CareTeam.participant[${index}].period`);
    return {
      table: 'care_team_member',
      // The first member's row stands for the team as well: a team has no row of its own.
      id: place === 0 ? context.rowId : context.part('participant', index),
      values: {
        needs: context.needs('careTeam'),
        careTeamId: context.rowId,
        team,
        name: party.name ?? 'Name not recorded',
        role: nameOf(participant.role?.[0]) ?? party.role ?? 'Member',
        organizationName: party.organization ?? context.nameOf(participant.onBehalfOf),
        npi: party.npi ?? null,
        telephone: party.telephone ?? null,
        aroundTheClock: party.aroundTheClock,
        status,
        startedOn: (own.start ?? whole.start)?.on ?? null,
        endedOn: (own.end ?? whole.end)?.on ?? null,
      },
    };
  });
}

function teamOf(careTeam: CareTeam): Team {
  const own = allCodesOf(careTeam.category).find(({ system }) => system === portage('care-team'))?.code;
  if (own === 'oncology' || own === 'palliative' || own === 'primary-care') return own;
  const words = `${wordsOf(...(careTeam.category ?? []))} ${careTeam.name ?? ''}`.toLowerCase();
  if (/palliat|hospice/.test(words)) return 'palliative';
  if (/oncolog|cancer|tumou?r|chemo|radiother/.test(words)) return 'oncology';
  return /primary|family (medicine|practice)|general practice/.test(words) ? 'primary-care' : 'other';
}

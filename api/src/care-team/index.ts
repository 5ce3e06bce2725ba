export { CareTeam, CareTeamMember, Contact } from './care-team.types.ts';

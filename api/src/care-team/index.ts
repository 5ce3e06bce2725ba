export { CareTeam, CareTeamMember, Contact } from './care-team.types.ts';
export { careTeam, contactsOf, currentMembers, memberOf, type MemberRow } from './care-team.view.ts';

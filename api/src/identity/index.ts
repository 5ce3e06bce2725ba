export { Credential } from './credential.entity.ts';
export { Membership } from './membership.entity.ts';
export { ORGANIZATION_KINDS, Organization, type OrganizationKind } from './organization.entity.ts';
export { Person } from './person.entity.ts';

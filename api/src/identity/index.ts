export { Credential } from './credential.entity.ts';
export { Membership } from './membership.entity.ts';
export { ORGANIZATION_KINDS, type OrganizationKind } from './organization-kind.ts';
export { Organization } from './organization.entity.ts';
export { OrganizationKindEnum, OrganizationView } from './organization.types.ts';
export { Person } from './person.entity.ts';

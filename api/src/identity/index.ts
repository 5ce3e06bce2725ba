export { createDoor } from './door.ts';
export { IdentityResolver } from './identity.resolver.ts';
export { OrganizationView } from './organization.types.ts';
export { PersonRef } from './person-ref.types.ts';
export { organizationOf, personRefOf, type DirectoryRow, type OrganizationRow } from './person-ref.view.ts';
export type { OrganizationKind } from './organization-kind.ts';
export { hashPassword, isPassword, preparePasswords } from './password.ts';
export { registerParties, type OrganizationToRegister, type PersonToRegister } from './register-parties.ts';
export { hashOfToken, isSessionToken, newSessionToken } from './session-token.ts';

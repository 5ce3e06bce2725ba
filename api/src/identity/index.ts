export { createDoor } from './door.ts';
export { IdentityResolver } from './identity.resolver.ts';
export { PersonRef } from './person-ref.types.ts';
export { personRefOf, type DirectoryRow } from './person-ref.view.ts';
export type { OrganizationKind } from './organization-kind.ts';
export { hashPassword, isPassword, preparePasswords } from './password.ts';
export { registerParties, type OrganizationToRegister, type PersonToRegister } from './register-parties.ts';
export { hashOfToken, isSessionToken, newSessionToken } from './session-token.ts';

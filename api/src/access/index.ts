export { GrantBasisEnum, RoleEnum, ScopeEnum } from './access.types.ts';
export type { ActionRule } from './action-rule.ts';
export { AccessGrant } from './access-grant.entity.ts';
export { AccessRestriction } from './access-restriction.entity.ts';
export { Delegation } from './delegation.entity.ts';
export {
  GRANT_BASES,
  ORDINARY_SCOPES,
  ROLES,
  ROLE_SCOPES,
  SCOPES,
  SENSITIVE_SCOPES,
  type GrantBasis,
  type Role,
  type Scope,
} from './scopes.ts';
export { mayRead, type Decision, type DenialReason, type GrantFact, type ReaderFacts } from './read.policy.ts';
export { grantFactOf, WallsDisagreeError, type GrantRow } from './walls.ts';

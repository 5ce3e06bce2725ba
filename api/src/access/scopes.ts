/** What a reader may be allowed to see. A row names those that it needs; a grant those that it gives. */
export const SCOPES = [
  'demographics',
  'referral',
  'oncology',
  'clinical',
  'results',
  'palliative',
  'documents',
  'access-log',
  'messages',
  'tasks',
  'care-plan',
  'substance-use',
  'mental-health',
  'hiv',
  'genetics',
  'reproductive',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Scopes of sensitive segments: never part of a grant unless somebody gives them by name. */
export const SENSITIVE_SCOPES = [
  'substance-use',
  'mental-health',
  'hiv',
  'genetics',
  'reproductive',
] as const satisfies readonly Scope[];
export const ORDINARY_SCOPES: readonly Scope[] = SCOPES.filter(
  (scope) => !(SENSITIVE_SCOPES as readonly Scope[]).includes(scope),
);

export const ROLES = [
  'community-clinician',
  'practice-staff',
  'practice-administrator',
  'oncologist',
  'oncology-nurse',
  'palliative-clinician',
  'navigator',
  'centre-administrator',
  'privacy-officer',
  'integration',
] as const;
export type Role = (typeof ROLES)[number];

export const GRANT_BASES = [
  'primary-care-of-record',
  'referral',
  'care-team',
  'coverage',
  'patient-request',
  'break-glass',
] as const;
export type GrantBasis = (typeof GRANT_BASES)[number];

/**
 * The most that a role may read; the grant on each patient narrows it. The database holds the same
 * matrix in `role_scope`; a test proves that the two agree.
 */
export const ROLE_SCOPES: Record<Role, readonly Scope[]> = {
  'community-clinician': SCOPES,
  oncologist: SCOPES,
  'oncology-nurse': SCOPES,
  'palliative-clinician': SCOPES,
  'practice-staff': ['demographics', 'referral', 'oncology', 'clinical', 'results', 'messages', 'tasks', 'care-plan'],
  navigator: ['demographics', 'referral', 'messages', 'tasks'],
  'practice-administrator': [],
  'centre-administrator': [],
  'privacy-officer': [],
  integration: [],
};

import { describe, expect, it } from 'vitest';
import { ROLES } from '#api/access/index.ts';
import { isAction, rolesOf } from './action.ts';

describe('roles of an action', () => {
  it('are all when it needs nothing', () => {
    expect(rolesOf('identity:sign-out')).toEqual(ROLES);
  });

  it('are those that read every scope that it needs', () => {
    expect(rolesOf('patient:list')).toContain('navigator');
    expect(rolesOf('oncology:read')).toContain('practice-staff');
    expect(rolesOf('oncology:read')).not.toContain('navigator');
    expect(rolesOf('palliative:read')).not.toContain('practice-staff');
    expect(rolesOf('documents:read')).not.toContain('privacy-officer');
  });

  it('exist for declared actions only', () => {
    expect(isAction('oncology:read')).toBe(true);
    expect(isAction('toString')).toBe(false);
    expect(isAction(undefined)).toBe(false);
  });
});

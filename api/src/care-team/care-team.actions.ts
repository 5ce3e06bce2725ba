import type { ActionRule } from '#api/access/index.ts';

export const careTeamActions = {
  'care-team:read': { needs: ['demographics'] },
} as const satisfies Record<string, ActionRule>;

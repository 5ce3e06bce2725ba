import type { ActionRule } from '#api/access/index.ts';

export const homeActions = {
  'home:read': { needs: [] },
  'home:visit': { needs: [] },
} as const satisfies Record<string, ActionRule>;

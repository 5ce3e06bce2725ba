import type { ActionRule } from '#api/access/index.ts';

export const accessLogActions = {
  'access-log:read': { needs: ['access-log'] },
} as const satisfies Record<string, ActionRule>;

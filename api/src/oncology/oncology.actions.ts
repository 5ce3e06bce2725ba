import type { ActionRule } from '#api/access/index.ts';

export const oncologyActions = {
  'oncology:read': { needs: ['oncology'] },
} as const satisfies Record<string, ActionRule>;

import type { ActionRule } from '#api/access/index.ts';

export const palliativeActions = {
  'palliative:read': { needs: ['palliative'] },
} as const satisfies Record<string, ActionRule>;

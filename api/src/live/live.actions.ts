import type { ActionRule } from '#api/access/index.ts';

export const liveActions = {
  'live:listen': { needs: [] },
} as const satisfies Record<string, ActionRule>;

import type { ActionRule } from '#api/access/index.ts';

export const resultsActions = {
  'results:read': { needs: ['results'] },
} as const satisfies Record<string, ActionRule>;

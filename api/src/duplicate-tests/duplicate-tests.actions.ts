import type { ActionRule } from '#api/access/index.ts';

// Staff prepare orders, so whoever reads results may ask and may say what was decided.
export const duplicateTestActions = {
  'duplicate-tests:check': { needs: ['results'] },
  'duplicate-tests:decide': { needs: ['results'] },
  'duplicate-tests:families': { needs: [] },
  'duplicate-tests:figures': { needs: [], roles: ['centre-administrator'] },
} as const satisfies Record<string, ActionRule>;

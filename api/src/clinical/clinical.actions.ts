import type { ActionRule } from '#api/access/index.ts';

export const clinicalActions = {
  'clinical:read': { needs: ['clinical'] },
  'documents:read': { needs: ['documents'] },
} as const satisfies Record<string, ActionRule>;

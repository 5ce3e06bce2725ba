import type { ActionRule } from '#api/access/index.ts';

export const survivorshipActions = {
  'care-plan:read': { needs: ['care-plan'] },
} as const satisfies Record<string, ActionRule>;

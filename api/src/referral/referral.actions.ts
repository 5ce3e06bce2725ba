import type { ActionRule } from '#api/access/index.ts';

export const referralActions = {
  'referral:read': { needs: ['referral'] },
} as const satisfies Record<string, ActionRule>;

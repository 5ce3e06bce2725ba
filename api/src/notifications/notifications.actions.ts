import type { ActionRule } from '#api/access/index.ts';

export const notificationActions = {
  'notifications:read': { needs: [] },
  'notifications:change': { needs: [] },
  // Of the practice: for its administrators, which the write itself decides.
  'notifications:change-practice': { needs: [] },
} as const satisfies Record<string, ActionRule>;

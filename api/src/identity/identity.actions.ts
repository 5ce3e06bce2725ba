import type { ActionRule } from '#api/access/index.ts';

export const identityActions = {
  'identity:sign-in': { needs: [], anybody: true },
  'identity:sign-out': { needs: [] },
  // Answers null to somebody who is not signed in: that is how the portal finds out.
  'identity:cover': { needs: [] },
  'identity:viewer': { needs: [], anybody: true },
} as const satisfies Record<string, ActionRule>;

import type { ActionRule } from '#api/access/index.ts';

export const patientActions = {
  'patient:list': { needs: ['demographics'] },
  'patient:read': { needs: ['demographics'] },
} as const satisfies Record<string, ActionRule>;

import type { ActionRule } from '#api/access/index.ts';

export const survivorshipActions = {
  'care-plan:read': { needs: ['care-plan'] },
  // Who of its readers writes, signs and answers a plan is said by plan.policy.ts.
  'care-plan:write': { needs: ['care-plan'] },
  'care-plan:answer': { needs: ['care-plan'] },
  'care-plan:export': { needs: ['care-plan'] },
  'care-plan:list': { needs: [] },
} as const satisfies Record<string, ActionRule>;

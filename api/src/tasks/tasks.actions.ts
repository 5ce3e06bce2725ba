import type { ActionRule } from '#api/access/index.ts';

export const tasksActions = {
  'tasks:read': { needs: ['tasks'] },
  'tasks:list': { needs: [] },
  'tasks:request': { needs: ['tasks'] },
  'tasks:answer': { needs: [] },
  'tasks:direct': { needs: [] },
} as const satisfies Record<string, ActionRule>;

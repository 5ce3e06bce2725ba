import type { ActionRule } from '#api/access/index.ts';

// Lists and threads show each reader their own seats, so whoever is signed in may ask; the patient's grant decides.
export const messagingActions = {
  'messages:list': { needs: [] },
  'messages:read': { needs: [] },
  'messages:recipients': { needs: ['messages'] },
  'messages:send': { needs: ['messages'] },
  'messages:undo': { needs: [] },
  'messages:draft': { needs: [] },
  'messages:direct': { needs: [] },
  'messages:attach': { needs: ['messages'] },
} as const satisfies Record<string, ActionRule>;

import type { Viewer } from '#portal/identity/viewer.query.ts';
import type { Recipient } from '#portal/messaging/compose.query.ts';

const otherSide: Record<'centre' | 'community', readonly string[]> = {
  centre: ['COMMUNITY_CLINICIAN'],
  community: ['ONCOLOGIST', 'ONCOLOGY_NURSE', 'PALLIATIVE_CLINICIAN'],
};

/** Whom a new message most likely goes to: the one that was named, else a clinician on the other side of the patient, rather one who is there. */
export function firstChoice(
  recipients: readonly Recipient[],
  kind: Viewer['organization']['kind'],
  named: string | null,
  viewerId: string,
): string | null {
  const others = recipients.filter(({ person }) => person.id !== viewerId);
  if (others.some(({ person }) => person.id === named)) return named;
  const roles = otherSide[kind === 'CANCER_CENTRE' ? 'centre' : 'community'];
  for (const role of roles) {
    const holders = others.filter(({ person }) => person.role === role);
    const found = holders.find(({ cover }) => cover === null) ?? holders[0];
    if (found) return found.person.id;
  }
  return null;
}

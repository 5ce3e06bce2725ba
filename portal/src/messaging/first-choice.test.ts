import { describe, expect, it } from 'vitest';
import type { Recipient } from '#portal/messaging/compose.query.ts';
import { firstChoice } from '#portal/messaging/first-choice.ts';

const told = (id: string, role: string, away = false) =>
  ({ person: { id, role }, cover: away ? { person: { id: 'cover' }, until: null } : null }) as unknown as Recipient;
const chosen = (recipients: Recipient[], named: string | null = null) =>
  firstChoice(recipients, 'CANCER_CENTRE', named, 'me');

describe('whom a new message is for, until somebody says otherwise', () => {
  it('is who was named, where they may be written to', () => {
    const both = [told('a', 'COMMUNITY_CLINICIAN'), told('b', 'NAVIGATOR')];
    expect(chosen(both, 'b')).toBe('b');
    expect(chosen(both, 'nobody')).toBe('a');
  });

  it('is a clinician of the other side who is there, rather than one who is away', () => {
    const [away, here] = [told('away', 'COMMUNITY_CLINICIAN', true), told('here', 'COMMUNITY_CLINICIAN')];
    expect(chosen([away, here])).toBe('here');
    expect(chosen([away, told('n', 'ONCOLOGY_NURSE')])).toBe('away');
  });

  it('is neither the writer nor somebody of their own side', () => {
    expect(chosen([told('me', 'COMMUNITY_CLINICIAN'), told('n', 'ONCOLOGIST')])).toBe(null);
  });
});

import { describe, expect, it } from 'vitest';
import { keyOfPerson, ownerInput, postsOf } from '#portal/tasks/owner-choice.ts';
import type { OwnerTold } from '#portal/tasks/owners.query.ts';

const centre = { id: 'centre', name: 'Cancer centre' };
const told = (id: string, role: OwnerTold['person']['role'], organization: typeof centre | null): OwnerTold => ({
  person: { id, name: id, role, organization },
  lastSeenAt: null,
  mailTrouble: null,
  cover: null,
});
const viewer = {
  role: 'COMMUNITY_CLINICIAN',
  organization: { id: 'alder', name: 'Alder', kind: 'COMMUNITY_PRACTICE' },
} as unknown as Parameters<typeof postsOf>[1];

describe('whom a task may be asked of', () => {
  it('is each role of each practice once, with who has it; the asker’s own among them', () => {
    const owners = [told('a', 'ONCOLOGIST', centre), told('b', 'ONCOLOGIST', centre), told('c', 'NAVIGATOR', centre)];
    expect(
      postsOf(owners, viewer).map(({ role, organization, holders }) => [organization.id, role, holders.length]),
    ).toEqual([
      ['centre', 'ONCOLOGIST', 2],
      ['centre', 'NAVIGATOR', 1],
      ['alder', 'COMMUNITY_CLINICIAN', 0],
    ]);
  });

  it('is nobody’s post where somebody has left', () => {
    expect(postsOf([told('gone', null, null)], viewer)).toHaveLength(1);
  });

  it('is told to the server as a person, as a post, or as nobody', () => {
    const [post] = postsOf([told('a', 'ONCOLOGIST', centre)], viewer);
    expect(ownerInput(keyOfPerson('a'))).toEqual({ ownerId: 'a', ownerOrganizationId: null, ownerRole: null });
    expect(ownerInput(post!.key)).toEqual({ ownerId: null, ownerOrganizationId: 'centre', ownerRole: 'ONCOLOGIST' });
    expect(ownerInput('')).toEqual({ ownerId: null, ownerOrganizationId: null, ownerRole: null });
  });
});

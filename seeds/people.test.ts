import { describe, expect, it } from 'vitest';
import { demoOrganizations, demoPeople } from '#seeds/people.ts';

describe('demo people', () => {
  it('have stable ids: a seeded database meets the same rows again', () => {
    expect(demoPeople.find((p) => p.email === 'pcp@demo.example')?.id).toBe('24737234-3124-5509-bcb9-4ce1433b79f9');
    expect(demoOrganizations.find((o) => o.key === 'three-rivers')?.id).toBe('1be5fa48-0f66-54de-a138-2d9894da0628');
  });

  it('all sign in at demo.example and belong to an organisation that exists', () => {
    const organizations = new Set(demoOrganizations.map((o) => o.id));
    for (const person of demoPeople) {
      expect(person.email).toMatch(/^[a-z0-9-]+@demo\.example$/);
      expect(person.memberships.length).toBeGreaterThan(0);
      expect(person.memberships.filter((m) => !organizations.has(m.organizationId))).toEqual([]);
    }
    expect(new Set(demoPeople.map((p) => p.email)).size).toBe(demoPeople.length);
  });

  it('use telephone numbers that are kept for fiction', () => {
    const numbers = demoOrganizations.flatMap((o) => [o.telephone, o.telephone24x7 ?? []].flat());
    expect(numbers.filter((number) => !/^\+1 \d{3}-555-01\d\d$/.test(number))).toEqual([]);
  });

  it('fill every role and every kind of organisation', () => {
    expect(new Set(demoPeople.flatMap((p) => p.memberships.map((m) => m.role))).size).toBe(9);
    expect(new Set(demoOrganizations.map((o) => o.kind)).size).toBe(7);
  });
});

import { describe, expect, it } from 'vitest';
import { isNpi, syntheticNpi } from '#seeds/npi.ts';
import { demoOrganizations, demoPeople } from '#seeds/people.ts';
import { scalePractices } from '#seeds/scale/index.ts';

describe('NPI', () => {
  it('is checked with Luhn over the prefix 80840', () => {
    expect(isNpi('1234567893')).toBe(true);
    expect(isNpi('1234567890')).toBe(false);
    expect(isNpi('3234567893')).toBe(false);
    expect(isNpi('123456789')).toBe(false);
  });

  it('is valid for every demo organisation, person and scale practice, never twice, and never of the issued kind', () => {
    const all = [...demoOrganizations, ...demoPeople].flatMap((party) => party.npi ?? []);
    const scale = scalePractices.map((practice) => practice.npi);
    expect([...all, ...scale].filter((npi) => !isNpi(npi) || !npi.startsWith('2'))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(scale).size).toBe(scale.length);
    expect(isNpi(syntheticNpi(0))).toBe(true);
  });
});

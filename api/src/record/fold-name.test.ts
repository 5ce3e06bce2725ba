import { describe, expect, it } from 'vitest';
import { foldName } from './fold-name.ts';

describe('folding a name', () => {
  it('drops accents and case, so that either spelling finds the other', () => {
    expect(foldName('Muñoz-Ångström')).toBe('munoz-angstrom');
    expect(foldName('Nguyễn')).toBe('nguyen');
  });
});

import { describe, expect, it } from 'vitest';
import { nextAddress, signInAddress } from '#portal/app/next-address.ts';

describe('the page asked for before sign-in', () => {
  it.each([
    ['/', ''],
    ['/', 'q=smith'],
    ['/patients/1/tests', 'family=CEA%20%2B'],
  ])('%s?%s survives', (path, search) => {
    const [, query = ''] = signInAddress(path, search).split('?');
    expect(nextAddress(query)).toBe(search ? `${path}?${search}` : path);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    String.raw`/\evil.example`,
    'javascript:alert(1)',
    '',
    '/sign-in?next=/sign-in',
    '/\t/evil.example',
  ])('%j never leads away from this site', (next) => {
    expect(nextAddress(`next=${encodeURIComponent(next)}`)).toBe('/');
  });
});

import { describe, expect, it } from 'vitest';
import { isCrossSite } from './same-origin.ts';

const host = 'portage.example:4000';

describe('a request that changes something', () => {
  it.each([
    ['from our own page', { origin: 'http://portage.example:4000', site: 'same-origin' }, false],
    ['from our own page behind a proxy', { origin: 'https://portage.example', site: 'same-origin' }, false],
    ['from an old browser on our page', { origin: 'https://portage.example:4000', site: undefined }, false],
    ['from a program', { origin: undefined, site: undefined }, false],
    ['from another site', { origin: 'https://evil.example', site: 'cross-site' }, true],
    ['from another site, old browser', { origin: 'https://evil.example', site: undefined }, true],
    ['from another port of our host', { origin: 'http://portage.example:5000', site: 'same-site' }, true],
    ['from a neighbouring subdomain', { origin: 'https://other.portage.example:4000', site: 'same-site' }, true],
    ['from a sandboxed frame', { origin: 'null', site: undefined }, true],
    ['from a sandboxed frame that says where it is', { origin: 'null', site: 'cross-site' }, true],
    ['with an origin that is none', { origin: 'evil', site: undefined }, true],
    ['from the address bar', { origin: undefined, site: 'none' }, true],
  ])('%s', (_, headers, expected) => {
    expect(isCrossSite({ method: 'POST', host, ...headers })).toBe(expected);
  });

  it('is none when it only reads', () => {
    expect(isCrossSite({ method: 'GET', host, origin: 'https://evil.example', site: 'cross-site' })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { LIMITS, networkOf, waitAfter } from './sign-in-limits.ts';

describe('waits between failed attempts', () => {
  it('begin after the free ones, double, and stop growing', () => {
    const waits = Array.from({ length: 15 }, (_, n) => waitAfter(n + 1, LIMITS.pair));
    expect(waits).toEqual([0, 0, 0, 0, 0, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
  });

  it('never become a lock, however many there were', () => {
    for (const limit of Object.values(LIMITS)) {
      expect(waitAfter(2 ** 31 - 1, limit)).toBe(limit.longestWait);
      expect(limit.longestWait).toBeLessThanOrEqual(900);
    }
  });

  it('are short where strangers can bring them about', () => {
    expect(LIMITS.account.longestWait).toBeLessThanOrEqual(60);
    expect(LIMITS.address.longestWait).toBeLessThanOrEqual(60);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

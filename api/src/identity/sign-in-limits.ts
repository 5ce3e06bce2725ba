/** How fast one may go on guessing. */
export interface GuessingLimit {
  /** Failed attempts that cost nothing. */
  readonly free: number;
  /** Seconds between attempts after that; they double with each failure. */
  readonly firstWait: number;
  readonly longestWait: number;
}

/** Failures are forgotten an hour after the first. */
export const FORGOTTEN_AFTER_SECONDS = 3_600;

/**
 * Three counters for each attempt. Nobody is ever locked out: while there is a wait, one attempt is
 * let through at its end. What strangers can bring upon an account or a shared address is kept
 * short, so that its owner still gets in; only who fails at the same account from the same address
 * has to wait for long.
 */
export const LIMITS = {
  /** One account from one address. */
  pair: { free: 5, firstWait: 10, longestWait: 900 },
  /** One account from anywhere: guessing spread over many machines. */
  account: { free: 50, firstWait: 5, longestWait: 30 },
  /** Any account from one address: one password tried on everybody. A clinic shares one address. */
  address: { free: 60, firstWait: 5, longestWait: 60 },
} as const satisfies Record<string, GuessingLimit>;

/** Seconds between attempts once `failures` have been made, the present one included; 0: no wait. */
export function waitAfter(failures: number, { free, firstWait, longestWait }: GuessingLimit): number {
  if (failures <= free) return 0;
  // Beyond 30 doublings the power is only noise, and some more would overflow.
  return Math.min(longestWait, firstWait * 2 ** Math.min(failures - free - 1, 30));
}

/**
 * Whom an address stands for: an IPv4 address, or the /64 of an IPv6 address, since one machine may
 * take any address within it.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}

import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import type { Admission, Door, SignInAttempt } from '#api/graphql/context.ts';
import { FORGOTTEN_AFTER_SECONDS, LIMITS, networkOf, waitAfter } from './sign-in-limits.ts';

type Gate = keyof typeof LIMITS;
const GATES = Object.keys(LIMITS) as Gate[];

interface Count {
  counter: string;
  points: number;
  ms_left: number;
}

export interface SignInThrottle extends Pick<Door, 'admit' | 'succeeded'> {
  /** Stands for an e-mail address in the audit; only who knows the installation's secret can check a guess. */
  pseudonym(email: string): string;
}

/** E-mail addresses as the database compares them; it cannot take a null character at all. */
export const normalizeEmail = (email: string): string => email.replaceAll('\0', '').trim().toLowerCase();

/**
 * Counts attempts in the database, across all API processes.
 * @param door a pool of the role `portage_door`
 * @param secret the installation's; the counters' names are keyed with it
 */
export function createSignInThrottle(door: Pool, secret: string): SignInThrottle {
  const keyed = (...parts: string[]) =>
    createHmac('sha256', secret)
      .update(['sign-in', ...parts].join('\n'))
      .digest('base64url');

  const countersOf = ({ email, address }: SignInAttempt): Record<Gate, string> => {
    const [account, network] = [normalizeEmail(email), networkOf(address)];
    return {
      pair: `pair:${keyed(account, network)}`,
      account: `account:${keyed(account)}`,
      address: `address:${keyed(network)}`,
    };
  };

  const count = async (
    counters: readonly string[],
    more: number,
    seconds: readonly number[],
  ): Promise<Map<string, Count>> => {
    const { rows } = await door.query<Count>({
      name: 'count_attempts',
      text: `select * from app.count_attempts($1, $2, (select array_agg(make_interval(secs => s) order by n) from unnest($3::float8[]) with ordinality as t (s, n)))`,
      values: [counters, more, seconds],
    });
    return new Map(rows.map((row) => [row.counter, row]));
  };

  return {
    async admit(attempt): Promise<Admission> {
      const counters = countersOf(attempt);
      const names = GATES.map((gate) => counters[gate]);
      const hour = names.map(() => FORGOTTEN_AFTER_SECONDS);
      const failures = await count(names, 1, hour);
      const waits = GATES.map((gate) => ({
        turn: `turn:${counters[gate]}`,
        seconds: waitAfter(failures.get(counters[gate])?.points ?? 0, LIMITS[gate]),
      })).filter(({ seconds }) => seconds > 0);
      if (waits.length === 0) return { admitted: true };

      // Who comes first in a wait has the turn, the others are told how long it still is.
      const turns = await count(
        waits.map(({ turn }) => turn),
        1,
        waits.map(({ seconds }) => seconds),
      );
      const taken = [...turns.values()].filter(({ points }) => points > 1);
      if (taken.length === 0) return { admitted: true };
      // Asking during a wait is no failure: it must not make the wait longer.
      await count(names, -1, hour);
      return {
        admitted: false,
        retryAfterSeconds: Math.max(1, ...taken.map(({ ms_left }) => Math.ceil(ms_left / 1_000))),
        first: taken.some(({ points }) => points === 2),
      };
    },

    async succeeded(attempt) {
      const counters = countersOf(attempt);
      const forgotten = [counters.pair, counters.account];
      await door.query('select app.forget_attempts($1)', [
        [...forgotten, ...forgotten.map((counter) => `turn:${counter}`)],
      ]);
      // Not forgotten but taken back: whoever owns an account could otherwise go on guessing at others'.
      await count([counters.address], -1, [FORGOTTEN_AFTER_SECONDS]);
    },

    pseudonym: (email) => keyed(normalizeEmail(email)).slice(0, 22),
  };
}

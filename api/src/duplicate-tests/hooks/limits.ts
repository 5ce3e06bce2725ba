import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { HookLimitedError, type Caller, type HookRefusedError } from './refusals.ts';

/** A practice with twenty physicians at their busiest asks half as often. */
export const CALLS_A_MINUTE = 120;
/** More refusals than these from one address are neither answered one by one nor each audited. */
export const REFUSALS_A_MINUTE = 30;
const MINUTE = 60;

export interface HookLimits {
  /** Counts a call of a client that has proved itself. @throws {HookLimitedError} */
  count(clientId: string): Promise<void>;
  /** Audits a refused call. @throws {HookLimitedError} when its address has had too many. */
  refuse(refusal: HookRefusedError, caller: Caller): Promise<void>;
}

/** Counts across all API processes. @param pool of the role `portage_door` */
export function createHookLimits(pool: Pool): HookLimits {
  const counted = async (counter: string): Promise<{ points: number; seconds: number }> => {
    const { rows } = await pool.query<{ points: number; ms_left: number }>(
      'select points, ms_left from app.count_attempts(array[$1], 1, array[make_interval(secs => $2)])',
      [counter, MINUTE],
    );
    const [{ points, ms_left: left } = { points: 0, ms_left: 0 }] = rows;
    return { points, seconds: Math.max(1, Math.ceil(left / 1_000)) };
  };
  const audit = (detail: string, { requestId }: Pick<Caller, 'requestId'>) =>
    pool.query(
      `insert into audit_event (request_id, action, outcome, detail) values ($1, 'duplicate-tests:hook-refused', 'denied', $2)`,
      [requestId, detail],
    );
  return {
    async count(clientId) {
      const { points, seconds } = await counted(`cds-client:${clientId}`);
      if (points > CALLS_A_MINUTE) throw new HookLimitedError(seconds);
    },

    async refuse({ reason, clientId }, caller) {
      const address = createHash('sha256').update(caller.from).digest('base64url');
      const { points, seconds } = await counted(`cds-refused:${address}`);
      if (points > REFUSALS_A_MINUTE + 1) throw new HookLimitedError(seconds);
      const whose = clientId === undefined ? '' : ` client=${clientId}`;
      const rest = points > REFUSALS_A_MINUTE ? ', and no more of this minute is kept' : '';
      await audit(`${reason}${whose} from=${caller.from}${rest}`, caller);
      if (points > REFUSALS_A_MINUTE) throw new HookLimitedError(seconds);
    },
  };
}

import type { Job } from '#api/jobs/index.ts';

/** Clears events that no page can still be waiting for: a session lives half a day. */
export const forgetEvents: Job = async (_ids, { pool }) => {
  await pool.query(`delete from live_event where at < now() - interval '2 days'`);
};

import type { Job } from '#api/jobs/index.ts';

/** The ten seconds are over: the recipients' open pages learn of the message. One that was taken back is told to nobody. */
export const releaseMessage: Job = async ({ message }, { pool }) => {
  await pool.query('select app.release_message($1)', [message]);
};

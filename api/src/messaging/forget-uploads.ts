import type { Job } from '#api/jobs/index.ts';

/** Deletes files that were uploaded seven days ago or earlier and are in no message and no draft. */
export const forgetUploads: Job = async (_ids, { pool }) => {
  await pool.query('select app.forget_uploads()');
};

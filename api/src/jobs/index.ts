export type { Job, Jobs, JobTools } from './job.ts';
export { jobsHealth } from './jobs-health.ts';
export { runAtOnce } from './run-at-once.ts';
export { startJobs, type JobsRunning } from './start-jobs.ts';

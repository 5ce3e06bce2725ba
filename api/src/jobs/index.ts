export type { Job, Jobs, JobTools } from './job.ts';
export { jobsHealth } from './jobs-health.ts';
export { startJobs, type JobsRunning } from './start-jobs.ts';

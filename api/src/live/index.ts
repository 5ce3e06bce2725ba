import type { Jobs } from '#api/jobs/index.ts';
import { forgetEvents } from './forget-events.ts';

export const liveJobs: Jobs = { 'live.forget': forgetEvents };

import type { Jobs } from '#api/jobs/index.ts';
import { forgetEvents } from './forget-events.ts';

export { LiveResolver } from './live.resolver.ts';
export { startWakeUps } from './wake-ups.ts';

export const liveJobs: Jobs = { 'live.forget': forgetEvents };

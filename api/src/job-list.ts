import type { Jobs } from '#api/jobs/index.ts';
import { liveJobs } from '#api/live/index.ts';
import { messagingJobs } from '#api/messaging/index.ts';
import { notificationJobs, type NotificationParts } from '#api/notifications/index.ts';

/** Every job that there is, out of the slices that they belong to; a test compares the names with `job_task`. */
export const jobList = (parts: NotificationParts): Jobs => ({
  ...liveJobs,
  ...messagingJobs,
  ...notificationJobs(parts),
});

import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';

/** What a job works with. */
export interface JobTools {
  /** Of the role `portage_worker`. */
  readonly pool: Pool;
  readonly log: Logger;
  /** Aborted when the job has had its time, or the server stops. */
  readonly signal: AbortSignal;
}

/**
 * Work that a write asked for in its own transaction (`app.enqueue`). It may run twice, when a server
 * dies between the work and its end: it looks at the rows that the ids name, and does what they still need.
 */
export type Job = (ids: Readonly<Record<string, string>>, tools: JobTools) => Promise<void>;

/** Jobs by the name that `job_task` has for them. */
export type Jobs = Readonly<Record<string, Job>>;

const Payload = z.record(z.string(), z.uuid());

/** A payload holds ids only; the database refuses others at the door, and this is the second look. */
export const idsOf = (payload: unknown): Readonly<Record<string, string>> => Payload.parse(payload);

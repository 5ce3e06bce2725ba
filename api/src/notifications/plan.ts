import type { Database } from './waiting-delivery.ts';

/** Plans a job of this slice; one that waits under the same key is planned anew. */
export async function plan(
  db: Database,
  task: 'notify' | 'escalate' | 'code',
  ids: Readonly<Record<string, string>>,
  at: Date,
  key: string,
): Promise<void> {
  await db.query('select app.enqueue($1, $2, $3, $4)', [`notifications.${task}`, JSON.stringify(ids), at, key]);
}

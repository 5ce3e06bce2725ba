import type { Job } from '#api/jobs/index.ts';
import { hearsAt } from './deliver-message.ts';
import { inTransaction } from './in-transaction.ts';
import { plan } from './plan.ts';
import { findPostHolders } from './waiting-delivery.ts';

const COVERS = `
  select x.delegate_id as id from delegation x
  where x.principal_id = $1 and x.kind = 'cover' and x.revoked_at is null
    and x.valid_from <= now() and (x.valid_until is null or x.valid_until > now())`;

/** Somebody was asked for a task: plans the mail that tells them, and whoever covers for them. It stands on their home page anyway. */
export const deliverTask: Job = ({ task = '', person = '' }, { pool }) =>
  inTransaction(pool, async (db) => {
    const now = new Date();
    const { rows: covers } = await db.query<{ id: string }>(COVERS, [person]);
    const told = await findPostHolders(db, [person, ...covers.map(({ id }) => id)]);
    for (const holder of told.values()) {
      if (holder.contactState !== 'works') continue;
      const { rows } = await db.query<{ urgent: boolean }>(
        'select urgent from app.untold_tasks($1) where task_id = $2',
        [holder.id, task],
      );
      const [waiting] = rows;
      if (!waiting) continue;
      const kind = waiting.urgent ? 'urgent' : 'digest';
      await plan(db, 'notify', { person: holder.id }, hearsAt(holder, waiting.urgent, now), `${holder.id}:${kind}`);
    }
  });

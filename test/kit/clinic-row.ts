import { createHash, randomUUID } from 'node:crypto';
import type { Scope } from '#api/access/index.ts';

export interface RecordRow {
  readonly table: string;
  readonly id: string;
  readonly needs: readonly Scope[];
  readonly columns: Readonly<Record<string, unknown>>;
}

/** Makes one row of a patient's record: which scopes it needs, its own columns beside. */
export type MakeRow = (table: string, needs: readonly Scope[], columns: Record<string, unknown>) => RecordRow;

const DAY = 86_400_000;
/** A date so many days ago; negative for the future. */
export const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10);
export const moment = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY);

export const FEED = 'urn:clinic:feed';

export function rowMaker(patientId: string): MakeRow {
  return (table, needs, columns) => {
    const id = (columns.id as string | undefined) ?? randomUUID();
    const whose = table === 'patient' ? {} : { patient_id: patientId };
    return {
      table,
      id,
      needs,
      columns: {
        id,
        ...whose,
        needs,
        source_system: FEED,
        source_type: 'Basic',
        source_id: id,
        source_version: '1',
        source_updated_at: moment(2),
        source_hash: createHash('sha256').update(id).digest(),
        ...columns,
      },
    };
  };
}

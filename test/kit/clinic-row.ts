import { createHash, randomUUID } from 'node:crypto';
import type { Scope } from '#api/access/index.ts';

export interface RecordRow {
  readonly table: string;
  readonly id: string;
  readonly needs: readonly Scope[];
  readonly columns: Readonly<Record<string, unknown>>;
  /** Stands in every text of this row and in no other row. */
  readonly mark: string;
  /** The role that writes such rows; the owner where a session does, which a kit has not. */
  readonly writtenBy: 'portage_ingest' | 'owner';
}

/** Makes one row of a patient's record: which scopes it needs, its own columns beside. */
export type MakeRow = (table: string, needs: readonly Scope[], columns: Record<string, unknown>) => RecordRow;

const DAY = 86_400_000;
/** A date so many days ago; negative for the future. */
export const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10);
export const moment = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY);

export const FEED = 'urn:clinic:feed';

/** Rows of one patient: wherever a text holds the patient's canary, it comes to hold the row's own mark. */
export function rowMaker(patientId: string, canary: string): MakeRow {
  let count = 0;
  return (table, needs, columns) => {
    const id = (columns.id as string | undefined) ?? randomUUID();
    const mark = `${canary}n${count++}n`;
    const marked = (value: unknown) => {
      if (typeof value === 'string') return value.replaceAll(canary, mark);
      return Buffer.isBuffer(value) ? Buffer.from(value.toString().replaceAll(canary, mark)) : value;
    };
    const whose = table === 'patient' ? {} : { patient_id: patientId };
    return {
      table,
      id,
      needs,
      mark,
      writtenBy: 'portage_ingest',
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
        ...Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, marked(value)])),
      },
    };
  };
}

/** Marks of rows, in the form that survives upper and lower case. */
export const MARK = /canary[0-9a-f]{10}n\d+n/gi;

import { reader } from '#api/database/index.ts';

/** Columns that every row of a record carries out: its key, whose it is, what reading it takes, where it came from. */
export const provenance = [
  'id',
  'patient_id',
  'needs',
  'source_system',
  'source_type',
  'source_id',
  'source_version',
  'source_updated_at',
  'received_at',
] as const;

export const inPage = () => reader.selectFrom('page').select('page.id');

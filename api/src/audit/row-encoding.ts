import { hash } from 'node:crypto';

/**
 * The columns that a seal covers, in the order in which they are encoded. A column that is added to
 * audit_event comes at the end, with a new ENCODING for the seals made from then on.
 */
export const SEALED_COLUMNS = [
  'id',
  'xid',
  'at',
  'request_id',
  'session_id',
  'person_id',
  'acting_for_id',
  'organization_id',
  'role',
  'patient_id',
  'action',
  'outcome',
  'sections',
  'row_ids',
  'detail',
] as const;
export const ENCODING = 1;

/** One row of audit_event as text or null, in the order of SEALED_COLUMNS. */
export type SealedRow = readonly (string | null)[];

/**
 * The select list that makes a SealedRow: PostgreSQL's text form of each value, which is unambiguous for
 * arrays too, with two exceptions. Times are seconds since 1970 UTC with six decimals: their text form
 * would depend on the connection's time zone. Row ids are the array's binary form in hexadecimal: a
 * summary names forty, and writing them out would take half the time of a verification.
 */
const EXPRESSIONS: Partial<Record<(typeof SEALED_COLUMNS)[number], string>> = {
  at: 'extract(epoch from at)::text',
  row_ids: 'array_send(row_ids)::text',
};
export const SEALED_SELECT = SEALED_COLUMNS.map((name) => EXPRESSIONS[name] ?? `${name}::text`).join(', ');

/** The same as `rowHash`, reckoned by the server of the row that it has at hand. */
export const ROW_HASH = `sha256(convert_to(array_to_json(array[${SEALED_SELECT}])::text, 'UTF8'))`;

/**
 * SHA-256 of a row's canonical encoding: a JSON array of strings and nulls without spaces (RFC 8785),
 * UTF-8. Anybody can check one with a line of JSON and sha256sum.
 */
export function rowHash(row: SealedRow): Buffer {
  return hash('sha256', JSON.stringify(row), 'buffer');
}

export const rowId = (row: SealedRow) => BigInt(row[0] ?? 0);
export const rowXid = (row: SealedRow) => row[1] ?? '0';

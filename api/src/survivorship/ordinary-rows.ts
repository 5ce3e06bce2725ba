import { SENSITIVE_SCOPES, type Scope } from '#api/access/index.ts';
import type { RecordRows } from '#api/chart/index.ts';

const SENSITIVE: ReadonlySet<Scope> = new Set(SENSITIVE_SCOPES);

/**
 * A record without the rows of sensitive segments. What is signed is read by everybody who may read the plan, so
 * nothing in it may come from a row that they might not see.
 */
export const ordinaryRows = (record: RecordRows): RecordRows => ({
  patient: record.patient,
  now: record.now,
  wasRead: (name) => record.wasRead(name),
  sourceName: (system) => record.sourceName(system),
  rows: (name) => record.rows(name).filter(({ needs }) => !needs.some((scope) => SENSITIVE.has(scope))),
});

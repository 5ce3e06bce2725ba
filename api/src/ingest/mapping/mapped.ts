import type { RowValues, TableName } from '../writing/tables.ts';
import type { AccessFact } from '../access/access-fact.ts';

/** One row to be, in one table. `id` is deterministic, so that the same resource finds its rows again. */
export type MappedRow = { [T in TableName]: { table: T; id: string; values: RowValues[T] } }[TableName];

/** Who sent what, in which version. */
export interface ResourceKey {
  readonly system: string;
  readonly type: string;
  readonly id: string;
  readonly version: string | undefined;
  /** `meta.lastUpdated`, RFC 3339 in UTC. */
  readonly updatedAt: string | undefined;
}

/** A resource as rows. The first row stands for the resource: it exists exactly as long as the resource does. */
export interface MappedResource {
  readonly key: ResourceKey;
  /** Row id of the patient; undefined for the directory of providers. */
  readonly patientId: string | undefined;
  /** The patient as a reason names them: "Patient/17 of https://…". */
  readonly about: string | undefined;
  /** Row id that the resource has, whether or not it makes a row. */
  readonly rowId: string;
  readonly rows: readonly MappedRow[];
  /** The source took the resource back: its rows go, and stay gone. */
  readonly withdrawn: boolean;
  readonly facts: readonly AccessFact[];
  /** Set on a patient record that was merged: row id of the one that survives. */
  readonly replacedBy: string | undefined;
  /** Stands in for a resource that was named but not sent: written only where nothing is yet. */
  readonly stub: boolean;
  /** The file, or in-memory bundle, that it was read from. */
  readonly file: string;
}

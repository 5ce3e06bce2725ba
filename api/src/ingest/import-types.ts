import type { ReadLimits } from './reading/open-document.ts';

/** A file or folder, or a bundle in memory under a name. */
export type ImportInput = string | { readonly name: string; readonly bundle: unknown };

export interface ImportOptions {
  /** Email of a user whose practice becomes primary care of record of each patient in the import. */
  readonly shareWith?: string | undefined;
  /** Source system of resources that do not say theirs. */
  readonly source?: string | undefined;
  /** What is known of source systems: a better name, and the organisation whose own record it is. */
  readonly sources?: Readonly<Record<string, { readonly name?: string; readonly custodianId?: string }>>;
  /** Told now and then how far the import is. */
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly limits?: ReadLimits;
}

export interface ImportProgress {
  readonly files: number;
  readonly filesDone: number;
  /** Read so far; each is counted once, when it is done with. */
  readonly resources: number;
}

/** A resource or file that was refused. */
export interface Reject {
  readonly file: string;
  readonly resourceType: string | null;
  readonly sourceId: string | null;
  readonly sourceSystem: string | null;
  readonly reason: string;
}

/**
 * What an import came to. `resources` is the sum of created, updated, unchanged, ignored and the
 * rejected resources; a file that could not be read counts as one rejection and no resource.
 */
export interface ImportSummary {
  readonly files: number;
  /** Distinct patients whose own record was read and taken in, or found unchanged. */
  readonly patients: number;
  readonly resources: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Resources of types that are not mapped, or with nothing in them to keep. */
  readonly ignored: number;
  readonly ignoredByType: Readonly<Record<string, number>>;
  /** The first thousand; all of them are in `import_reject`. */
  readonly rejects: readonly Reject[];
}

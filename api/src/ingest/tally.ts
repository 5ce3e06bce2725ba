import type { ImportSummary, Reject } from './import-types.ts';

const MOST_LISTED = 1000;

/** Counts what an import comes to. */
export class Tally {
  files = 0;
  created = 0;
  updated = 0;
  unchanged = 0;
  #rejectedResources = 0;
  #rejectedFiles = 0;
  readonly patients = new Set<string>();
  readonly #ignored = new Map<string, number>();
  readonly #listed: Reject[] = [];
  /** Not yet written to `import_reject`. */
  unsaved: Reject[] = [];

  ignore(type: string): void {
    this.#ignored.set(type, (this.#ignored.get(type) ?? 0) + 1);
  }

  reject(reject: Reject, what: 'file' | 'resource'): void {
    if (what === 'file') this.#rejectedFiles += 1;
    else this.#rejectedResources += 1;
    if (this.#listed.length < MOST_LISTED) this.#listed.push(reject);
    this.unsaved.push(reject);
  }

  get ignored(): number {
    return this.#ignored.values().reduce((sum, count) => sum + count, 0);
  }

  get resources(): number {
    return this.created + this.updated + this.unchanged + this.ignored + this.#rejectedResources;
  }

  summary(): ImportSummary {
    return {
      files: this.files,
      patients: this.patients.size,
      resources: this.resources,
      created: this.created,
      updated: this.updated,
      unchanged: this.unchanged,
      rejected: this.#rejectedResources + this.#rejectedFiles,
      ignored: this.ignored,
      ignoredByType: Object.fromEntries([...this.#ignored].toSorted(([a], [b]) => a.localeCompare(b))),
      rejects: this.#listed,
    };
  }
}

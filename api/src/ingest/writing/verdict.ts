import type { MappedResource, ResourceKey } from '../mapping/mapped.ts';
import type { Digests } from './digests.ts';

/** What is stored of a resource. */
export interface Stored {
  readonly hash: string;
  readonly version: string | null;
  /** `meta.lastUpdated` of what is stored. */
  readonly updatedAt: Date | null;
  /** The source took it back. */
  readonly withdrawn: boolean;
  /** When this very import has stored it or found it as it is: the digest of what it says by itself. */
  readonly seen: string | undefined;
}

/**
 * - `stale`: what is stored is newer, and stays.
 * - `conflict`: the import holds the resource twice, with different contents, and nothing says which is the later one.
 * - `empty`: there is nothing in it to keep.
 */
export type Verdict = 'created' | 'updated' | 'unchanged' | 'stale' | 'conflict' | 'empty';

/** What is to be done with a resource, given what is stored of it. */
export function verdict(resource: MappedResource, digests: Digests, stored: Stored | undefined): Verdict {
  const empty = resource.rows.length === 0 && !resource.withdrawn;
  if (stored === undefined) return empty ? 'empty' : 'created';
  if (resource.stub || stored.hash === digests.stored) return 'unchanged';
  const age = compareAge(resource.key, stored);
  if (age === 'older') return 'stale';
  // Only a version that is known to be later brings back what its source has withdrawn.
  if (stored.withdrawn && age !== 'newer') return 'stale';
  if (stored.seen !== undefined && age !== 'newer') return stored.seen === digests.own ? 'unchanged' : 'conflict';
  return 'updated';
}

function compareAge(key: ResourceKey, stored: Stored): 'newer' | 'older' | 'unknown' {
  if (key.updatedAt !== undefined && stored.updatedAt !== null) {
    const difference = Date.parse(key.updatedAt) - stored.updatedAt.getTime();
    if (difference !== 0) return difference > 0 ? 'newer' : 'older';
  }
  const [mine, theirs] = [Number(key.version), Number(stored.version)];
  if (
    key.version !== undefined &&
    stored.version !== null &&
    Number.isInteger(mine) &&
    Number.isInteger(theirs) &&
    mine !== theirs
  ) {
    return mine > theirs ? 'newer' : 'older';
  }
  return 'unknown';
}

import type { Problems } from './audit-report.ts';
import { ENCODING } from './row-encoding.ts';
import { GENESIS_HASH, sealHash, type Seal } from './seal.ts';
import { includes, NOTHING, parseSnapshot, type Snapshot } from './snapshot.ts';

/** A seal with what it covers. */
export interface ChainLink {
  readonly seal: Seal;
  readonly covers: Snapshot;
  /** The seal before it is missing, so its rows cannot be told from its predecessor's. */
  readonly afterGap: boolean;
}

export const nameOf = (seal: Seal) => `batch ${seal.batch} (sealed ${momentOf(seal.sealedAt)})`;

function momentOf(seconds: string): string {
  const date = new Date(Number(seconds) * 1_000);
  return Number.isNaN(date.getTime()) ? seconds : date.toISOString();
}

/** Checks each seal by itself and that it continues the one before; `now` is a snapshot taken with them. */
export function verifySeals(seals: readonly Seal[], now: Snapshot, problems: Problems): ChainLink[] {
  const links: ChainLink[] = [];
  let before: { batch: number; hash: string; covers: Snapshot } = { batch: 0, hash: GENESIS_HASH, covers: NOTHING };
  for (const seal of seals) {
    const covers = parseSnapshot(seal.covers);
    const { batch } = seal;
    const afterGap = batch !== before.batch + 1;
    if (afterGap) reportGap(before.batch + 1, batch - 1, problems);
    if (sealHash(seal) !== seal.hash) {
      problems.add({ kind: 'seal-edited', batch, text: `${nameOf(seal)}: the seal was edited` });
    } else if (seal.encoding !== ENCODING) {
      problems.add({ kind: 'seal-edited', batch, text: `${nameOf(seal)}: unknown encoding ${seal.encoding}` });
    }
    if (!afterGap && seal.previousHash !== before.hash) {
      problems.add({
        kind: 'chain-broken',
        batch,
        text: `${nameOf(seal)} does not continue batch ${before.batch}: one of the two was replaced`,
      });
    }
    if (!includes(covers, before.covers)) {
      problems.add({ kind: 'seal-edited', batch, text: `${nameOf(seal)} covers less than the batch before` });
    }
    if (!includes(now, covers)) {
      problems.add({
        kind: 'seal-edited',
        batch,
        text: `${nameOf(seal)} covers transactions that have not happened`,
      });
    }
    links.push({ seal, covers, afterGap });
    before = { batch, hash: seal.hash, covers };
  }
  return links;
}

function reportGap(from: number, to: number, problems: Problems): void {
  const text = from === to ? `batch ${from}: its seal is missing` : `batches ${from} to ${to}: their seals are missing`;
  problems.add({ kind: 'seal-missing', batch: from, text });
}

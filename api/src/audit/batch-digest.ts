import { createHash } from 'node:crypto';
import { rowHash, rowId, type SealedRow } from './row-encoding.ts';

/** Bytes per row in `rowDigests`: the row's id (big-endian) and the first eight bytes of its hash. */
const DIGEST_BYTES = 16;

/** Takes the rows of one batch, in the order of (xid, id), and says what they amount to. */
export class BatchDigest {
  rows = 0;
  readonly #content = createHash('sha256');
  #digests = Buffer.allocUnsafe(DIGEST_BYTES * 4);

  add(row: SealedRow): void {
    const hash = rowHash(row);
    this.#content.update(hash);
    const offset = this.rows * DIGEST_BYTES;
    if (offset === this.#digests.length) {
      this.#digests = Buffer.concat([this.#digests, Buffer.allocUnsafe(this.#digests.length)]);
    }
    this.#digests.writeBigInt64BE(BigInt.asIntN(64, rowId(row)), offset);
    hash.copy(this.#digests, offset + 8, 0, 8);
    this.rows += 1;
  }

  /** SHA-256 of all row hashes one after the other; to be asked for once, after the last row. */
  content(): Buffer {
    return this.#content.digest();
  }

  /** Which rows those were, 16 bytes each: it tells later which of them was touched. */
  rowDigests(): Buffer {
    return this.#digests.subarray(0, this.rows * DIGEST_BYTES);
  }
}

export interface RowDifference {
  readonly row: string;
  readonly change: 'edited' | 'deleted' | 'inserted';
}

/** Which rows of a batch are not those that were sealed.  */
export function compareDigests(sealed: Buffer, found: Buffer): RowDifference[] {
  const before = digestsById(sealed);
  const differences: RowDifference[] = [];
  for (const [row, digest] of digestsById(found)) {
    const wanted = before.get(row);
    if (wanted === undefined) differences.push({ row, change: 'inserted' });
    else if (wanted !== digest) differences.push({ row, change: 'edited' });
    before.delete(row);
  }
  for (const row of before.keys()) differences.push({ row, change: 'deleted' });
  return differences;
}

function digestsById(digests: Buffer): Map<string, string> {
  const byId = new Map<string, string>();
  for (let offset = 0; offset + DIGEST_BYTES <= digests.length; offset += DIGEST_BYTES) {
    byId.set(String(digests.readBigInt64BE(offset)), digests.toString('hex', offset + 8, offset + DIGEST_BYTES));
  }
  return byId;
}

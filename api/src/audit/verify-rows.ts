import { hash } from 'node:crypto';
import type { Client } from 'pg';
import type { Problems } from './audit-report.ts';
import { BatchDigest, compareDigests } from './batch-digest.ts';
import { rowId, rowXid } from './row-encoding.ts';
import { readRowDigests } from './seal.ts';
import { streamAllRows } from './sealed-rows.ts';
import { sees, type Snapshot } from './snapshot.ts';
import { nameOf, type ChainLink } from './verify-seals.ts';

/** Of so many touched batches it is told row by row what was touched; of the others that they were. */
const EXPLAINED_BATCHES = 50;

export interface RowCounts {
  sealed: number;
  unsealed: number;
}

/**
 * Recomputes every batch from its rows, in one pass over the table. A transaction that ran long belongs
 * to a later batch than its neighbours, so several batches may be open at a time. Needs an open transaction.
 */
export async function verifyRows(
  client: Client,
  links: readonly ChainLink[],
  now: Snapshot,
  problems: Problems,
): Promise<RowCounts> {
  const sorter = new RowSorter(links);
  const counts: RowCounts = { sealed: 0, unsealed: 0 };
  for await (const rows of streamAllRows(client)) {
    for (const row of rows) {
      const xid = sorter.turnTo(rowXid(row));
      if (sorter.current !== undefined) {
        sorter.current.add(row);
        counts.sealed += 1;
        continue;
      }
      counts.unsealed += 1;
      if (!sees(now, xid)) {
        const id = String(rowId(row));
        const text = `row ${id} names a transaction that has not happened: it was inserted by hand`;
        problems.add({ kind: 'row-impossible', row: id, text });
      }
    }
  }
  sorter.finish();
  for (const touched of sorter.touched) await explain(client, touched, problems);
  return counts;
}

interface Touched {
  readonly link: ChainLink;
  /** Whether the rows are the sealed ones, and only the list of their digests was edited. */
  readonly rowsHold: boolean;
  /** Digests of the rows that were found; undefined when enough batches are explained already. */
  readonly found: Buffer | undefined;
}

/** Sends the rows, which come in the order of their transactions, to their batches. */
class RowSorter {
  readonly touched: Touched[] = [];
  /** The batch of the transaction last turned to; undefined when no seal covers it. */
  current: BatchDigest | undefined;
  readonly #links: readonly ChainLink[];
  readonly #open = new Map<number, BatchDigest>();
  /** The first batch that may still get rows. */
  #first = 0;
  #text = '';
  #xid = 0n;

  constructor(links: readonly ChainLink[]) {
    this.#links = links;
  }

  turnTo(text: string): bigint {
    if (text === this.#text) return this.#xid;
    this.#text = text;
    const xid = (this.#xid = BigInt(text));
    for (; this.#first < this.#links.length && !this.#reaches(this.#first, xid); this.#first += 1) {
      this.#close(this.#first);
    }
    let index = this.#first;
    while (index < this.#links.length && !this.#sees(index, xid)) index += 1;
    this.current = index < this.#links.length ? this.#batch(index) : undefined;
    return xid;
  }

  finish(): void {
    for (; this.#first < this.#links.length; this.#first += 1) this.#close(this.#first);
  }

  #reaches(index: number, xid: bigint): boolean {
    return xid < (this.#links[index]?.covers.xmax ?? 0n);
  }

  #sees(index: number, xid: bigint): boolean {
    const link = this.#links[index];
    return link !== undefined && sees(link.covers, xid);
  }

  #batch(index: number): BatchDigest {
    let batch = this.#open.get(index);
    if (batch === undefined) this.#open.set(index, (batch = new BatchDigest()));
    return batch;
  }

  #close(index: number): void {
    const link = this.#links[index];
    if (link === undefined) return;
    const batch = this.#batch(index);
    this.#open.delete(index);
    const found = batch.rowDigests();
    const rowsHold = batch.rows === link.seal.rows && batch.content().toString('hex') === link.seal.content;
    if (rowsHold && hash('sha256', found) === link.seal.rowDigestsHash) return;
    this.touched.push({ link, rowsHold, found: this.touched.length < EXPLAINED_BATCHES ? found : undefined });
  }
}

async function explain(client: Client, { link, rowsHold, found }: Touched, problems: Problems): Promise<void> {
  const { batch } = link.seal;
  const name = nameOf(link.seal);
  if (rowsHold) {
    problems.add({ kind: 'seal-edited', batch, text: `${name}: its list of row digests was edited` });
    return;
  }
  // Without its predecessor's seal a batch seems to hold the predecessor's rows too; the gap is told already.
  const sealed = link.afterGap || found === undefined ? undefined : await readRowDigests(client, batch);
  const differences = sealed && found ? compareDigests(sealed, found) : [];
  for (const { row, change } of differences) {
    problems.add({ kind: `row-${change}`, batch, row, text: `${name}: row ${row} was ${change}` });
  }
  if (differences.length === 0) {
    problems.add({ kind: 'rows-changed', batch, text: `${name} does not hold the rows that were sealed` });
  }
}

import { createPublicKey } from 'node:crypto';
import type { Client } from 'pg';
import { TRANSACTIONS_WENT_BACK } from './append-seal.ts';
import { AuditContradictionError } from './audit-errors.ts';
import { isSignedBy, lineHash, NO_LINE, parseCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts';
import { appendCheckpoint, checkpointPath, readLastLine } from './checkpoint-file.ts';
import { inTransaction } from './in-transaction.ts';
import { ENCODING } from './row-encoding.ts';
import { GENESIS_HASH, readSeals, sealHash, type Seal } from './seal.ts';
import { digestBetween } from './sealed-rows.ts';
import { readPublicKeys, type SigningKey } from './signing-key.ts';
import { includes, NOTHING, parseSnapshot } from './snapshot.ts';

/** How long one call may check what others sealed before it signs what it has so far and returns. */
const PATIENCE_MS = 1_000;
const SEALS_AT_ONCE = 200;

/** How far the chain is known here. */
interface Position {
  readonly batch: number;
  readonly covers: string;
  readonly hash: string;
  readonly rows: number;
}

const START: Position = { batch: 0, covers: '1:1:', hash: GENESIS_HASH, rows: 0 };

/**
 * Follows the chain and signs it, seal by seal, into this machine's checkpoint file. It signs only what
 * it has recomputed from the rows, or what this process has just sealed: several machines each keep a
 * witness of their own, whichever of them seals.
 */
export class Witness {
  /** The newest batch that this process has signed or found signed. */
  #reached = 0;

  readonly #folder: string;
  readonly #key: SigningKey;

  constructor(folder: string, key: SigningKey) {
    this.#folder = folder;
    this.#key = key;
  }

  /**
   * Signs the seals that are new. `madeHere`: hashes of seals that this process made itself.
   * @returns hash of the last seal that is signed.
   * @throws {AuditContradictionError} when the table is not what was signed.
   */
  keepUp(client: Client, madeHere: ReadonlySet<string>): Promise<string> {
    return inTransaction(client, 'read committed, read only', async () => {
      // Waits for a process that writes into the same folder: if both went away, the last seal would stay unsigned.
      await client.query(`select pg_advisory_xact_lock(hashtextextended('portage audit witness ' || $1, 0))`, [
        this.#key.id,
      ]);
      return this.#follow(client, madeHere);
    });
  }

  async #follow(client: Client, madeHere: ReadonlySet<string>): Promise<string> {
    const line = await readLastLine(this.#folder);
    const last = line === undefined ? undefined : await this.#demandSigned(line);
    let at: Position = last ?? START;
    if (at.batch < this.#reached) {
      throw new AuditContradictionError(
        `${checkpointPath(this.#folder)} has lost lines: it ends with batch ${at.batch}, and batch ${this.#reached} was in it`,
      );
    }
    this.#reached = at.batch;
    let previousLine = line === undefined ? NO_LINE : lineHash(line);
    const deadline = performance.now() + PATIENCE_MS;
    const sign = async () => {
      const unsigned = { ...at, at: new Date().toISOString(), previous: previousLine };
      previousLine = lineHash(await appendCheckpoint(this.#folder, signCheckpoint(unsigned, this.#key)));
      this.#reached = at.batch;
    };

    for (let first = true; performance.now() < deadline; first = false) {
      const seals = await readSeals(client, at.batch + (first && at.batch > 0 ? 0 : 1), SEALS_AT_ONCE);
      if (first && at.batch > 0) demandSame(at, seals.shift());
      let signed = at;
      for (const seal of seals) {
        at = await this.#check(client, at, seal, madeHere.has(seal.hash));
        // Each own seal gets its line; of a backlog the last one signs for all before it.
        if (madeHere.has(seal.hash)) {
          await sign();
          signed = at;
        }
        if (performance.now() >= deadline) break;
      }
      if (signed !== at) await sign();
      if (seals.length < SEALS_AT_ONCE - 1) break;
    }
    return at.hash;
  }

  async #demandSigned(line: string): Promise<Checkpoint> {
    const checkpoint = parseCheckpoint(line);
    const own = createPublicKey(this.#key.privateKey);
    const signer =
      checkpoint?.key === this.#key.id ? own : (await readPublicKeys(this.#folder)).get(checkpoint?.key ?? '');
    if (checkpoint === undefined || signer === undefined || !isSignedBy(checkpoint, signer)) {
      throw new AuditContradictionError(
        `the last line of ${checkpointPath(this.#folder)} is not a checkpoint signed here`,
      );
    }
    return checkpoint;
  }

  async #check(client: Client, before: Position, seal: Seal, madeHere: boolean): Promise<Position> {
    const linked =
      seal.batch === before.batch + 1 &&
      seal.encoding === ENCODING &&
      seal.previousHash === before.hash &&
      seal.hash === sealHash(seal);
    if (!linked) throw new AuditContradictionError(`batch ${seal.batch} does not continue batch ${before.batch}`);
    if (!madeHere) await demandRows(client, before, seal);
    return { batch: seal.batch, covers: seal.covers, hash: seal.hash, rows: before.rows + seal.rows };
  }
}

function demandSame(signed: Position, found: Seal | undefined): void {
  if (found?.batch === signed.batch && found.hash === signed.hash) return;
  throw new AuditContradictionError(
    found?.batch === signed.batch
      ? `batch ${signed.batch} is not the one that was signed`
      : `batch ${signed.batch} was signed and is gone: the audit was truncated, an older backup restored, or the checkpoints belong to another database`,
  );
}

/** @throws {AuditContradictionError} unless a seal that somebody else made is true of the rows. */
async function demandRows(client: Client, before: Position, seal: Seal): Promise<void> {
  const [from, to] = [before.batch === 0 ? NOTHING : parseSnapshot(before.covers), parseSnapshot(seal.covers)];
  const { rows } = await client.query<{ now: string }>('select pg_current_snapshot()::text as now');
  if (!includes(parseSnapshot(rows[0]?.now ?? '1:1:'), to)) throw new AuditContradictionError(TRANSACTIONS_WENT_BACK);
  if (!includes(to, from)) {
    throw new AuditContradictionError(`batch ${seal.batch} covers less than batch ${before.batch}`);
  }
  const digest = await digestBetween(client, from, to);
  if (digest.rows !== seal.rows || digest.content().toString('hex') !== seal.content) {
    throw new AuditContradictionError(`batch ${seal.batch} does not hold the rows that it seals`);
  }
}

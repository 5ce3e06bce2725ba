import { randomUUID } from 'node:crypto';
import type { ClientBase, Pool, PoolClient } from 'pg';
import { shareWith } from '../access/write-access.ts';
import type { Parties } from '../access/parties.ts';
import type { ImportOptions } from '../import-types.ts';
import type { MappedResource } from '../mapping/mapped.ts';
import { sourceName, UNKNOWN_SOURCE } from '../references/source.ts';
import type { Tally } from '../tally.ts';
import { json } from './rows-sql.ts';
import { writeBatch, type BatchResult } from './write-batch.ts';

/** Resources, and bytes of their texts and documents, that go into one transaction. */
const BATCH_RESOURCES = 2_000;
const BATCH_BYTES = 16 * 2 ** 20;
/** Resources that wait for a patient whom another file may bring. */
const MOST_WAITING = 50_000;

const codeOf = (error: unknown) => (error as { code?: string }).code ?? '';
// SQLSTATE classes of data that does not fit: some resource of the batch is to blame, not the database.
const isDataError = (error: unknown) => /^(22|23|54)/.test(codeOf(error));

// A connection that breaks tells whoever listens as well as the statement that is under way or comes next; unheard, it ends the process.
const toldByTheNextStatement = () => undefined;

/** Takes mapped resources, and writes them in batches while the next ones are being read. */
export class BatchWriter {
  readonly #client: PoolClient;
  readonly #parties: Parties;
  readonly #practices: readonly string[];
  readonly #sources: NonNullable<ImportOptions['sources']>;
  readonly #tally: Tally;
  readonly requestId = randomUUID();
  readonly #seen = new Map<string, string>();
  readonly #refused = new Set<string>();
  readonly #namedSources = new Set<string>();
  readonly #stubs = new Set<string>();
  #batch: MappedResource[] = [];
  #batchBytes = 0;
  #waiting: MappedResource[] = [];
  #lastChance = false;
  #writing: Promise<void> = Promise.resolve();

  private constructor(
    client: PoolClient,
    parties: Parties,
    practices: readonly string[],
    options: ImportOptions,
    tally: Tally,
  ) {
    this.#client = client;
    this.#parties = parties;
    this.#practices = practices;
    this.#sources = options.sources ?? {};
    this.#tally = tally;
  }

  static async open(
    pool: Pool,
    parties: Parties,
    practices: readonly string[],
    options: ImportOptions,
    tally: Tally,
  ): Promise<BatchWriter> {
    const client = await pool.connect();
    client.on('error', toldByTheNextStatement);
    return new BatchWriter(client, parties, practices, options, tally);
  }

  async add(resource: MappedResource): Promise<void> {
    // A provider who is only named is named in every resource of a chart.
    if (resource.stub) {
      if (this.#stubs.has(resource.rowId)) return;
      this.#stubs.add(resource.rowId);
    }
    this.#batch.push(resource);
    this.#batchBytes += sizeOf(resource);
    if (this.#batch.length >= BATCH_RESOURCES || this.#batchBytes >= BATCH_BYTES) await this.#send();
  }

  /** Writes what is left, and gives those who waited for a patient their last chance. */
  async finish(): Promise<void> {
    await this.#send();
    await this.#writing;
    this.#lastChance = true;
    for (const resource of this.#waiting.splice(0)) await this.add(resource);
    await this.#send();
    await this.#writing;
  }

  /** Gives the connection back; a broken one is not used again. */
  async close(error?: Error): Promise<void> {
    await this.#writing.catch(() => undefined);
    this.#client.off('error', toldByTheNextStatement);
    this.#client.release(error);
  }

  async #send(): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    this.#batchBytes = 0;
    // One batch is on its way while the next is read: PostgreSQL and this process each have a processor.
    await this.#writing;
    this.#writing = this.#write(batch);
    // Whoever awaits it next gets the error; until then it is not unhandled.
    this.#writing.catch(() => undefined);
  }

  async #write(batch: readonly MappedResource[]): Promise<void> {
    let result: BatchResult;
    try {
      result = await this.#transaction(batch);
    } catch (error) {
      if (!isDataError(error)) throw error;
      if (batch.length === 1) {
        this.#reject(batch[0] as MappedResource, refusalOf(error as Error));
        return;
      }
      // One bad resource must not take the others with it: halve until it stands alone.
      const middle = Math.ceil(batch.length / 2);
      await this.#write(batch.slice(0, middle));
      await this.#write(batch.slice(middle));
      return;
    }
    this.#count(batch, result);
  }

  async #transaction(batch: readonly MappedResource[]): Promise<BatchResult> {
    const client = this.#client;
    await client.query('begin');
    try {
      await this.#nameSources(client, batch);
      const result = await writeBatch(client, batch, {
        seen: this.#seen,
        refused: this.#refused,
        parties: this.#parties,
        requestId: this.requestId,
      });
      if (this.#practices.length > 0) await shareWith(client, patientsIn(batch, result), this.#practices);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  async #nameSources(client: ClientBase, batch: readonly MappedResource[]): Promise<void> {
    const systems = [...new Set(batch.map(({ key }) => key.system))].filter(
      (system) => !this.#namedSources.has(system),
    );
    if (systems.length === 0) return;
    const rows = systems.map((system) => ({
      system,
      name: this.#sources[system]?.name ?? sourceName(system),
      custodian_id: this.#sources[system]?.custodianId ?? null,
      better: this.#sources[system]?.name !== undefined,
    }));
    await client.query(
      `insert into source_system (system, name, custodian_id)
       select system, name, custodian_id from json_to_recordset($1::json) as s (system text, name text, custodian_id uuid) order by system
       on conflict (system) do update set last_received_at = now(), custodian_id = coalesce(excluded.custodian_id, source_system.custodian_id)`,
      [json(rows)],
    );
    const better = rows.filter((row) => row.better);
    if (better.length > 0) {
      await client.query(
        `update source_system s set name = b.name from json_to_recordset($1::json) as b (system text, name text) where s.system = b.system and s.name <> b.name`,
        [json(better)],
      );
    }
  }

  #count(batch: readonly MappedResource[], { outcomes, digests, refused }: BatchResult): void {
    for (const key of refused) this.#refused.add(key);
    for (const { key } of batch) this.#namedSources.add(key.system);
    batch.forEach((resource, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined || resource.stub) return;
      if (outcome.kind === 'created' || outcome.kind === 'updated' || outcome.kind === 'unchanged') {
        if (!this.#seen.has(resource.rowId) || outcome.kind === 'updated')
          this.#seen.set(resource.rowId, digests[index]?.own ?? '');
        if (resource.key.type === 'Patient') this.#tally.patients.add(resource.rowId);
      }
      switch (outcome.kind) {
        case 'created':
        case 'updated':
        case 'unchanged':
          this.#tally[outcome.kind] += 1;
          break;
        case 'stale':
          this.#tally.unchanged += 1;
          break;
        case 'empty':
          this.#tally.ignore(`${resource.key.type} (empty)`);
          break;
        case 'rejected':
          this.#reject(resource, outcome.reason);
          break;
        case 'no-patient':
          if (!this.#lastChance && this.#waiting.length < MOST_WAITING) this.#waiting.push(resource);
          else this.#reject(resource, unknownPatient(resource));
      }
    });
  }

  #reject(resource: MappedResource, reason: string): void {
    const { file, key } = resource;
    this.#tally.reject(
      { file, resourceType: key.type, sourceId: key.id, sourceSystem: key.system, reason },
      'resource',
    );
  }
}

function sizeOf({ rows }: MappedResource): number {
  let size = 0;
  for (const { values } of rows)
    for (const value of Object.values(values)) if (typeof value === 'string') size += value.length;
  return size;
}

function refusalOf(error: Error): string {
  // What is looked up by must fit an index page, some thousand characters.
  if (codeOf(error).startsWith('54')) return 'has a name, number or address that is too long to be looked up by';
  return `the database refuses it: ${error.message.split('\n', 1)[0]}`;
}

function patientsIn(batch: readonly MappedResource[], { outcomes }: BatchResult): string[] {
  const taken = new Set(['created', 'updated', 'unchanged', 'stale']);
  return batch.flatMap(({ key, rowId }, index) =>
    key.type === 'Patient' && taken.has(outcomes[index]?.kind ?? '') ? [rowId] : [],
  );
}

function unknownPatient({ about, key }: MappedResource): string {
  const hint = key.system === UNKNOWN_SOURCE ? '; --source can say where the file comes from' : '';
  return `is about ${about}, who is neither in the import nor known from an earlier one${hint}`;
}

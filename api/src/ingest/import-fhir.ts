import type { Pool } from 'pg';
import { Parties } from './access/parties.ts';
import { UnreadableResourceError } from './fhir/unreadable.ts';
import type { ImportInput, ImportOptions, ImportSummary } from './import-types.ts';
import { mapEntry } from './mapping/map-entry.ts';
import { UnreadableFileError, type Document, type Entry } from './reading/entry.ts';
import { findFiles, type FoundFile } from './reading/find-files.ts';
import { openDocument } from './reading/open-document.ts';
import { NOT_FHIR, resourcesOf } from './reading/resources.ts';
import { Scope } from './references/scope.ts';
import { forgetRejects, saveRejects } from './rejects.ts';
import { Tally } from './tally.ts';
import { BatchWriter } from './writing/batch-writer.ts';

/**
 * Imports FHIR R4 and mCODE: files, folders and bundles in memory. Importing the same again changes
 * nothing; a newer version of a resource replaces the older; what cannot be taken in is kept with
 * its reason in `import_reject`, and everything else goes on.
 *
 * @param pool connections as the role portage_ingest.
 * @throws {ImportRefusedError} before anything is written, when `shareWith` names nobody.
 */
export async function importFhir(
  pool: Pool,
  inputs: readonly ImportInput[],
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const parties = await Parties.load(pool);
  const practices = options.shareWith === undefined ? [] : parties.practicesOfUser(options.shareWith);
  const { files, missing } = await findFiles(inputs.filter((input) => typeof input === 'string'));
  const bundles = inputs.filter((input) => typeof input !== 'string');
  const begun = await startOf(pool);
  const tally = new Tally();
  const writer = await BatchWriter.open(pool, parties, practices, options, tally);
  const run = new ImportRun(writer, tally, options, files.length + bundles.length);
  try {
    for (const { name, reason } of missing) run.rejectFile(name, reason);
    for (const { name, bundle } of bundles) {
      await run.bundle({ name, folder: undefined, security: [], entries: () => [resourcesOf(bundle)] });
    }
    for (const file of files) await run.file(file);
    await run.loose();
    await writer.finish();
  } catch (error) {
    await writer.close(error as Error);
    await saveRejects(pool, tally.unsaved).catch(() => undefined);
    throw error;
  }
  // Given back first: who holds one connection and waits for another can wait for ever.
  await writer.close();
  await saveRejects(pool, tally.unsaved);
  await forgetRejects(
    pool,
    [...files, ...bundles, ...missing].map(({ name }) => name),
    begun,
  );
  const summary = tally.summary();
  await auditRun(pool, writer.requestId, summary);
  return summary;
}

class ImportRun {
  readonly #writer: BatchWriter;
  readonly #tally: Tally;
  readonly #options: ImportOptions;
  readonly #total: number;
  #done = 0;
  /** Documents of loose resources, by folder: their patients may lie in any file of it. */
  readonly #folders = new Map<string, Document[]>();
  readonly #named = new Set<string>();

  constructor(writer: BatchWriter, tally: Tally, options: ImportOptions, total: number) {
    this.#writer = writer;
    this.#tally = tally;
    this.#options = options;
    this.#total = total;
  }

  async file(file: FoundFile): Promise<void> {
    if (file.named) this.#named.add(file.name);
    try {
      const document = await openDocument(file, this.#options.limits);
      if (document.folder === undefined) return await this.bundle(document);
      const folder = this.#folders.get(document.folder);
      if (folder) folder.push(document);
      else this.#folders.set(document.folder, [document]);
    } catch (error) {
      this.#refuse(file.name, error);
      this.#finished(1);
    }
  }

  async bundle(document: Document): Promise<void> {
    await this.#scope([document]);
    this.#finished(1);
  }

  async loose(): Promise<void> {
    for (const documents of this.#folders.values()) {
      await this.#scope(documents);
      this.#finished(documents.length);
    }
  }

  rejectFile(name: string, reason: string): void {
    this.#tally.reject({ file: name, resourceType: null, sourceId: null, sourceSystem: null, reason }, 'file');
  }

  /** Reads documents whose resources may refer to each other: first to know them all, then to map them, patients before the rest. */
  async #scope(documents: readonly Document[]): Promise<void> {
    const scope = new Scope(this.#options.source);
    const readable: Document[] = [];
    const patients: [Entry, Document][] = [];
    for (const document of documents) {
      try {
        for await (const entries of document.entries()) {
          for (const entry of entries) {
            note(scope, entry);
            if (entry.resource.resourceType === 'Patient') patients.push([entry, document]);
          }
        }
        readable.push(document);
      } catch (error) {
        this.#refuse(document.name, error);
      }
    }
    scope.settle();
    this.#tally.files += readable.length;
    for (const [entry, document] of patients) if (readable.includes(document)) await this.#take(entry, document, scope);
    for (const document of readable) {
      for await (const entries of document.entries()) {
        for (const entry of entries)
          if (entry.resource.resourceType !== 'Patient') await this.#take(entry, document, scope);
        this.#progress();
      }
    }
  }

  async #take(entry: Entry, document: Document, scope: Scope): Promise<void> {
    const { resource, fault } = entry;
    const { resourceType: type, id } = resource;
    try {
      if (fault !== undefined) throw new UnreadableResourceError(fault);
      // In a folder there may be anything; who names a file means it.
      if (type === (NOT_FHIR as string) && this.#named.has(document.name))
        throw new UnreadableResourceError('is JSON, but no FHIR resource: it has no resourceType');
      const mapped = mapEntry(entry, {
        scope,
        given: this.#options.source,
        security: document.security,
        file: document.name,
      });
      if (mapped === undefined) return this.#tally.ignore(type);
      for (const one of mapped) await this.#writer.add(one);
    } catch (error) {
      if (!(error instanceof UnreadableResourceError)) throw error;
      const place = entry.place === '' || fault !== undefined ? '' : `${entry.place}: `;
      const isResource = fault === undefined && type !== (NOT_FHIR as string);
      this.#tally.reject(
        {
          file: document.name,
          resourceType: isResource ? type : null,
          sourceId: typeof id === 'string' ? id : null,
          sourceSystem: null,
          reason: `${place}${error.message}`,
        },
        'resource',
      );
    }
  }

  #refuse(name: string, error: unknown): void {
    if (!(error instanceof UnreadableFileError)) throw error;
    this.rejectFile(name, error.message);
  }

  #finished(files: number): void {
    this.#done += files;
    this.#progress();
  }

  #progress(): void {
    this.#options.onProgress?.({ files: this.#total, filesDone: this.#done, resources: this.#tally.resources });
  }
}

/** A resource too misshapen to be known is refused when it is mapped. */
function note(scope: Scope, entry: Entry): void {
  try {
    scope.note(entry);
  } catch (error) {
    if (!(error instanceof TypeError) && !(error instanceof UnreadableResourceError)) throw error;
  }
}

async function startOf(pool: Pool): Promise<Date> {
  const { rows } = await pool.query<{ now: Date }>('select now()');
  return rows[0]?.now ?? new Date();
}

async function auditRun(
  pool: Pool,
  requestId: string,
  { files, patients, resources, created, updated, unchanged, rejected, ignored }: ImportSummary,
): Promise<void> {
  await pool.query(
    `insert into audit_event (request_id, role, action, outcome, detail) values ($1, 'integration', 'ingest:import', 'done', $2)`,
    [
      requestId,
      `${files} files, ${patients} patients, ${resources} resources: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected, ${ignored} ignored`,
    ],
  );
}

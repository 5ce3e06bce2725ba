import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { Pool } from 'pg';
import { ConfigError, readConfig } from '#api/config.ts';
import { DamagedDataFolderError, DatabaseUnavailableError, openDatabase } from '#api/database/index.ts';
import { ImportRefusedError } from './access/parties.ts';
import { importFhir } from './import-fhir.ts';
import type { ImportProgress, ImportSummary, Reject } from './import-types.ts';
import { listRejects } from './rejects.ts';

const USAGE = `Imports FHIR R4 (US Core, mCODE): .json, .json.gz, .ndjson and folders of them.

  npm run import -- [--share-with EMAIL] [--source URI] [--json] [--rejects] [--verbose] PATH...
  npm run import -- --rejects

  --share-with EMAIL  make this user's practice primary care of record of each patient in the import
  --source URI        where resources come from that do not say so
  --json              end with one line of JSON
  --rejects           list what was refused, with reasons; without PATH, all that is still refused
  --verbose           count what was ignored, by type`;

/** Reasons before anything was taken in; each message is one line. */
const REFUSALS = [ImportRefusedError, ConfigError, DatabaseUnavailableError, DamagedDataFolderError];

/** Whether every file could be read and no resource was refused. */
async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'share-with': { type: 'string' },
      source: { type: 'string' },
      json: { type: 'boolean', default: false },
      rejects: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help || (positionals.length === 0 && !values.rejects)) {
    console.error(USAGE);
    return values.help;
  }
  const database = await openDatabase(readConfig());
  const pool = new Pool({ connectionString: database.urls.portage_ingest, max: 2 });
  pool.on('error', () => undefined);
  try {
    if (positionals.length === 0) {
      printRejects(await listRejects(pool));
      return true;
    }
    // The bar goes to stderr, so that stdout has lines only, the last of them the result.
    const bar = process.stderr.isTTY && !values.json ? progressBar() : undefined;
    const summary = await importFhir(pool, positionals, {
      shareWith: values['share-with'],
      source: values.source,
      onProgress: bar?.show,
    }).finally(() => bar?.stop());
    if (values.verbose) printIgnored(summary);
    if (values.rejects) printRejects(summary.rejects);
    console.log(values.json ? JSON.stringify(counts(summary)) : sentence(summary));
    return summary.rejected === 0;
  } finally {
    await pool.end();
    await database.stop();
  }
}

function counts({ files, patients, resources, created, updated, unchanged, rejected, ignored }: ImportSummary) {
  return { files, patients, resources, created, updated, unchanged, rejected, ignored };
}

function sentence({
  files,
  patients,
  resources,
  created,
  updated,
  unchanged,
  rejected,
  ignored,
}: ImportSummary): string {
  return `imported: ${files} files, ${patients} patients, ${resources} resources (${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected, ${ignored} ignored)`;
}

function progressBar() {
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {value}/{total} files | {resources} resources',
    hideCursor: true,
    stream: process.stderr,
  });
  let started = false;
  return {
    show: ({ files, filesDone, resources }: ImportProgress) => {
      if (started) bar.update(filesDone, { resources });
      else bar.start(files, filesDone, { resources });
      started = true;
    },
    stop: () => bar.stop(),
  };
}

function printIgnored({ ignoredByType }: ImportSummary): void {
  for (const [type, count] of Object.entries(ignoredByType)) console.log(`ignored: ${count} ${type}`);
}

function printRejects(rejects: readonly Reject[]): void {
  for (const { file, resourceType, sourceId, reason } of rejects) {
    const what = resourceType === null ? '' : ` ${resourceType}${sourceId === null ? '' : `/${sourceId}`}`;
    // What a sender wrote must not move the cursor or colour the screen, and stays on its line.
    console.log(`rejected: ${file}${what}: ${reason}`.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' '));
  }
  if (rejects.length === 0) console.log('rejected: nothing');
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  // One line, and no more of an error than its message: what PostgreSQL adds quotes whole rows.
  const { message } = error instanceof Error ? error : new Error(String(error));
  const refused = REFUSALS.some((kind) => error instanceof kind) || isUsageError(error);
  console.error(refused ? message : `The import stopped, and can be run again: what it has taken in stays. ${message}`);
  process.exitCode = 1;
}

function isUsageError(error: unknown): boolean {
  return String((error as { code?: string }).code ?? '').startsWith('ERR_PARSE_ARGS');
}

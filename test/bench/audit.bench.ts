// How fast an audit of a million entries is sealed and verified (S10: under 30 s on 2 cores).
// npm run bench -- audit [ENTRIES]
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startSealer } from '#api/audit/sealer.ts';
import { auditFolder } from '#api/audit/signing-key.ts';
import { verifyAudit } from '#api/audit/verify.ts';
import { openDatabase } from '#api/database/open.ts';

const LIMIT_S = 30;

interface AuditFigures {
  readonly entries: number;
  readonly batches: number;
  readonly sealSeconds: number;
  readonly verifySeconds: number;
  /** Processor time of the verifying process alone, without PostgreSQL's. */
  readonly verifyCpuSeconds: number;
}

/** Entries as the summary writes them: every identifier, five sections, 40 row ids; ten to a transaction. */
async function benchAudit(entries: number): Promise<AuditFigures> {
  const place = await mkdtemp(join(tmpdir(), 'portage-bench-audit-'));
  await chmod(place, 0o711);
  const dataDir = join(place, 'data');
  const database = await openDatabase({ dataDir, databaseUrl: undefined, secret: undefined });
  try {
    await write(database.urls.portage_ingest, entries);
    const problems: string[] = [];
    const log = { info: () => undefined, error: (facts: object) => void problems.push(JSON.stringify(facts)) };
    const sealing = performance.now();
    const sealer = await startSealer({ url: database.urls.portage_sealer, dataDir, log });
    await sealer.stop();
    const sealSeconds = (performance.now() - sealing) / 1_000;

    const cpu = process.cpuUsage();
    const verifying = performance.now();
    const report = await verifyAudit({ url: database.urls.portage_sealer, folder: auditFolder(dataDir) });
    const verifySeconds = (performance.now() - verifying) / 1_000;
    const { user, system } = process.cpuUsage(cpu);
    if (!report.verified || report.rows !== entries) {
      throw new Error(`not verified: ${[JSON.stringify(report), ...problems].join('; ')}`);
    }
    return { entries, batches: report.batches, sealSeconds, verifySeconds, verifyCpuSeconds: (user + system) / 1e6 };
  } finally {
    await database.stop();
    await rm(place, { recursive: true, force: true });
  }
}

async function write(url: string, entries: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  // Durability is not what is measured here.
  await client.query('set synchronous_commit = off');
  const perTransaction = 10;
  for (let written = 0; written < entries; written += perTransaction) {
    await client.query({
      name: 'write',
      text: `
        insert into audit_event (request_id, role, patient_id, action, outcome, sections, row_ids)
        select gen_random_uuid(), 'community-clinician', gen_random_uuid(), 'patient:read', 'done',
          '{oncology,palliative,results,medications,problems}', array(select gen_random_uuid() from generate_series(1, 40) where n > 0)
        from generate_series(1, $1::int) as n`,
      values: [Math.min(perTransaction, entries - written)],
    });
  }
  await client.end();
}

// With the load: other work on the same processors counts into the seconds.
const { entries, batches, sealSeconds, verifySeconds, verifyCpuSeconds } = await benchAudit(
  Number(process.argv[3] ?? 1_000_000),
);
console.log(
  `audit: ${entries} entries, ${batches} batches on ${availableParallelism()} cores (load ${loadavg()[0]?.toFixed(1)}): ` +
    `sealed in ${sealSeconds.toFixed(1)} s, verified in ${verifySeconds.toFixed(1)} s, ` +
    `${verifyCpuSeconds.toFixed(1)} s of it on the verifier's own processor (limit: a million in ${LIMIT_S} s)`,
);

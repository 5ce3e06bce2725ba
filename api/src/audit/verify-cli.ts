// npm run audit:verify [-- --json] [-- --witness FOLDER]
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#api/config.ts';
import { openDatabase } from '#api/database/index.ts';
import { formatReport } from './audit-report.ts';
import { auditFolder } from './signing-key.ts';
import { verifyAudit } from './verify.ts';

const USAGE = `Usage: npm run audit:verify -- [--json] [--witness FOLDER]

Recomputes the whole audit and compares it with its seals and with the signed checkpoints.
  --json            the report as one line of JSON
  --witness FOLDER  a copy of DATA_DIR/audit that is kept elsewhere (checkpoints.jsonl and *.public.pem)
Exit code: 0 verified, 1 not verified or not able to.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, witness: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const config = readConfig();
  const database = await openDatabase(config);
  try {
    const folder = values.witness === undefined ? auditFolder(config.dataDir) : resolve(values.witness);
    const report = await verifyAudit({ url: database.urls.portage_sealer, folder });
    console.log(values.json ? JSON.stringify(report) : formatReport(report));
    return report.verified ? 0 : 1;
  } finally {
    await database.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`audit: cannot be verified: ${(error as Error).message}`);
  process.exitCode = 1;
}

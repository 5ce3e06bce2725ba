// npm run rules -- preview FILE --as EMAIL
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { readConfig } from '#api/config.ts';
import { installationSecret, openDatabase } from '#api/database/index.ts';
import { readCentreTests } from '#api/duplicate-tests/index.ts';
import { createDoor } from '#api/identity/index.ts';
import { loadCentreRules } from './centre-rules.ts';
import { readCentreRules, type PlanContext } from './centre.ts';
import { OWN_RULES } from './data/rule-set.ts';
import { previewRules } from './preview-rules.ts';
import { previewText } from './preview-text.ts';

const USAGE = `Usage: npm run rules -- preview FILE --as EMAIL

Shows what a file of follow-up rules would change in each open plan, compared with the rules that the plan stands on.
FILE is what FOLLOW_UP_RULES_FILE would name. Changes nothing.
The plans are those that EMAIL may read, who gives the password here, or as the first line of standard input; the reading
is in the audit in that person's name. What is printed names patients.`;

/** What was asked for cannot be done; the message is for the person at the keyboard. */
class PreviewRefusedError extends Error {
  override readonly name = 'PreviewRefusedError';
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [command, file, ...rest] = positionals;
  if (values.help || command === undefined) return console.log(USAGE);
  if (command !== 'preview') throw new PreviewRefusedError(`there is no command ${command}\n\n${USAGE}`);
  if (file === undefined || rest.length > 0) throw new PreviewRefusedError(`name one file\n\n${USAGE}`);
  if (values.as === undefined) throw new PreviewRefusedError(`--as is missing\n\n${USAGE}`);
  const config = readConfig();
  // Before anything is opened: a file with a fault costs nobody a password.
  const { catalogue } = await readCentreTests(config);
  const rules = await loadCentreRules(file, OWN_RULES, catalogue);
  const centre = { rules: await readCentreRules(config.followUpRulesFile, catalogue), catalogue };
  const password = await passwordOf(values.as);
  const database = await openDatabase(config);
  const [pool, doorPool] = [pipelining(database.urls.portage_app), pipelining(database.urls.portage_door)];
  try {
    const door = createDoor(doorPool, await installationSecret(config.dataDir, config.secret));
    const origin = { requestId: randomUUID(), address: 'npm run rules' };
    const token = await tokenOf(door, { email: values.as, password }, origin);
    try {
      const context = { token, pool, requestId: origin.requestId, centre } as PlanContext;
      console.log(`Rules ${rules.version}, instead of ${centre.rules.version}\n`);
      for (const line of previewText(await previewRules(context, rules))) console.log(line);
    } finally {
      await door.close(token, origin);
    }
  } finally {
    await Promise.all([pool.end(), doorPool.end()]);
    await database.stop();
  }
}

const pipelining = (connectionString: string) =>
  new Pool({ connectionString, max: 1, pipeline: true } as ConstructorParameters<typeof Pool>[0]);

/** Signs in as at the portal, so that the walls and the audit know who reads. */
async function tokenOf(
  door: ReturnType<typeof createDoor>,
  credentials: { email: string; password: string },
  origin: { requestId: string; address: string },
): Promise<string> {
  const attempt = { email: credentials.email, address: origin.address };
  const admission = await door.admit(attempt);
  if (!admission.admitted)
    throw new PreviewRefusedError(`too many attempts: try again in ${admission.retryAfterSeconds} seconds`);
  const { member } = await door.authenticate('local', credentials);
  if (member === undefined) {
    await door.recordRefusal('wrong-credentials', { email: credentials.email }, origin);
    throw new PreviewRefusedError('the e-mail address or the password is not right');
  }
  const token = await door.open(member, undefined, origin);
  await door.succeeded(attempt);
  return token;
}

/** Typed without being shown, or the first line of what is piped in. */
async function passwordOf(email: string): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: process.stdin.isTTY });
  if (process.stdin.isTTY) process.stderr.write(`Password of ${email}: `);
  const password = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  if (process.stdin.isTTY) process.stderr.write('\n');
  if (password === '') throw new PreviewRefusedError('no password was given');
  return password;
}

try {
  await main();
} catch (error) {
  console.error(`rules: ${(error as Error).message}`);
  process.exitCode = 1;
}

// npm run cds-clients -- list | register | keys | revoke
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { readConfig } from '#api/config.ts';
import { openDatabase } from '#api/database/index.ts';
import { changeKeys, HookClientError, listClients, readKeys, registerClient, revokeClient } from './hooks/clients.ts';

const USAGE = `Usage: npm run cds-clients -- COMMAND

EHRs that may call CDS Hooks, each with its public keys and an account of its own in the practice that runs it.
  list                                                          all of them
  register --issuer URL --name NAME --practice NPI --keys FILE  FILE: a JSON Web Key Set, EC P-384 or RSA
  keys --issuer URL --keys FILE                                 replaces its keys
  revoke --issuer URL                                           lets it in no more
The practice may be given by NPI, id or exact name. Each change is in the audit.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      issuer: { type: 'string' },
      name: { type: 'string' },
      practice: { type: 'string' },
      keys: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const given = (option: 'issuer' | 'name' | 'practice' | 'keys'): string => {
    const value = values[option]?.trim();
    if (value) return value;
    throw new HookClientError(`--${option} is missing\n\n${USAGE}`);
  };
  const keys = async () => readKeys(await readFile(given('keys'), 'utf8'));
  const [command] = positionals;
  if (values.help || command === undefined) return console.log(USAGE);
  await asSteward(async (pool) => {
    if (command === 'list') return show(pool);
    if (command === 'register') {
      const client = { issuer: issuerOf(given('issuer')), name: given('name'), practice: given('practice') };
      await registerClient(pool, { ...client, keys: await keys() });
    } else if (command === 'keys') await changeKeys(pool, given('issuer'), await keys());
    else if (command === 'revoke') await revokeClient(pool, given('issuer'));
    else throw new HookClientError(`there is no command ${command}\n\n${USAGE}`);
    console.log(`${command}: done for ${given('issuer')}`);
  });
}

function issuerOf(text: string): string {
  if (URL.canParse(text)) return text;
  throw new HookClientError('--issuer must be a URL, as the EHR writes it into `iss`');
}

async function show(pool: Pool): Promise<void> {
  const clients = await listClients(pool);
  if (clients.length === 0) console.log('no EHR is registered');
  for (const { issuer, name, practice, keys, revokedAt } of clients)
    console.log(`${issuer}  ${name}, ${practice}  ${keys.join(', ')}${revokedAt ? '  revoked' : ''}`);
}

async function asSteward(work: (pool: Pool) => Promise<void>): Promise<void> {
  const database = await openDatabase(readConfig());
  const pool = new Pool({ connectionString: database.urls.portage_steward, max: 1 });
  try {
    await work(pool);
  } finally {
    await pool.end();
    await database.stop();
  }
}

try {
  await main();
} catch (error) {
  console.error(`cds-clients: ${(error as Error).message}`);
  process.exitCode = 1;
}

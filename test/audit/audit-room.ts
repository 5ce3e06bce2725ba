// A database of its own with an audit in it, a folder for its checkpoints, and the hands to break both.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startSealer, verifyAudit, type AuditReport, type Sealer, type SealerOptions } from '#api/audit/index.ts';
import { openTestDatabase, type TestDatabase } from '#test/kit/database.ts';

export interface AuditRoom {
  readonly database: TestDatabase;
  /** The superuser, whom no policy binds. */
  readonly owner: Client;
  readonly dataDir: string;
  /** Where checkpoints.jsonl is. */
  readonly folder: string;
  /** What sealers said at level error. */
  readonly alarms: string[];
  /** A sealer that looks only when it is told to, unless `everyMs` says otherwise. */
  sealer(options?: Partial<SealerOptions>): Promise<Sealer>;
  /** One connection more, closed with the room. */
  connect(url?: string): Promise<Client>;
  verify(): Promise<AuditReport>;
  close(): Promise<void>;
}

export async function openAuditRoom(): Promise<AuditRoom> {
  const database = await openTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'portage-audit-'));
  const folder = join(dataDir, 'audit');
  const alarms: string[] = [];
  const log = { info: () => undefined, error: (facts: object) => void alarms.push(JSON.stringify(facts)) };
  const url = database.urls.portage_sealer;
  const sealers: Sealer[] = [];
  const clients: Client[] = [];
  const connect = async (address = database.ownerUrl) => {
    const client = new Client({ connectionString: address });
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  };
  return {
    database,
    owner: await connect(),
    dataDir,
    folder,
    alarms,
    connect,
    sealer: async (options) => {
      const sealer = await startSealer({ url, dataDir, log, everyMs: 3_600_000, ...options });
      sealers.push(sealer);
      await sealer.sealNow();
      return sealer;
    },
    verify: () => verifyAudit({ url, folder }),
    close: async () => {
      await Promise.all(sealers.map((sealer) => sealer.stop()));
      await Promise.all(clients.map((client) => client.end()));
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Writes rows in the caller's transaction, each with something in every column or nothing in most. */
export async function writeRows(client: Client, rows = 1, action = 'patient:read'): Promise<void> {
  await client.query(
    `insert into audit_event (request_id, patient_id, role, action, outcome, sections, row_ids, detail)
     select gen_random_uuid(), case when n % 3 > 0 then gen_random_uuid() end, 'oncologist', $2, 'done',
       case when n % 2 > 0 then array['oncology', 'pa"l,l{ia}tive', 'NULL', ''] else '{}' end,
       case when n % 3 > 0 then array[gen_random_uuid(), gen_random_uuid()] else '{}' end,
       case n % 4 when 0 then null when 1 then '' when 2 then E'two\\nlines — "quoted"' else 'null' end
     from generate_series(1, $1::int) as n`,
    [rows, action],
  );
}

export async function countOf(client: Client, table: 'audit_event' | 'audit_seal'): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return rows[0]?.count ?? 0;
}

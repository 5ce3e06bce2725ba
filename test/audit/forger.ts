// What somebody with the superuser's password and this source code can do to the audit's tables.
import type { Client } from 'pg';
import { BatchDigest } from '#api/audit/batch-digest.ts';
import { GENESIS_HASH, readSeals, sealHash } from '#api/audit/seal.ts';
import { digestBetween } from '#api/audit/sealed-rows.ts';
import { NOTHING, parseSnapshot } from '#api/audit/snapshot.ts';

export interface Scene {
  readonly client: Client;
  readonly folder: string;
  readonly rows: number;
  readonly batches: number;
}

/** Numbers that chance gives; a forgery takes of them what it needs. */
export interface Chance {
  readonly a: number;
  readonly b: number;
}

/** Answers false when chance made it change nothing. */
export type Forgery = (scene: Scene, chance: Chance) => Promise<boolean>;

const ROW = `(select id from audit_event order by xid, id offset $1 limit 1)`;

/** For each column an expression that is never its present value. */
const EDITS: readonly (readonly [string, string])[] = [
  ['id', 'id + 1000000'],
  ['xid', `(xid::text::bigint + 1)::text::xid8`],
  ['xid', `(xid::text::bigint - 1)::text::xid8`],
  ['xid', `(xid::text::bigint + 1000000000)::text::xid8`],
  ['at', `at + interval '1 microsecond'`],
  ['at', `at - interval '1 day'`],
  ['at', `'infinity'`],
  ['at', `(at at time zone 'UTC')::text::timestamptz + interval '1 hour'`],
  ['at', `(to_char(at, 'YYYY-MM-DD HH24:MI:SS.US+00') || ' BC')::timestamptz`],
  ...['request_id', 'session_id', 'person_id', 'acting_for_id', 'organization_id', 'patient_id'].flatMap((name) => [
    [name, 'gen_random_uuid()'] as const,
    [name, `case when ${name} is null then gen_random_uuid() end`] as const,
  ]),
  ...['role', 'action', 'detail'].flatMap((name) => [
    [name, `coalesce(${name}, '') || ' '`] as const,
    [name, `case when ${name} is null then 'null' when ${name} = 'null' then '' else 'null' end`] as const,
  ]),
  ['action', `upper(action)`],
  ['detail', `case when detail is null then '' else replace(detail, E'\\n', '\\n') || E'\\n' end`],
  ['outcome', `case outcome when 'done' then 'denied' else 'done' end`],
  ['sections', `sections || 'oncology'::text`],
  ['sections', `sections || null::text`],
  ['sections', `case when sections = '{}' then '{""}' else '{}' end::text[]`],
  ['sections', `array[array_to_string(sections, ',')]`],
  ['sections', `case when sections = '{}' then '{NULL}' else '[2:2]={oncology}' end::text[]`],
  ['row_ids', `row_ids || gen_random_uuid()`],
  ['row_ids', `case when row_ids = '{}' then '{00000000-0000-0000-0000-000000000000}' else row_ids[2:] end::uuid[]`],
];

const SEAL_EDITS: readonly (readonly [string, string])[] = [
  ['batch', 'batch + 1000'],
  ['encoding', 'encoding + 1'],
  [
    'covers',
    `(pg_snapshot_xmin(covers)::text || ':' || (pg_snapshot_xmax(covers)::text::bigint + 1) || ':')::pg_snapshot`,
  ],
  ['covers', `'1:2:'`],
  ['rows', 'rows + 1'],
  ['rows', 'rows - 1'],
  ['content', `sha256(content)`],
  ['row_digests', `set_byte(row_digests, 3, 255 - get_byte(row_digests, 3))`],
  ['row_digests', `row_digests || '\\x00000000000000000000000000000000'`],
  ['sealed_at', `sealed_at + interval '1 microsecond'`],
  ['previous_hash', `sha256(previous_hash)`],
  ['hash', `sha256(hash)`],
];

async function changed(client: Client, sql: string, values: unknown[] = []): Promise<boolean> {
  return ((await client.query(sql, values)).rowCount ?? 0) > 0;
}

/** Makes every seal from a batch on true again, as anybody can who knows how seals are made. */
async function resealFrom(client: Client, from: number): Promise<void> {
  let before = { hash: GENESIS_HASH, covers: NOTHING };
  for (const seal of await readSeals(client)) {
    const covers = parseSnapshot(seal.covers);
    let { hash } = seal;
    if (seal.batch >= from) {
      const digest: BatchDigest = await digestBetween(client, before.covers, covers);
      const content = digest.content().toString('hex');
      hash = sealHash({ ...seal, rows: digest.rows, content, previousHash: before.hash });
      await client.query(
        `update audit_seal set rows = $2, content = decode($3, 'hex'), row_digests = $4,
           previous_hash = decode($5, 'hex'), hash = decode($6, 'hex') where batch = $1`,
        [seal.batch, digest.rows, content, digest.rowDigests(), before.hash, hash],
      );
    }
    before = { hash, covers };
  }
}

/** What both tables hold, in short: two forgeries may undo one another. */
export async function stateOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ state: string }>(
    `select md5(coalesce((select string_agg(e::text, '|' order by id) from audit_event e), '')
      || coalesce((select string_agg(s::text, '|' order by batch) from audit_seal s), '')) as state`,
  );
  return rows[0]!.state;
}

const deleteBatches = async (client: Client, from: number) => {
  await client.query(
    `delete from audit_event where not pg_visible_in_snapshot(xid, (select covers from audit_seal where batch = $1))`,
    [from - 1],
  );
  return changed(client, 'delete from audit_seal where batch >= $1', [from]);
};

export const tableForgeries: Readonly<Record<string, Forgery>> = {
  'a value of a row is edited': ({ client, rows }, { a, b }) => {
    const [column, value] = EDITS[b % EDITS.length]!;
    return changed(
      client,
      `update audit_event set ${column} = ${value} where id = ${ROW} and ${column} is distinct from ${value}`,
      [a % rows],
    );
  },
  'rows are deleted': ({ client, rows }, { a, b }) =>
    changed(
      client,
      'delete from audit_event where id in (select id from audit_event order by xid, id offset $1 limit $2)',
      [a % rows, 1 + (b % 30)],
    ),
  'two rows change places': async ({ client, rows }, { a, b }) => {
    if (a % rows === b % rows) return false;
    return changed(
      client,
      `update audit_event e set patient_id = o.patient_id, request_id = o.request_id, at = o.at, action = o.action,
         detail = o.detail, sections = o.sections, row_ids = o.row_ids
       from audit_event o
       where (e.id, o.id) in ((${ROW}, ${ROW.replace('$1', '$2')}), (${ROW.replace('$1', '$2')}, ${ROW}))`,
      [a % rows, b % rows],
    );
  },
  'two rows change their transactions': ({ client, rows }, { a, b }) =>
    changed(
      client,
      `update audit_event e set xid = o.xid from audit_event o
       where (e.id, o.id) in ((${ROW}, ${ROW.replace('$1', '$2')}), (${ROW.replace('$1', '$2')}, ${ROW})) and e.xid <> o.xid`,
      [a % rows, b % rows],
    ),
  'a row is inserted into a sealed range': ({ client, rows }, { a, b }) =>
    changed(
      client,
      `insert into audit_event (id, xid, at, action, outcome) overriding system value
       select $2, new_xid::text::xid8, at, 'patient:read', 'done'
       from audit_event, greatest(3, xid::text::bigint + $3) as new_xid
       where id = ${ROW} and new_xid::text::xid8 < (select max(pg_snapshot_xmax(covers)) from audit_seal)`,
      [a % rows, 5_000_000 + b, (b % 3) - 1],
    ),
  'a copy of a row is inserted': ({ client, rows }, { a, b }) =>
    changed(
      client,
      `insert into audit_event (id, xid, at, request_id, patient_id, role, action, outcome, sections, row_ids, detail)
       overriding system value
       select $2, xid, at, request_id, patient_id, role, action, outcome, sections, row_ids, detail
       from audit_event where id = ${ROW}`,
      [a % rows, -b],
    ),
  'a row of the future is inserted': ({ client }, { a }) =>
    changed(
      client,
      `insert into audit_event (xid, action, outcome) values ((pg_current_xact_id()::text::bigint + $1::int)::text::xid8, 'patient:read', 'done')`,
      [1 + (a % 1_000)],
    ),
  'all rows are truncated': async ({ client }) => {
    await client.query('truncate audit_event');
    return true;
  },
  'the whole audit is truncated': async ({ client }) => {
    await client.query('truncate audit_event, audit_seal');
    return true;
  },
  'the last batches are cut off with their rows': ({ client, batches }, { a }) =>
    deleteBatches(client, 2 + (a % (batches - 1))),
  'the last batches are cut off and their rows sealed anew as one': async ({ client, batches }, { a }) => {
    const keep = a % batches;
    if (keep >= batches - 1) return false;
    await client.query(
      `update audit_seal set covers = (select covers from audit_seal order by batch desc limit 1) where batch = $1 + 1`,
      [keep],
    );
    await client.query('delete from audit_seal where batch > $1 + 1', [keep]);
    await resealFrom(client, keep + 1);
    return true;
  },
  'a seal is deleted': ({ client, batches }, { a }) =>
    changed(client, 'delete from audit_seal where batch = $1', [1 + (a % batches)]),
  'a value of a seal is edited': ({ client, batches }, { a, b }) => {
    const [column, value] = SEAL_EDITS[b % SEAL_EDITS.length]!;
    return changed(
      client,
      `update audit_seal set ${column} = ${value} where batch = $1 and ${column}::text <> (${value})::text`,
      [1 + (a % batches)],
    );
  },
  'two seals change their numbers': async ({ client, batches }, { a, b }) => {
    const [one, other] = [1 + (a % batches), 1 + (b % batches)];
    if (one === other) return false;
    await client.query('update audit_seal set batch = -1 where batch = $1', [one]);
    await client.query('update audit_seal set batch = $1 where batch = $2', [one, other]);
    return changed(client, 'update audit_seal set batch = $1 where batch = -1', [other]);
  },
  'a row is edited and the chain made true again': async ({ client, rows }, { a, b }) => {
    const edited = await changed(client, `update audit_event set patient_id = $2 where id = ${ROW}`, [
      a % rows,
      `00000000-0000-4000-8000-${String(b % 1_000_000).padStart(12, '0')}`,
    ]);
    await resealFrom(client, 1);
    return edited;
  },
  'rows are deleted and the chain made true again': async ({ client, rows }, { a }) => {
    const deleted = await changed(client, `delete from audit_event where id = ${ROW}`, [a % rows]);
    await resealFrom(client, 1);
    return deleted;
  },
  'a false seal is put at the end': async ({ client }, { a }) => {
    const last = (await readSeals(client)).at(-1)!;
    const xmax = parseSnapshot(last.covers).xmax;
    const unhashed = {
      ...last,
      batch: last.batch + 1,
      previousHash: last.hash,
      covers: `${xmax}:${xmax + BigInt(a)}:`,
    };
    return changed(
      client,
      `insert into audit_seal select $1, encoding, $2, rows, content, row_digests, sealed_at, hash, decode($3, 'hex')
       from audit_seal where batch = $4`,
      [unhashed.batch, unhashed.covers, sealHash(unhashed), last.batch],
    );
  },
};

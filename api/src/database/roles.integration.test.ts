import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, inject, it } from 'vitest';
import { openCluster } from '#api/database/embedded.ts';
import { openDatabase, roleUrls } from '#api/database/index.ts';
import { openTestDatabase, SECRET } from '#test/kit/database.ts';

it('passwords are what README.md lets a DBA reckon with openssl', () => {
  const { portage_app: url } = roleUrls('postgres://owner@db.example/portage', '0123456789abcdef0123456789abcdef');
  expect(new URL(url).password).toBe('Wr06in7AZ__Gt5nyO_d9YEQTbEtBcOesRd5sm4ZlaHM');
});

async function open(clusterUrl: string, owner: string, secret: string) {
  const url = Object.assign(new URL(clusterUrl), { username: owner, password: 'given', pathname: `/${owner}` });
  const database = await openDatabase({ databaseUrl: url.href, dataDir: tmpdir(), secret });
  expect(database.migrated.length).toBeGreaterThan(10);
  const app = new Client({ connectionString: database.urls.portage_app });
  await app.connect();
  expect((await app.query('select count(*)::int as seen from patient')).rows).toEqual([{ seen: 0 }]);
  await app.end();
}

async function asDba(clusterUrl: string, work: (dba: Client) => Promise<void>): Promise<void> {
  const dba = new Client({ connectionString: clusterUrl });
  await dba.connect();
  try {
    await work(dba);
  } finally {
    await dba.end();
  }
}

it('an owner who may create roles creates them', { timeout: 60_000 }, async () => {
  const home = await mkdtemp(join(tmpdir(), 'portage-roles-'));
  await chmod(home, 0o755);
  const cluster = await openCluster(join(home, 'data'), { durable: false });
  try {
    await asDba(cluster.superuserUrl, async (dba) => {
      await dba.query(`create role portage login createrole password 'given'`);
      await dba.query(`create database portage owner portage`);
    });
    await open(cluster.superuserUrl, 'portage', SECRET);
  } finally {
    await cluster.stop();
    await rm(home, { recursive: true });
  }
});

it('an owner who may not finds those that a DBA has made', { timeout: 60_000 }, async () => {
  // The cluster's roles, with the passwords of this secret, are there from now on.
  await (await openTestDatabase()).drop();
  const owner = `owner_${randomUUID().slice(0, 8)}`;
  await asDba(inject('clusterUrl'), async (dba) => {
    try {
      await dba.query(`create role ${owner} login password 'given'`);
      await dba.query(`create database ${owner} owner ${owner}`);
      await dba.query(`grant portage_resolver to ${owner}`);
      await open(inject('clusterUrl'), owner, SECRET);
    } finally {
      await dba.query(`drop database if exists ${owner} with (force)`);
      await dba.query(`drop role if exists ${owner}`);
    }
  });
});

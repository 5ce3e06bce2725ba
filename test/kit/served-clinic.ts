// A clinic with Portage in front of it: real HTTP on a port of its own, real PostgreSQL behind.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { servePortage } from '#api/app.ts';
import { readConfig } from '#api/config.ts';
import { createLogger } from '#api/http/index.ts';
import { hashPassword } from '#api/identity/index.ts';
import { Caller } from './caller.ts';
import { openClinic, type Clinic, type PersonInClinic } from './clinic.ts';
import { SECRET } from './database.ts';

export const PASSWORD = 'correct horse battery';

export interface ServedClinic {
  readonly clinic: Clinic;
  readonly url: string;
  /** Everything that was logged. */
  logged(): string;
  /** A browser without cookies. */
  caller(): Caller;
  /** Gives a person the password `PASSWORD`. */
  admit(person: PersonInClinic): Promise<void>;
  close(): Promise<void>;
}

/** @param environment as of the process that serves, such as NODE_ENV */
export async function serveClinic(environment: NodeJS.ProcessEnv = {}, portalFolder?: string): Promise<ServedClinic> {
  const clinic = await openClinic();
  const dataDir = await mkdtemp(join(tmpdir(), 'portage-served-'));
  const lines: string[] = [];
  const log = createLogger(
    'trace',
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    }),
  );
  const config = { ...readConfig({ DATA_DIR: dataDir, PORT: '0', ...environment }), secret: SECRET };
  const database = { urls: clinic.database.urls, stop: async () => undefined };
  const portage = await servePortage(config, database, {
    log,
    portalFolder: portalFolder ?? join(dataDir, 'no-portal'),
  });
  return {
    clinic,
    url: portage.url,
    logged: () => lines.join(''),
    caller: () => new Caller(portage.url),
    async admit(person) {
      const password_hash = await hashPassword(PASSWORD);
      await clinic.insert('portage_steward', 'credential', { person_id: person.id, password_hash });
    },
    async close() {
      await portage.close();
      await clinic.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

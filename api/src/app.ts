import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { startSealer } from '#api/audit/index.ts';
import type { Config } from '#api/config.ts';
import { installationSecret, openDatabase, type Database } from '#api/database/index.ts';
import { createHooksDoor, readCentreTests, serveCdsHooks, type CentreTests } from '#api/duplicate-tests/index.ts';
import { createApollo } from '#api/graphql/apollo.ts';
import type { Door, StreamContext } from '#api/graphql/context.ts';
import { describeFault } from '#api/graphql/fault.ts';
import { buildPortageSchema } from '#api/graphql/schema.ts';
import { createSubscriber } from '#api/graphql/subscriptions.ts';
import {
  closeServer,
  createLogger,
  createServer,
  demandFreePort,
  listen,
  requestContext,
  SessionCookie,
  type ContextOf,
} from '#api/http/index.ts';
import { createDoor, preparePasswords } from '#api/identity/index.ts';
import { serveAttachments } from '#api/messaging/index.ts';
import {
  plannedSurveillance,
  readCentreRules,
  servePaper,
  type PlanCentre,
  type RuleSet,
} from '#api/survivorship/index.ts';
import { jobList } from '#api/job-list.ts';
import { startJobs } from '#api/jobs/index.ts';
import { startWakeUps } from '#api/live/index.ts';
import { openChannels, serveDevelopmentMail } from '#api/notifications/index.ts';

export interface Portage {
  /** Where it is reached from this machine. */
  readonly url: string;
  /** Stops everything in order, the database last. Safe to call twice. */
  close(): Promise<void>;
}

export interface PortageOptions {
  /** Told what is being done, for a person who waits. */
  readonly announce?: (line: string) => void;
  /** Gives up a start that is under way, and leaves nothing open. */
  readonly signal?: AbortSignal;
  readonly log?: Logger;
  /** Folder of the built portal; standard: .build/portal. */
  readonly portalFolder?: string;
  /** What the centre set for its checks; standard: what the configuration's files say. */
  readonly centre?: CentreTests;
  /** What it set for follow-up plans; standard: what the configuration's file says. */
  readonly rules?: RuleSet;
}

/** Of the ten seconds that a stop may take. */
const REQUESTS_MAY_TAKE_MS = 5_000;
const CONNECTIONS_MAY_TAKE_MS = 2_000;

/**
 * Brings Portage up: the database, the demo when it is wanted, the server.
 * @throws an error whose message is one line for the operator when port, data folder or database cannot be used.
 */
export async function createPortage(config: Config, options: PortageOptions = {}): Promise<Portage> {
  // First of all: otherwise a second server on the same port would find out last.
  await demandFreePort(config);
  const centre = await readCentreTests(config);
  const rules = await readCentreRules(config.followUpRulesFile, centre.catalogue);
  const log = options.log ?? createLogger(config.logLevel);
  const database = await openDatabase(config, log);
  try {
    options.signal?.throwIfAborted();
    if (config.demo) {
      const { loadDemo } = await import('#seeds/load-demo.ts');
      const address = config.publicUrl ?? `http://localhost:${config.port}`;
      await loadDemo(database.urls, config.demoPassword, { ...options, address });
    }
  } catch (error) {
    await database.stop();
    throw error;
  }
  return servePortage(config, database, { ...options, log, centre, rules });
}

/** Serves a database that is open and migrated; closing closes the database too, and so does failing. */
export async function servePortage(
  config: Config,
  database: Pick<Database, 'urls' | 'stop'>,
  options: PortageOptions = {},
): Promise<Portage> {
  const log = options.log ?? createLogger(config.logLevel);
  const closers: (() => Promise<unknown>)[] = [() => database.stop()];
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= closeAll(closers, log));
  try {
    const secret = await installationSecret(config.dataDir, config.secret);
    const sealer = await startSealer({ url: database.urls.portage_sealer, dataDir: config.dataDir, log });
    closers.push(() => sealer.stop());
    const pool = openPool(database.urls.portage_app, 16, log);
    const doorPool = openPool(database.urls.portage_door, 4, log);
    closers.push(() => Promise.race([Promise.all([pool.end(), doorPool.end()]), sleep(CONNECTIONS_MAY_TAKE_MS)]));
    const wakeUps = startWakeUps(database.urls.portage_app, log);
    closers.push(() => wakeUps.stop());
    await preparePasswords();
    const centre = options.centre ?? (await readCentreTests(config));
    const rules = options.rules ?? (await readCentreRules(config.followUpRulesFile, centre.catalogue));
    const portalFolder = options.portalFolder ?? join(projectRoot(), '.build', 'portal');
    const mails = config.production ? undefined : openPool(database.urls.portage_worker, 1, log);
    closers.push(async () => mails?.end());
    const app = await createApp(config, {
      log,
      pool,
      mails,
      door: createDoor(doorPool, secret),
      hooks: createHooksDoor(doorPool),
      wakeUps,
      centre,
      plans: { rules, catalogue: centre.catalogue },
      portalFolder,
    });
    let url = '';
    if (config.production && !config.mail) log.warn('no mail is sent: SMTP_URL is not set');
    const channels = openChannels(config.mail, config.production);
    const linkTo = (path: string) => new URL(path, config.publicUrl ?? url).href;
    const jobs = startJobs({ url: database.urls.portage_worker, jobs: jobList({ channels, linkTo }), log });
    closers.push(() => Promise.all([jobs.stop(), closeServer(app, REQUESTS_MAY_TAKE_MS)]));
    options.signal?.throwIfAborted();
    url = await listen(app, config);
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface AppParts {
  readonly log: Logger;
  readonly pool: Pool;
  readonly door: Door;
  readonly hooks: ReturnType<typeof createHooksDoor>;
  readonly wakeUps: StreamContext['wakeUps'];
  readonly centre: CentreTests;
  readonly plans: PlanCentre;
  /** For the page that shows what mails were written; there is none in production. */
  readonly mails: Pool | undefined;
  readonly portalFolder: string;
}

async function createApp(config: Config, parts: AppParts): Promise<FastifyInstance> {
  const { log, pool, door, hooks, wakeUps, centre, plans, mails, portalFolder } = parts;
  const { production, trustProxy, publicUrl } = config;
  const cookie = new SessionCookie({ secure: production });
  const schema = buildPortageSchema(centre, plans);
  const apollo = await createApollo({ schema, production, log });
  const subscribe = createSubscriber(schema, { production });
  const contextOf: ContextOf = (request, reply) =>
    requestContext(request, parts, {
      token: cookie.read(request),
      setSessionCookie: (token, expiresAt) => cookie.set(reply, token, expiresAt),
      clearSessionCookie: () => cookie.clear(reply),
    });
  const handler = fastifyApolloHandler(apollo, { context: async (request, reply) => contextOf(request, reply) });
  return createServer({
    production,
    trustProxy,
    log,
    pool,
    portalFolder,
    routes: (app) => {
      if (mails) serveDevelopmentMail(app, mails);
      serveAttachments(app, contextOf);
      servePaper(app, contextOf, plans);
      if (production && publicUrl === undefined) return log.warn('CDS Hooks are off: PUBLIC_URL is not set');
      serveCdsHooks(app, { pool, door, hooks, publicUrl, catalogue: centre.catalogue, plans: plannedSurveillance });
    },
    graphql: (request, reply) => handler.call(request.server, request, reply) as Promise<unknown>,
    subscribe: (asked, request, reply, signal) =>
      subscribe(asked, Object.freeze({ ...contextOf(request, reply), wakeUps, signal })),
  });
}

function openPool(connectionString: string, max: number, log: Logger): Pool {
  const pool = new Pool({
    connectionString,
    max,
    // BEGIN, the session, the statement and COMMIT leave together.
    pipeline: true,
    statement_timeout: 15_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'portage',
  });
  // An idle connection that breaks is replaced by the next request's.
  pool.on('error', (error) => log.warn({ fault: describeFault(error) }, 'an idle database connection broke'));
  return pool;
}

async function closeAll(closers: readonly (() => Promise<unknown>)[], log: Logger): Promise<void> {
  for (const step of closers.toReversed()) {
    try {
      await step();
    } catch (error) {
      log.error({ fault: describeFault(error) }, 'a part could not be closed');
    }
  }
}

/** The folder that holds the workspace, from the sources as well as from what was built out of them. */
function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'pnpm-workspace.yaml')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

// The servers that are measured, each in a process of its own.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface Server {
  readonly url: string;
  /** CPU time of the process since it began, user and system, in milliseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Portage as `npm start` runs it, from its production build, on a database that is up already. */
export function startPortage(dataDir: string): Promise<Server> {
  const { DATABASE_URL: _, ...environment } = process.env;
  return start(file('../../.build/api/main.js'), ['--enable-source-maps'], {
    ...environment,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: '0',
  });
}

export function startLimit(databaseUrl: string, poolSize: number, variant: 'parsed' | 'text'): Promise<Server> {
  return start(file('limit-server.ts'), [], {
    ...process.env,
    NODE_ENV: 'production',
    LIMIT_DATABASE_URL: databaseUrl,
    LIMIT_POOL_SIZE: String(poolSize),
    LIMIT_VARIANT: variant,
  });
}

async function start(module: string, flags: string[], env: NodeJS.ProcessEnv): Promise<Server> {
  const child = fork(module, {
    env,
    execArgv: [...flags, '--import', file('cpu-reporter.ts')],
    // Log lines are written as in production, and go nowhere.
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  const url = await ready(child);
  return {
    url,
    cpu: async () => {
      child.send('cpu');
      const [{ cpu }] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage }];
      return (cpu.user + cpu.system) / 1_000;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await Promise.race([once(child, 'exit'), sleep(10_000)]);
    },
  };
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /ready: (http:\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) =>
      reject(new Error(`a server ended with ${code} before it was ready; it said: ${said.trim()}`)),
    );
  });
}

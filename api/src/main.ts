import { createPortage, type Portage } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { describeFault } from './graphql/fault.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const starting = new AbortController();
let portage: Portage | undefined;
let stopping: Promise<void> | undefined;

async function stop(exitCode: number): Promise<void> {
  // Whatever hangs: who asked for an end gets one.
  setTimeout(() => process.exit(1), 9_500).unref();
  // A start that is under way is given up where it can be, and closes what it has opened.
  starting.abort();
  await started;
  await portage?.close();
  process.exit(exitCode);
}

// A terminal's Ctrl+C reaches the launcher too, which hands it on: the second one is the same request.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void (stopping ??= stop(0)));

// Node would print the message, which may quote a patient's facts. What state we are in nobody knows: stop.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${JSON.stringify({ level: 60, fault: describeFault(error), msg: 'unexpected fault' })}\n`);
  stopping ??= stop(1);
});

async function start(): Promise<void> {
  try {
    const config = readConfig();
    portage = await createPortage(config, { announce: say, signal: starting.signal });
    if (stopping) return;
    say(`\nPortage is ready: ${portage.url}`);
    if (!config.demo) return;
    const { demoAccounts } = await import('#seeds/load-demo.ts');
    say(`\n${demoAccounts(config.demoPassword)}`);
  } catch (error) {
    if (stopping) return;
    process.stderr.write(`Portage could not start. ${oneLine(error)}\n`);
    process.exit(1);
  }
}

function oneLine(error: unknown): string {
  const { message, name } = error instanceof Error ? error : new Error(String(error));
  const [line = ''] = (message || name).split('\n');
  return error instanceof ConfigError ? `The configuration cannot be used: ${line}` : line;
}

const started = start();

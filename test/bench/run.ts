// npm run bench [-- summary | checks | audit] [-- --quick]: what is asked of speed, measured on this machine.
import { argv, exit } from 'node:process';

const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  summary: () => import('./summary.bench.ts'),
  checks: () => import('./checks.bench.ts'),
  audit: () => import('./audit.bench.ts'),
};

const [wanted = 'summary'] = argv.slice(2).filter((arg) => !arg.startsWith('--'));
const bench = BENCHES[wanted];
if (bench === undefined) {
  console.error(`usage: npm run bench -- BENCH [--quick]   (benches: ${Object.keys(BENCHES).join(', ')})`);
  exit(2);
}
await bench();

// One check without HTTP and without the least time that an answer takes: the statement, its rows read, and the judgement.
import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { OWN_CATALOGUE } from '#api/duplicate-tests/catalogue.ts';
import { judge } from '#api/duplicate-tests/judge.ts';
import { readAtOnce } from '#api/duplicate-tests/read-history.ts';
import type { RequestContext } from '#api/graphql/context.ts';
import { plannedSurveillance } from '#api/survivorship/planned-surveillance.ts';
import type { World } from './world.ts';

const KNOWLEDGE = { catalogue: OWN_CATALOGUE, plans: plannedSurveillance };
/** A marker, a panel, a value and imaging. */
const TESTS = ['CEA', 'CMP', 'creatinine', 'CT chest'];

export interface Checker {
  /** Checks the next patient; when all have had a test, the next test. */
  check(): Promise<void>;
  /** Statements sent so far. */
  statements(): number;
  stop(): Promise<void>;
}

/** A physician who checks one test after the other, on one connection. */
export function checkerOf({ appUrl, token, granted }: World): Checker {
  const pool = new Pool({ connectionString: appUrl, max: 1, pipeline: true } as ConstructorParameters<typeof Pool>[0]);
  let [asked, sent] = [0, 0];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, { query: (...args: unknown[]) => ((sent += 1), query(...args)) });
  });
  return {
    async check() {
      const name = { text: TESTS[Math.floor(asked / granted.length) % TESTS.length] };
      const patient = granted[asked++ % granted.length] ?? '';
      const context = { token, pool, requestId: randomUUID() } as RequestContext;
      const { chart, history } = await readAtOnce(context, patient, [name], KNOWLEDGE);
      judge({ name, on: chart.now, situation: 'routine' }, history, OWN_CATALOGUE, chart.now);
    },
    statements: () => sent,
    stop: () => pool.end(),
  };
}

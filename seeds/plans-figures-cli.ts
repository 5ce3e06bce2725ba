// Builds a follow-up plan for every curative patient of the demo and every adult with cancer of the shared samples,
// in a database that is thrown away, and counts what the records told.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool, type QueryResultRow } from 'pg';
import { openDatabase, type Database } from '#api/database/index.ts';
import { hashOfToken, newSessionToken, registerParties } from '#api/identity/index.ts';
import { importFhir } from '#api/ingest/index.ts';
import {
  buildPlan,
  OWN_CENTRE,
  readRecordForPlan,
  type Plan,
  type PlanContext,
  type TreatmentFacts,
} from '#api/survivorship/index.ts';
import { stories } from './cohort/index.ts';
import { demoCohort } from './index.ts';

const ZONE = 'America/Denver';
const ADULT = 18;
const READER = { organization: randomUUID(), person: randomUUID(), email: 'figures@plans.example' };

interface Built {
  readonly name: string;
  readonly set: string;
  readonly facts: TreatmentFacts;
  readonly plan: Plan;
  readonly milliseconds: number;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portage-plans-'));
  // As root, the server runs as another user, who must pass through this folder.
  await chmod(folder, 0o711);
  const database = await openDatabase({ databaseUrl: undefined, dataDir: folder, secret: undefined });
  try {
    const token = await reader(database);
    await load(database);
    const built = await buildAll(database, token);
    const wanted = process.argv.slice(2);
    if (wanted.length > 0)
      for (const one of built.filter(({ name }) => wanted.some((part) => name.includes(part)))) tell(one);
    else report(built);
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** An oncologist to whom every patient is shared. @returns the token of their session. */
async function reader({ urls }: Database): Promise<string> {
  await registerParties(
    urls.portage_steward,
    [{ id: READER.organization, kind: 'cancer-centre', name: 'Figures', timeZone: ZONE }],
    [
      {
        id: READER.person,
        email: READER.email,
        familyName: 'Figures',
        givenName: 'Reader',
        memberships: [{ organizationId: READER.organization, role: 'oncologist' }],
      },
    ],
  );
  const token = newSessionToken();
  const [membership] = await ask<{ id: string }>(
    urls.portage_steward,
    'select id from membership where person_id = $1',
    [READER.person],
  );
  await ask(urls.portage_door, `select app.open_session($1, $2, $3, now() + interval '1 hour')`, [
    randomUUID(),
    hashOfToken(token),
    membership?.id,
  ]);
  return token;
}

async function ask<Row extends QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function load({ urls }: Database): Promise<void> {
  const pool = new Pool({ connectionString: urls.portage_ingest, max: 2 });
  const samples = process.env['FHIR_SAMPLES'];
  const cohort = demoCohort(new Date()).bundles.map(({ name, bundle }) => ({ name, bundle }));
  await importFhir(pool, cohort, { shareWith: READER.email });
  if (samples) await importFhir(pool, [join(samples, 'dev'), join(samples, 'mcode')], { shareWith: READER.email });
  await pool.end();
}

async function buildAll({ urls }: Database, token: string): Promise<Built[]> {
  const pool = new Pool({ connectionString: urls.portage_app, max: 1, pipeline: true } as ConstructorParameters<
    typeof Pool
  >[0]);
  pool.on('error', () => undefined);
  const patients = await ask<{ id: string; family_name: string; given_name: string }>(
    urls.portage_ingest,
    'select id, family_name, given_name from patient order by source_system, family_name, id',
  );
  const curative = new Map(stories.filter((story) => story.curative).map(({ name, facts }) => [facts.family, name]));
  const demo = new Set(stories.map(({ facts }) => facts.family));
  const built: Built[] = [];
  for (const { id, family_name: family, given_name: given } of patients) {
    if (demo.has(family) && !curative.has(family)) continue;
    const context = { token, pool, requestId: randomUUID(), centre: OWN_CENTRE } as unknown as PlanContext;
    const started = performance.now();
    const { facts, history } = await readRecordForPlan(context, id, [], ZONE);
    const now = new Date();
    const plan = buildPlan({ rules: OWN_CENTRE.rules, facts, history, decisions: [], asked: [], now, zone: ZONE });
    const milliseconds = performance.now() - started;
    const story = curative.get(family);
    const isAdult = facts.birthDate !== null && facts.birthDate <= `${now.getFullYear() - ADULT}`;
    if (story === undefined && (facts.diagnoses.length === 0 || !isAdult)) continue;
    built.push({
      name: story ?? `${family} ${given}`,
      set: story === undefined ? 'samples' : 'demo',
      facts,
      plan,
      milliseconds,
    });
  }
  await pool.end();
  return built;
}

const countOf = ({
  diagnoses,
  surgery,
  systemic,
  radiation,
  transplants,
  ongoing,
  toxicities,
  genetics,
  contacts,
  comorbidities,
}: TreatmentFacts) =>
  [
    diagnoses,
    surgery,
    systemic,
    radiation,
    transplants,
    ongoing,
    toxicities,
    genetics,
    contacts,
    comorbidities,
    diagnoses.flatMap(({ biomarkers }) => biomarkers),
  ].reduce((sum, list) => sum + list.length, 0);

function report(built: readonly Built[]): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  for (const [set, all] of Map.groupBy(built, ({ set: name }) => name)) {
    const times = all.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
    const sum = (of: (one: Built) => number) => all.reduce((total, one) => total + of(one), 0);
    const states = Map.groupBy(
      all.flatMap(({ plan }) => plan.lines),
      ({ state }) => state,
    );
    const faults = Map.groupBy(
      all.flatMap(({ facts }) => facts.faults),
      ({ kind }) => kind,
    );
    const missing = Map.groupBy(
      all.flatMap(({ facts }) => facts.missing),
      ({ key }) => key.split(':')[0] ?? '',
    );
    const counts = (groups: Map<string, unknown[]>) =>
      [...groups]
        .toSorted((a, b) => b[1].length - a[1].length)
        .map(([name, list]) => `${name} ${list.length}`)
        .join(', ');
    say(`${set}: ${all.length} plans; ${all.filter(({ plan }) => plan.suspendedBecause !== null).length} suspended`);
    say(
      `  facts found ${sum(({ facts }) => countOf(facts))}; missing ${sum(({ facts }) => facts.missing.length)}: ${counts(missing)}`,
    );
    say(`  faults of the records: ${counts(faults) || 'none'}`);
    say(`  lines: ${counts(states)}`);
    say(
      `  one plan, read and built: median ${times[Math.floor(times.length / 2)]?.toFixed(1)} ms, slowest ${times.at(-1)?.toFixed(1)} ms, one statement`,
    );
  }
}

/** Everything of one plan, for checking by hand. */
function tell({ name, facts, plan }: Built): void {
  process.stdout.write(
    `${JSON.stringify({ name, facts: { ...facts, contacts: facts.contacts.length }, plan }, withoutSources, 1)}\n`,
  );
}
const withoutSources = (key: string, value: unknown) =>
  key === 'source' && typeof value === 'object' && value !== null && 'system' in value ? undefined : value;

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
}

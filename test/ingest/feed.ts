// A clinic that receives FHIR: bundles go in by the import's own door and rows come out.
import type { FhirResource } from 'fhir/r4';
import { Pool, type QueryResultRow } from 'pg';
import { importFhir, type ImportInput, type ImportOptions, type ImportSummary } from '#api/ingest/index.ts';
import { openTestDatabase, type TestDatabase } from '#test/kit/database.ts';
import { ROSA } from './mapped.ts';

export { ABOUT_ROSA, coded, ROSA } from './mapped.ts';

export const CENTRE = 'https://centre.example/mrn';

let bundles = 0;

/** A bundle in memory, with Rosa in it. */
export const rosaWith = (...resources: object[]) => bundleOf(ROSA, ...resources);

export function bundleOf(...resources: object[]): { name: string; bundle: object } {
  return {
    name: `bundle ${++bundles}`,
    bundle: { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) },
  };
}

/** A weight of Rosa's: the simplest thing that can be known of somebody. */
export const weight = (id: string, kilograms: unknown, more: object = {}) =>
  ({
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: { reference: 'Patient/rosa' },
    code: { coding: [{ system: 'http://loinc.org', code: '29463-7', display: 'Body weight' }] },
    valueQuantity: { value: kilograms, unit: 'kg' },
    ...more,
  }) as unknown as FhirResource;

export const counts = ({ created, updated, unchanged, rejected, ignored }: ImportSummary) => ({
  created,
  updated,
  unchanged,
  rejected,
  ignored,
});
export const reasons = ({ rejects }: ImportSummary) => rejects.map(({ reason }) => reason);
export const NOTHING_CHANGED = { created: 0, updated: 0 };

export async function openFeed(): Promise<Feed> {
  return new Feed(await openTestDatabase());
}

export class Feed {
  readonly database: TestDatabase;
  /** As the import itself connects. */
  readonly pool: Pool;
  /** Whom no policy binds: for looking. */
  readonly owner: Pool;

  constructor(database: TestDatabase) {
    this.database = database;
    this.pool = new Pool({ connectionString: database.urls.portage_ingest, max: 2 });
    this.owner = new Pool({ connectionString: database.ownerUrl, max: 2 });
    // A connection that is being closed while its database is dropped complains to nobody who waits.
    for (const pool of [this.pool, this.owner]) pool.on('error', () => undefined);
  }

  import(inputs: ImportInput | readonly ImportInput[], options: ImportOptions = {}): Promise<ImportSummary> {
    return importFhir(this.pool, Array.isArray(inputs) ? inputs : [inputs as ImportInput], options);
  }

  async rows<Row extends QueryResultRow>(sql: string, ...parameters: unknown[]): Promise<Row[]> {
    return (await this.owner.query<Row>(sql, parameters)).rows;
  }

  /** The single column of each row. */
  async column<Value>(sql: string, ...parameters: unknown[]): Promise<Value[]> {
    return (await this.rows(sql, ...parameters)).map((row) => Object.values(row)[0] as Value);
  }

  async value<Value>(sql: string, ...parameters: unknown[]): Promise<Value> {
    return (await this.column<Value>(sql, ...parameters))[0] as Value;
  }

  /** A practice and, in it, a clinician with an NPI who signs in. */
  async practice(facts: {
    name: string;
    npi: string;
    email: string;
    kind?: string;
  }): Promise<{ organizationId: string; personId: string }> {
    const [organizationId, personId] = (await this.column<string>(
      'select gen_random_uuid() from generate_series(1, 2)',
    )) as [string, string];
    await this.rows(
      `insert into organization (id, kind, name, time_zone) values ($1, $2, $3, 'America/Phoenix')`,
      organizationId,
      facts.kind ?? 'community-practice',
      facts.name,
    );
    await this.rows(
      `insert into person (id, email, family_name, given_name, npi) values ($1, $2, 'Okafor', 'Ada', $3)`,
      personId,
      facts.email,
      facts.npi,
    );
    await this.rows(
      `insert into membership (id, person_id, organization_id, role) values (gen_random_uuid(), $1, $2, 'community-clinician')`,
      personId,
      organizationId,
    );
    return { organizationId, personId };
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.owner.end()]);
    await this.database.drop();
  }
}

// Maps resources as one bundle would be, for tests that look at rows and need no database.
import type { FhirResource } from 'fhir/r4';
import { mapEntry } from '#api/ingest/mapping/map-entry.ts';
import type { MappedResource } from '#api/ingest/mapping/mapped.ts';
import { Scope } from '#api/ingest/references/scope.ts';
import type { RowValues, TableName } from '#api/ingest/writing/tables.ts';

/** Somebody to be about. */
export const ROSA = {
  resourceType: 'Patient',
  id: 'rosa',
  identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'https://centre.example/mrn', value: 'C-17' }],
  name: [{ family: 'Benally', given: ['Rosa'] }],
  birthDate: '1961-04-02',
} as const satisfies FhirResource;

export const ABOUT_ROSA = { subject: { reference: 'Patient/rosa' } };

/** The resource under test comes first; the rest, and Rosa, lie in the same bundle. */
export function mapped(resource: FhirResource, ...others: FhirResource[]): MappedResource {
  const given = { id: 'tested', ...resource } as FhirResource;
  const all = [given, ...others, ...(given.resourceType === 'Patient' ? [] : [ROSA as unknown as FhirResource])];
  const scope = new Scope(undefined);
  const entries = all.map((one, index) => ({ resource: one, fullUrl: undefined, place: `entry ${index + 1}` }));
  for (const entry of entries) scope.note(entry);
  scope.settle();
  const found = mapEntry(entries[0]!, { scope, given: undefined, security: [], file: 'test' });
  return found!.at(-1)!;
}

/** The columns of the rows that a resource makes in a table. */
export function rowsIn<T extends TableName>(
  table: T,
  resource: FhirResource,
  ...others: FhirResource[]
): RowValues[T][] {
  return mapped(resource, ...others)
    .rows.filter((row) => row.table === table)
    .map((row) => row.values as RowValues[T]);
}

export const coded = (system: string, code: string, display?: string) => ({
  coding: [{ system, code, ...(display && { display }) }],
});

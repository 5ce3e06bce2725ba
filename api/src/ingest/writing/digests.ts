import { hash } from 'node:crypto';
import type { MappedResource } from '../mapping/mapped.ts';
import { ownColumns } from './rows-sql.ts';

/** Columns that other resources fill: names of people and places, and links. A bundle that brings less company says the same with fewer names. */
const BORROWED = new Set([
  'performerName',
  'requesterName',
  'author',
  'practitionerName',
  'locationName',
  'organizationName',
  'volume',
  'parentId',
  'focusId',
  'reasonId',
  'requestId',
  'carePlanId',
  'primaryConditionId',
  'procedureId',
]);
const BORROWED_BY_MEMBERS = new Set([...BORROWED, 'name', 'role', 'npi', 'telephone', 'aroundTheClock']);

export interface Digests {
  /** The rows' own columns as JSON. */
  readonly columns: readonly string[];
  /** Of all that is stored; 64 hexadecimal digits. Equal: nothing to write. */
  readonly stored: string;
  /** Of what the resource says by itself. Equal: the same resource, however much of its company came with it. */
  readonly own: string;
}

export function digestsOf({ rows, key, withdrawn }: MappedResource): Digests {
  const columns = rows.map(ownColumns);
  const version = [key.version, key.updatedAt, withdrawn].join(' ');
  const own = rows.map(({ table, values }) => {
    const borrowed = table === 'care_team_member' ? BORROWED_BY_MEMBERS : BORROWED;
    return Object.entries(values).flatMap(([property, value]) =>
      borrowed.has(property) ? [] : [property, String(value)],
    );
  });
  return {
    columns,
    stored: hash('sha256', [version, ...columns].join('\n')),
    own: hash('sha1', [version, ...own.flat()].join('\n')),
  };
}

import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { computedFields, omissions } from './completeness.ts';
import { permissionsOf } from './permissions.ts';
import { buildPortageSchema } from './schema.ts';

/** The schema leaves something unsaid that it must say; the message has a line for each. */
export class IncompleteSchemaError extends Error {
  override readonly name = 'IncompleteSchemaError';
  constructor(readonly omissions: readonly string[]) {
    super(`the schema is not complete:\n${omissions.join('\n')}`);
  }
}

/**
 * The files of schema/, by name.
 * @throws {IncompleteSchemaError} when a root field or a section names no action, or anything lacks a description.
 */
export async function emitSchema(): Promise<{ 'schema.graphql': string; 'permissions.md': string }> {
  return filesOf(buildPortageSchema(), computedFields('Patient'));
}

/** @param sections names of the fields of Patient that a resolver computes */
export function filesOf(schema: GraphQLSchema, sections: ReadonlySet<string>) {
  const missing = omissions(schema, sections);
  if (missing.length > 0) throw new IncompleteSchemaError(missing);
  return {
    'schema.graphql': `${printSchema(lexicographicSortSchema(schema))}\n`,
    'permissions.md': permissionsOf(schema),
  };
}

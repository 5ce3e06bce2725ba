import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import { DuplicateTestsResolver } from '#api/duplicate-tests/index.ts';
import { IdentityResolver } from '#api/identity/index.ts';
import { PatientResolver } from '#api/patient/index.ts';

/** Every resolver class; a slice's fields are in the schema once its resolver is named here. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql's own type for classes
const resolvers: Function[] = [IdentityResolver, PatientResolver, DuplicateTestsResolver];

/** The schema out of the decorators. @throws when a type or field is declared wrongly. */
export function buildPortageSchema(): GraphQLSchema {
  // A field that nothing computes is a property. type-graphql would give each a resolver that reads that property,
  // which is most of the time of answering a patient's thousands of fields.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  return buildSchemaSync({ resolvers: resolvers as NonEmptyArray<Function>, validate: false });
}

import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '#portal/graphql-env.d.ts';

/**
 * Writes a typed document. Fragments are not masked: the plain-text copy and the print sheet are
 * pure functions of the whole summary, and a mask would only be taken off again in each of them.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { ID: string; Date: string; DateTime: string };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';

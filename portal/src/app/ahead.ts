import {
  createRequest,
  type AnyVariables,
  type Exchange,
  type Operation,
  type OperationResult,
  type TypedDocumentNode,
} from '@urql/core';
import { empty, filter, fromValue, merge, mergeMap, tap } from 'wonka';
import type { Connection } from '#portal/app/client.ts';

/** What was asked for ahead of its page and not taken by it yet: the refusal, or null while the answer is on its way. */
export type Ahead = Map<number, OperationResult | null>;

/**
 * Holds refusals for their page. Between being drawn and listening a page would miss one, since the cache
 * keeps answers only, and would ask again: a record asked for twice is written down twice.
 */
export const holdRefusals =
  (ahead: Ahead): Exchange =>
  ({ forward }) =>
  (operations) => {
    const heldFor = ({ kind, key, context }: Operation): OperationResult | null =>
      kind === 'query' && context.requestPolicy !== 'network-only' ? (ahead.get(key) ?? null) : null;
    const held = mergeMap((operation: Operation) => {
      const refusal = heldFor(operation);
      return refusal ? fromValue({ ...refusal, operation }) : empty;
    })(operations);
    const answered = forward(filter((operation: Operation) => !heldFor(operation))(operations));
    const note = tap((result: OperationResult) => {
      const { key } = result.operation;
      if (!ahead.has(key)) return;
      if (result.error) ahead.set(key, result);
      else ahead.delete(key);
    });
    return merge([held, note(answered)]);
  };

/** Asks for what a page is about to need, unless it is known or under way already. */
export function askAhead<Data, Variables extends AnyVariables>(
  { client, kept, ahead }: Connection,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): void {
  const { key } = createRequest(query, variables);
  if (kept.has(key) || ahead.has(key)) return;
  ahead.set(key, null);
  void client.query(query, variables).toPromise();
}

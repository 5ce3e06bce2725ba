import { createRequest, type AnyVariables, type TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';

/** Older than this, what is kept is shown and asked for again. */
const freshFor = 60_000;

export interface Loaded<Data> {
  data: Data | undefined;
  /** When the data were received; older than the last attempt when that failed. */
  receivedAt: number | null;
  loading: boolean;
  problems: readonly Problem[];
  again: () => void;
}

/**
 * A query that keeps what it last received in this session: when a later attempt fails, the data stay
 * and the problem is told beside them.
 */
export function useKeptQuery<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pause = false,
): Loaded<Data> {
  const { connection } = useSession();
  const { key } = createRequest(query, variables);
  const kept = connection.kept.get(key);
  const [policy, setPolicy] = useState({ key: -1, fresh: true });
  if (policy.key !== key) setPolicy({ key, fresh: kept !== undefined && Date.now() - kept.receivedAt < freshFor });

  const [result, execute] = useQuery({
    query,
    variables,
    pause,
    requestPolicy: policy.fresh ? 'cache-first' : 'cache-and-network',
  });
  // While another request is on its way the hook still holds the last one's answer: never show it under this key.
  const own = result.operation?.key === key ? result : undefined;
  const data = own?.data ?? (kept?.data as Data | undefined);
  const loading = !pause && (result.fetching || result.stale || own === undefined);
  return {
    data,
    receivedAt: kept?.receivedAt ?? null,
    loading,
    problems: own?.error && !result.fetching ? problemsOf(own.error) : [],
    again: () => execute({ requestPolicy: 'network-only' }),
  };
}

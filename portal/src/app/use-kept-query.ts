import { createRequest, type AnyVariables, type TypedDocumentNode } from '@urql/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { lastNewsAt } from '#portal/app/live.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';

/** What is kept is shown, and asked for again where it is older than this or than the last news. */
const freshFor = 60_000;
const isFresh = (receivedAt: number): boolean => Date.now() - receivedAt < freshFor && receivedAt > lastNewsAt();

interface Start {
  key: number;
  fresh: boolean;
}

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
  const [known, setStart] = useState<Start>({ key: -1, fresh: true });
  // Decided before the request below, which leaves during this very render.
  const start: Start = known.key === key ? known : { key, fresh: kept === undefined || isFresh(kept.receivedAt) };
  if (known !== start) setStart(start);

  const [result, execute] = useQuery({
    query,
    variables,
    pause,
    requestPolicy: start.fresh ? 'cache-first' : 'cache-and-network',
  });
  // After the hook above, which has taken it by now; whoever comes back to this page later asks again.
  useEffect(() => void connection.ahead.delete(key), [connection, key]);
  // While another request is on its way the hook still holds the last one's answer: never show it under this key.
  const own = result.operation?.key === key ? result : undefined;
  const waiting = result.fetching || result.stale || own === undefined;
  return {
    data: own?.data ?? (kept?.data as Data | undefined),
    receivedAt: kept?.receivedAt ?? null,
    loading: !pause && waiting,
    problems: own?.error && !result.fetching ? problemsOf(own.error) : [],
    again: () => execute({ requestPolicy: 'network-only' }),
  };
}

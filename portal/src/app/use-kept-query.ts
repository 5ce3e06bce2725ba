import { createRequest, type AnyVariables, type CombinedError, type TypedDocumentNode } from '@urql/core';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';

/** Older than this, what is kept is shown and asked for again. */
const freshFor = 60_000;

interface Start {
  key: number;
  fresh: boolean;
  /** What the server answered when it was asked ahead of the page. */
  refusal: CombinedError | undefined;
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
  const [known, setStart] = useState<Start>({ key: -1, fresh: true, refusal: undefined });
  // Decided before the request below, which leaves during this very render.
  const start: Start =
    known.key === key
      ? known
      : {
          key,
          fresh: kept === undefined || Date.now() - kept.receivedAt < freshFor,
          refusal: connection.refused.get(key),
        };
  if (known !== start) setStart(start);
  // Shown once; whoever comes back to this page later asks again.
  useEffect(() => void connection.refused.delete(key), [connection, key]);

  const [result, execute] = useQuery({
    query,
    variables,
    pause: pause || start.refusal !== undefined,
    requestPolicy: start.fresh ? 'cache-first' : 'cache-and-network',
  });
  // While another request is on its way the hook still holds the last one's answer: never show it under this key.
  const own = result.operation?.key === key ? result : undefined;
  const error = own?.error ?? start.refusal;
  const waiting = result.fetching || result.stale || own === undefined;
  return {
    data: own?.data ?? (kept?.data as Data | undefined),
    receivedAt: kept?.receivedAt ?? null,
    loading: !pause && start.refusal === undefined && waiting,
    problems: error && !result.fetching ? problemsOf(error) : [],
    again: () => {
      if (start.refusal) setStart({ ...start, refusal: undefined });
      else execute({ requestPolicy: 'network-only' });
    },
  };
}

import type { TypedDocumentNode } from '@urql/core';
import { useEffect, useState } from 'react';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';

/** As long as a person takes between two letters. */
const pause = 250;

export interface LookUp<Found> {
  /** The words that were looked up; none while fewer than two letters are typed. */
  search: string;
  found: readonly Found[];
  problem: Problem | null;
}

/** What the typed words may mean, asked for when the typing pauses. @param foundIn must be the same function each time */
export function useLookUp<Data, Found>(
  query: TypedDocumentNode<Data, { search: string }>,
  foundIn: (data: Data) => readonly Found[],
  text: string,
): LookUp<Found> {
  const { connection } = useSession();
  const none: LookUp<Found> = { search: '', found: [], problem: null };
  const [known, setKnown] = useState(none);
  const search = text.trim();
  useEffect(() => {
    if (search.length < 2) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      void connection.client
        .query(query, { search })
        .toPromise()
        .then(({ data, error }) => {
          const problem = (error && problemsOf(error)[0]) ?? null;
          if (current) setKnown({ search, found: data ? foundIn(data) : [], problem });
        });
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [connection, query, foundIn, search]);
  return search.length < 2 ? none : known;
}

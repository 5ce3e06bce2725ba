import type { TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';

interface Page<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface MorePages<Node> {
  /** Those of all pages so far. What has moved up since a page was read is in it once. */
  nodes: readonly Node[];
  hasMore: boolean;
  busy: boolean;
  problem: Problem | null;
  showMore: () => void;
  /** Back to the first page alone. */
  startAgain: () => void;
}

/**
 * The first page of a list as its query keeps it up to date, and those that "Show more" has added.
 * @param nextPage the query for what follows a cursor
 * @param shownWords told to those who cannot see that the list has grown
 */
export function useMorePages<
  Node extends { id: string },
  Data,
  Variables extends { after?: string | null | undefined },
>(
  first: Page<Node>,
  nextPage: {
    query: TypedDocumentNode<Data, Variables>;
    variables: Variables;
    of: (data: Data) => Page<Node>;
  },
  shownWords: (count: number) => string,
): MorePages<Node> {
  const { connection } = useSession();
  const [more, setMore] = useState<readonly Page<Node>[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { hasNextPage, endCursor } = (more.at(-1) ?? first).pageInfo;
  const nodes = once([first, ...more]);

  const showMore = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const variables = { ...nextPage.variables, after: endCursor };
    const { data, error } = await connection.client.query(nextPage.query, variables).toPromise();
    setBusy(false);
    setProblem((error && problemsOf(error)[0]) ?? null);
    if (!data) return;
    const pages = [...more, nextPage.of(data)];
    setMore(pages);
    announce(shownWords(once([first, ...pages]).length));
  };
  return {
    nodes,
    hasMore: hasNextPage,
    busy,
    problem,
    showMore: () => void showMore(),
    startAgain: () => setMore([]),
  };
}

/** What moved between the reading of two pages, and so is in both, once. */
export function once<Node extends { id: string }>(pages: readonly Pick<Page<Node>, 'edges'>[]): Node[] {
  const seen = new Set<string>();
  return pages.flatMap(({ edges }) => edges.map(({ node }) => node)).filter(({ id }) => !seen.has(id) && seen.add(id));
}

import { useSyncExternalStore } from 'react';
import type { Connection } from '#portal/app/client.ts';
import { useNews } from '#portal/app/live.ts';
import { useSession } from '#portal/app/session.ts';
import { graphql } from '#portal/graphql.ts';

const unreadQuery = graphql(`
  query Unread {
    viewer {
      id
      unreadCount
    }
  }
`);

let known: { personId: string; count: number } | null = null;
const listeners = new Set<() => void>();

/** Asks anew how many messages wait, after some were read or have come. */
export function refreshUnread({ client }: Connection): void {
  void client
    .query(unreadQuery, {}, { requestPolicy: 'network-only' })
    .toPromise()
    .then(({ data }) => {
      if (!data?.viewer) return;
      known = { personId: data.viewer.id, count: data.viewer.unreadCount };
      for (const listener of listeners) listener();
    });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many messages the reader has not read. */
export function useUnread(): number {
  const { viewer, connection } = useSession();
  const now = useSyncExternalStore(subscribe, () => known);
  useNews(['MESSAGE', 'READ'], () => refreshUnread(connection));
  return now?.personId === viewer.id ? now.count : viewer.unreadCount;
}

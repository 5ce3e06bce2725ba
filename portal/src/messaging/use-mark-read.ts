import { useEffect, useState } from 'react';
import { useSession } from '#portal/app/session.ts';
import { markReadMutation, type Message, type Thread } from '#portal/messaging/thread.query.ts';
import { refreshUnread } from '#portal/messaging/unread.ts';

/**
 * Tells the server how far the reader has come, once the page is in front of them. Gives the moment from
 * which messages were new when the page was opened; null: none was.
 */
export function useMarkRead(thread: Thread, messages: readonly Message[]): string | null {
  const { connection } = useSession();
  const incoming = messages.filter(({ mine }) => !mine);
  const oldestNew = incoming[Math.min(thread.unreadCount, incoming.length) - 1]?.sentAt ?? null;
  const [firstNew, setFirstNew] = useState(oldestNew);
  // What comes while the page is open is new as well; what was marked read stays marked as new until the page is left.
  if (firstNew === null && oldestNew !== null) setFirstNew(oldestNew);
  const until = messages[0]?.sentAt;
  const unread = thread.unreadCount > 0;

  useEffect(() => {
    if (!unread || !until) return undefined;
    const read = (): void => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', read);
      void connection.client
        .mutation(markReadMutation, { id: thread.id, until })
        .toPromise()
        .then(({ error }) => {
          if (!error) refreshUnread(connection);
        });
    };
    document.addEventListener('visibilitychange', read);
    read();
    return () => document.removeEventListener('visibilitychange', read);
  }, [connection, thread.id, unread, until]);
  return firstNew;
}

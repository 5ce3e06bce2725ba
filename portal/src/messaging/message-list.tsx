import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { MessageItem } from '#portal/messaging/message-item.tsx';
import { forgetSent, onOutgoing, outgoing } from '#portal/messaging/outbox.ts';
import { OutgoingItem } from '#portal/messaging/outgoing-item.tsx';
import { olderWords } from '#portal/messaging/thread-text.ts';
import { messagesAtOnce, threadQuery, type Thread } from '#portal/messaging/thread.query.ts';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

interface Props {
  thread: Thread;
  /** Id of the message that the address asks for. */
  asked: string | null;
  firstNew: string | null;
}

/** The newest message first; the one that the address asks for comes into sight. */
export function MessageList({ thread, asked, firstNew }: Props): ReactElement {
  const { connection, viewer } = useSession();
  const [older, setOlder] = useState<readonly Thread['messages'][]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const onTheirWay = useSyncExternalStore(onOutgoing, outgoing).filter(
    ({ personId, place }) => personId === viewer.id && place.threadId === thread.id,
  );
  const held = thread.messages.edges.map(({ node }) => node.id);
  useEffect(() => forgetSent(held));
  const last = older.at(-1) ?? thread.messages;
  const messages = [thread.messages, ...older]
    .flatMap(({ edges }) => edges.map(({ node }) => node))
    .filter(({ undone }) => !undone);

  const found = asked !== null && messages.some(({ id }) => id === asked);
  useEffect(() => {
    if (!found) return;
    const item = list.current?.querySelector<HTMLElement>(`#message-${CSS.escape(asked)}`);
    item?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: 'center' });
  }, [asked, found]);

  const showOlder = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const variables = { id: thread.id, first: messagesAtOnce, after: last.pageInfo.endCursor };
    const { data, error } = await connection.client.query(threadQuery, variables).toPromise();
    setBusy(false);
    setProblem((error && problemsOf(error)[0]) ?? null);
    if (!data) return;
    setOlder([...older, data.thread.messages]);
    announce(`${data.thread.messages.edges.length} older messages are shown`);
  };

  return (
    <>
      <ol className="messages" ref={list} aria-label="Messages, the newest first">
        {onTheirWay
          .filter(({ messageId }) => messageId === null || !held.includes(messageId))
          .map((message) => (
            <OutgoingItem key={message.key} message={message} />
          ))}
        {messages.map((message) => (
          <MessageItem
            key={message.id}
            message={message}
            patientId={thread.patient?.id ?? null}
            isNew={!message.mine && firstNew !== null && message.sentAt >= firstNew}
            asked={message.id === asked}
          />
        ))}
      </ol>
      {last.pageInfo.hasNextPage && (
        <button type="button" className="button messages-older" aria-disabled={busy} onClick={() => void showOlder()}>
          {busy ? 'Loading older messages' : 'Show older messages'}
        </button>
      )}
      {last.pageInfo.hasNextPage && <p className="messages-left-out">{olderWords}. They are in Portage.</p>}
      {problem && <ProblemNote problem={problem} what="the older messages" again={() => void showOlder()} />}
    </>
  );
}

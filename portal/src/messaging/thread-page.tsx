import { useEffect, useRef, type ReactElement } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useKeys } from '#portal/app/keys.ts';
import { useNews } from '#portal/app/live.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { usePage } from '#portal/app/use-page.ts';
import { DeniedThread } from '#portal/messaging/denied-thread.tsx';
import { MessageList } from '#portal/messaging/message-list.tsx';
import { PatientStrip } from '#portal/messaging/patient-strip.tsx';
import { PeopleCard } from '#portal/messaging/people-card.tsx';
import { ReplyForm } from '#portal/messaging/reply-form.tsx';
import { threadText } from '#portal/messaging/thread-text.ts';
import { messagesAtOnce, threadQuery, type Thread } from '#portal/messaging/thread.query.ts';
import { useMarkRead } from '#portal/messaging/use-mark-read.ts';
import { intentWords } from '#portal/messaging/words.ts';
import { Icon } from '#portal/ui/icon.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';
import { useCopiedText } from '#portal/ui/use-copied-text.tsx';
import '#portal/messaging/messaging.css';

export function ThreadPage({ id }: { id: string }): ReactElement {
  usePage('Conversation');
  const { viewer } = useSession();
  const loaded = useKeptQuery(threadQuery, { id, first: messagesAtOnce, after: null });
  const { receivedAt, loading, problems, again } = loaded;
  const thread = loaded.data?.thread;
  useNews(['MESSAGE', 'READ', 'DELIVERY'], again, id);
  // What was handed over in it is answered elsewhere.
  useNews(['TASK'], again);
  const [problem] = problems;

  if (!thread) {
    if (problem?.kind === 'not-found' || problem?.kind === 'bad-input') return <DeniedThread />;
    return (
      <>
        <h1 className="unseen">Conversation</h1>
        {problem && !loading ? (
          <ProblemNote problem={problem} what="the conversation" again={again} />
        ) : (
          <Loading what="the conversation" lines={12} />
        )}
      </>
    );
  }
  // Access that has ended takes what was read before from the page as well.
  if (problem?.kind === 'not-found') return <DeniedThread />;
  return (
    <article className="conversation">
      <PatientStrip patient={thread.patient} />
      {problem && receivedAt !== null && (
        <StaleNote problem={problem} receivedAt={receivedAt} timeZone={viewer.organization.timeZone} again={again} />
      )}
      <Conversation thread={thread} />
    </article>
  );
}

function Conversation({ thread }: { thread: Thread }): ReactElement {
  const { viewer } = useSession();
  const [, go] = useLocation();
  const params = new URLSearchParams(useSearch());
  const reply = useRef<HTMLTextAreaElement>(null);
  const { copy, copied, dialog } = useCopiedText('Conversation as plain text');
  const newest = thread.messages.edges.map(({ node }) => node);
  const firstNew = useMarkRead(thread, newest);
  const wantsReply = params.has('reply');
  useEffect(() => {
    if (wantsReply) reply.current?.focus();
  }, [wantsReply]);

  const copyAll = (): void => copy(threadText(thread, newest, viewer, Date.now()));
  useKeys({
    r: () => reply.current?.focus(),
    e: () => go('/messages'),
    p: () => print(),
    c: copyAll,
  });

  return (
    <>
      <header className="conversation-head">
        <h1>{thread.subject}</h1>
        <p className="thread-marks">
          {thread.priority === 'URGENT' && <strong className="urgent">Urgent</strong>}
          <span>{intentWords[thread.intent]}</span>
          {thread.state === 'CLOSED' && <strong>Closed; a new message opens it again</strong>}
          {thread.onBehalfOf && <strong className="behalf">You read this on behalf of {thread.onBehalfOf.name}</strong>}
        </p>
        <div className="record-actions">
          <button type="button" className="button" onClick={() => print()} aria-keyshortcuts="p">
            <Icon shape="print" />
            Print
          </button>
          <button type="button" className="button" onClick={copyAll} aria-keyshortcuts="c">
            <Icon shape="copy" />
            {copied ? 'Copied' : 'Copy as text'}
          </button>
          <Link href="/messages" className="button" aria-keyshortcuts="e">
            Back to messages
          </Link>
        </div>
      </header>
      <div className="conversation-columns">
        <div className="conversation-main">
          {thread.mayReply ? (
            <ReplyForm thread={thread} field={reply} />
          ) : (
            <p className="note">Nobody else in this conversation may read it any more: a reply would reach nobody.</p>
          )}
          <MessageList thread={thread} asked={params.get('message')} firstNew={firstNew} />
        </div>
        <PeopleCard thread={thread} />
      </div>
      {dialog}
    </>
  );
}

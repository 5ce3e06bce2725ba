import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Link, useSearch } from 'wouter';
import { announce } from '#portal/app/announce.ts';
import { useKeys } from '#portal/app/keys.ts';
import { useNews } from '#portal/app/live.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { useMorePages } from '#portal/app/use-more-pages.ts';
import { usePage } from '#portal/app/use-page.ts';
import { DraftList } from '#portal/messaging/draft-list.tsx';
import { InboxEmpty } from '#portal/messaging/inbox-empty.tsx';
import { InboxFilters } from '#portal/messaging/inbox-filters.tsx';
import { inboxVariables, readInboxState, type InboxState } from '#portal/messaging/inbox-state.ts';
import { threadsQuery, type ThreadRow, type ThreadsPage } from '#portal/messaging/inbox.query.ts';
import { markReadMutation } from '#portal/messaging/thread.query.ts';
import { ThreadList } from '#portal/messaging/thread-list.tsx';
import { refreshUnread } from '#portal/messaging/unread.ts';
import { plural } from '#portal/messaging/words.ts';
import { ListFoot } from '#portal/ui/list-foot.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';
import '#portal/messaging/messaging.css';

export function InboxPage(): ReactElement {
  usePage('Messages');
  const state = readInboxState(useSearch());
  const { viewer } = useSession();
  const field = useRef<HTMLInputElement>(null);
  const variables = inboxVariables(state);
  const loaded = useKeptQuery(threadsQuery, variables);
  const { receivedAt, loading, problems, again } = loaded;
  const page = loaded.data?.threads;
  const [problem] = problems;
  useNews(['MESSAGE', 'READ'], again);
  useKeys({ '/': () => field.current?.focus() });

  return (
    <div className="inbox">
      <div className="inbox-head">
        <h1>Messages</h1>
        <Link href="/messages/new" className="button button-primary">
          New message
        </Link>
      </div>
      <DraftList />
      <InboxFilters state={state} rows={page?.edges.map(({ node }) => node) ?? []} viewerId={viewer.id} field={field} />
      {problem && page && receivedAt !== null && (
        <StaleNote problem={problem} receivedAt={receivedAt} timeZone={viewer.organization.timeZone} again={again} />
      )}
      {page ? (
        <Pages key={JSON.stringify(variables)} first={page} state={state} />
      ) : problem && !loading ? (
        <ProblemNote problem={problem} what="your messages" again={again} />
      ) : (
        <Loading what="your messages" lines={12} />
      )}
    </div>
  );
}

function Pages({ first, state }: { first: ThreadsPage; state: InboxState }): ReactElement {
  const { connection } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const pages = useMorePages(
    first,
    { query: threadsQuery, variables: inboxVariables(state), of: ({ threads }) => threads },
    (count) => `${count} conversations are shown`,
  );
  const { nodes: rows, hasMore } = pages;

  const search = state.search;
  useEffect(() => {
    if (search) announce(`${plural(rows.length, 'conversation')} for “${search}”`);
  }, [rows.length, search]);

  const markRead = async ({ id, lastMessageAt, subject }: ThreadRow): Promise<void> => {
    const { error } = await connection.client.mutation(markReadMutation, { id, until: lastMessageAt }).toPromise();
    setProblem((error && problemsOf(error)[0]) ?? null);
    if (error) return;
    announce(`${subject}: marked as read`);
    refreshUnread(connection);
  };

  if (rows.length === 0) return <InboxEmpty state={state} />;
  return (
    <>
      <ThreadList rows={rows} markRead={(row) => void markRead(row)} />
      {problem && <ProblemNote problem={problem} what="the list" />}
      <ListFoot pages={pages} what="the next part of the list">
        {plural(rows.length, 'conversation')} shown{search && ` for “${search}”`}
        {hasMore && '; there are older ones'}
      </ListFoot>
    </>
  );
}

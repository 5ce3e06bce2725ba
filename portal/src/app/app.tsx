import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Provider } from 'urql';
import { Route, Switch, useLocation, useSearch } from 'wouter';
import { connectionNow, onConnection, reconnect } from '#portal/app/client.ts';
import { rememberedScopes } from '#portal/app/early.ts';
import { FaultBoundary } from '#portal/app/fault-boundary.tsx';
import { Frame } from '#portal/app/frame.tsx';
import { noteAnswer } from '#portal/app/idle.ts';
import { lazyPage } from '#portal/app/lazy-page.tsx';
import { lastWords } from '#portal/app/leaving.ts';
import { nextAddress, signInAddress } from '#portal/app/next-address.ts';
import { NoSuchPage } from '#portal/app/no-such-page.tsx';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { SessionContext, type Farewell, type OpenedPatient, type Session } from '#portal/app/session.ts';
import { remember } from '#portal/app/settings.ts';
import { CoverPage } from '#portal/identity/lazy-cover-page.tsx';
import { signOutMutation } from '#portal/identity/sign-in.mutation.ts';
import { SignInPage } from '#portal/identity/sign-in-page.tsx';
import { viewerQuery, type Viewer } from '#portal/identity/viewer.query.ts';
import { ComposePage, InboxPage, ThreadPage } from '#portal/messaging/lazy-pages.tsx';
import { NotificationsPage, PracticePage } from '#portal/notifications/lazy-notifications-page.tsx';
import { HomePage } from '#portal/patient/home-page.tsx';
import { LazyPatientPage } from '#portal/patient/lazy-patient-page.tsx';
import { AskPage, TasksPage } from '#portal/tasks/lazy-pages.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

type State =
  | { phase: 'checking' }
  | { phase: 'unreachable'; problem: Problem }
  | { phase: 'out'; why: Farewell }
  | { phase: 'in'; viewer: Viewer; opened: readonly OpenedPatient[] };

const CentrePage = lazyPage(
  async () => (await import('#portal/duplicate-tests/centre-page.tsx')).CentrePage,
  'the figures',
);

const openedAtMost = 8;

const DuePage = lazyPage(async () => (await import('#portal/survivorship/due-page.tsx')).DuePage, 'what is due');
const CopyPage = lazyPage<{ id: string }>(
  async () => (await import('#portal/survivorship/copy/copy-page.tsx')).CopyPage,
  'the patient’s copy',
);

export function App(): ReactElement {
  const [connection, setConnection] = useState(connectionNow);
  const [state, setState] = useState<State>({ phase: 'checking' });
  const phase = useRef(state.phase);
  useEffect(() => {
    phase.current = state.phase;
  }, [state]);

  const enter = useCallback((viewer: Viewer) => {
    remember('scopes', viewer.scopes.join(' '));
    connectionNow().personId = viewer.id;
    noteAnswer();
    setState({ phase: 'in', viewer, opened: [] });
  }, []);

  const leave = useCallback((why: Farewell) => {
    const was = phase.current;
    if (was === 'out') return;
    phase.current = 'out';
    const go = (): void => {
      remember('scopes', null);
      setConnection(reconnect());
      setState({ phase: 'out', why });
    };
    if (was !== 'in' || why === 'ended') return go();
    // The cookie ends the session on the server; nothing of it stays here, whatever the server answers.
    void lastWords().then(() => {
      void connectionNow().client.mutation(signOutMutation, {}).toPromise();
      go();
    });
  }, []);

  useEffect(
    () => onConnection({ signedOut: () => phase.current === 'in' && leave('ended'), answered: noteAnswer }),
    [leave],
  );

  const check = useCallback(async () => {
    const hadSession = rememberedScopes() !== null;
    setState({ phase: 'checking' });
    const { data, error } = await connectionNow().client.query(viewerQuery, {}).toPromise();
    const problem = error && problemsOf(error)[0];
    if (data?.viewer) enter(data.viewer);
    else if (problem && problem.kind !== 'signed-out') setState({ phase: 'unreachable', problem });
    else leave(hadSession ? 'ended' : null);
  }, [enter, leave]);
  useEffect(() => void check(), [check]);

  const session = useMemo<Session | null>(
    () =>
      state.phase === 'in'
        ? {
            viewer: state.viewer,
            opened: state.opened,
            connection,
            leave,
            open: (patient) =>
              setState((was) =>
                was.phase !== 'in' || (was.opened[0]?.id === patient.id && was.opened[0].name === patient.name)
                  ? was
                  : {
                      ...was,
                      opened: [patient, ...was.opened.filter(({ id }) => id !== patient.id)].slice(0, openedAtMost),
                    },
              ),
          }
        : null,
    [state, connection, leave],
  );

  if (state.phase === 'checking')
    return (
      <Bare>
        <Loading what="your session" lines={3} />
      </Bare>
    );
  if (state.phase === 'unreachable') {
    return (
      <Bare>
        <ProblemNote problem={state.problem} what="your session" again={() => void check()} />
      </Bare>
    );
  }
  if (!session) return <SignedOut why={state.phase === 'out' ? state.why : null} enter={enter} />;
  return (
    <SessionContext value={session}>
      <Provider value={connection.client}>
        <Frame>
          <Pages />
        </Frame>
      </Provider>
    </SessionContext>
  );
}

function Bare({ children }: { children: ReactElement }): ReactElement {
  return (
    <main className="first-paint">
      <p className="first-paint-brand">Portage</p>
      {children}
    </main>
  );
}

function SignedOut({ why, enter }: { why: Farewell; enter: (viewer: Viewer) => void }): ReactElement | null {
  const [path, go] = useLocation();
  const search = useSearch();
  const here = path === '/sign-in';
  useEffect(() => {
    if (!here) go(signInAddress(path, search), { replace: true });
  }, [here, go, path, search]);
  return here ? <SignInPage why={why} enter={enter} /> : null;
}

function Pages(): ReactElement {
  const [path, go] = useLocation();
  const search = useSearch();
  // A fault on one page does not outlive the page; the parts of one record are one page.
  const page = path.split('/').slice(0, 3).join('/');
  return (
    <FaultBoundary key={page}>
      <Switch>
        <Route path="/">
          <HomePage />
        </Route>
        <Route path="/due">
          <DuePage.Page />
        </Route>
        <Route path="/patients/:id/plan/copy">{({ id }) => <CopyPage.Page key={id} id={id} />}</Route>
        <Route path="/patients/:id/:part?">
          {({ id, part }) => <LazyPatientPage key={id} id={id} part={part ?? ''} />}
        </Route>
        <Route path="/messages">
          <InboxPage />
        </Route>
        <Route path="/messages/new">
          <ComposePage />
        </Route>
        <Route path="/messages/:id">{({ id }) => <ThreadPage key={id} id={id} />}</Route>
        <Route path="/centre/duplicate-tests">
          <CentrePage.Page />
        </Route>
        <Route path="/tasks">
          <TasksPage />
        </Route>
        <Route path="/tasks/new">
          <AskPage />
        </Route>
        <Route path="/cover">
          <CoverPage />
        </Route>
        <Route path="/notifications">
          <NotificationsPage />
        </Route>
        <Route path="/practice">
          <PracticePage />
        </Route>
        <Route path="/sign-in">
          <Onward go={() => go(nextAddress(search), { replace: true })} />
        </Route>
        <Route>
          <NoSuchPage />
        </Route>
      </Switch>
    </FaultBoundary>
  );
}

function Onward({ go }: { go: () => void }): null {
  useEffect(go);
  return null;
}

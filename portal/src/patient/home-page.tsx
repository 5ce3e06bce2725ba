import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useSearch } from 'wouter';
import { announce } from '#portal/app/announce.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { usePage } from '#portal/app/use-page.ts';
import { LazyHomeBox } from '#portal/duplicate-tests/lazy-home-box.tsx';
import { LazyHomeRegion } from '#portal/home/lazy-home.tsx';
import { EmptyList, RoleReadsNone } from '#portal/patient/empty-list.tsx';
import { fetchPatientPageEarly } from '#portal/patient/lazy-patient-page.tsx';
import { homeVariables, readListState, type ListState } from '#portal/patient/list-state.ts';
import { patientsQuery, type PatientsPage } from '#portal/patient/patients.query.ts';
import { PatientTable } from '#portal/patient/patient-table.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';

const LIST_WAITS_MS = 3_000;

export function HomePage(): ReactElement {
  usePage('My patients');
  const { viewer } = useSession();
  const state = readListState(useSearch());
  const [settled, setSettled] = useState(false);
  const ready = useCallback(() => setSettled(true), []);
  // What asks the reader may be slow or fail: the patients never wait for it longer than this.
  useEffect(() => {
    const waited = setTimeout(ready, LIST_WAITS_MS);
    return () => clearTimeout(waited);
  }, [ready]);
  return (
    <>
      <div className="home-head">
        <h1>My patients</h1>
      </div>
      {!state.search && <LazyHomeRegion ready={ready} />}
      {/* Asked for at once, shown below what asks the reader once that has its size: nothing jumps. */}
      <div hidden={!settled && !state.search}>
        <LazyHomeBox />
        {viewer.scopes.includes('DEMOGRAPHICS') ? <PatientList state={state} /> : <RoleReadsNone />}
      </div>
    </>
  );
}

function PatientList({ state }: { state: ListState }): ReactElement {
  const { viewer } = useSession();
  const variables = homeVariables(state, viewer.scopes);
  const { data, receivedAt, loading, problems, again } = useKeptQuery(patientsQuery, variables);
  const page = data?.patients;
  const problem = problems[0];
  const total = page?.totalCount;

  useEffect(() => {
    if (total !== undefined && state.search)
      announce(`${total} ${total === 1 ? 'patient matches' : 'patients match'} “${state.search}”`);
  }, [total, state.search]);
  useEffect(() => {
    if (total) fetchPatientPageEarly();
  }, [total]);

  if (!page) {
    return problem && !loading ? (
      <ProblemNote problem={problem} what="your list of patients" again={again} />
    ) : (
      <Loading what="your patients" lines={12} />
    );
  }
  return (
    <>
      {problem && receivedAt !== null && (
        <StaleNote problem={problem} receivedAt={receivedAt} timeZone={viewer.organization.timeZone} again={again} />
      )}
      {page.totalCount === 0 ? (
        <EmptyList search={state.search} />
      ) : (
        <Pages key={JSON.stringify(variables)} first={page} state={state} />
      )}
    </>
  );
}

/** The first page as the query keeps it up to date, and those that "Show more" has added. */
function Pages({ first, state }: { first: PatientsPage; state: ListState }): ReactElement {
  const { connection, viewer } = useSession();
  const [more, setMore] = useState<readonly PatientsPage[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const pages = [first, ...more];
  const last = more.at(-1) ?? first;
  const rows = pages.flatMap(({ edges }) => edges.map(({ node }) => node));

  const showMore = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const variables = { ...homeVariables(state, viewer.scopes), after: last.pageInfo.endCursor };
    const { data, error } = await connection.client.query(patientsQuery, variables).toPromise();
    setBusy(false);
    setProblem((error && problemsOf(error)[0]) ?? null);
    if (!data) return;
    setMore([...more, data.patients]);
    announce(`${rows.length + data.patients.edges.length} of ${data.patients.totalCount} patients are shown`);
  };

  return (
    <>
      <PatientTable rows={rows} state={state} />
      <div className="home-foot">
        <p className="muted">
          {rows.length === first.totalCount
            ? `${rows.length} ${rows.length === 1 ? 'patient' : 'patients'}`
            : `${rows.length} of ${first.totalCount} patients`}
          {state.sort && last.pageInfo.hasNextPage && ', sorted among those shown'}
          {state.search && ` for “${state.search}”`}
        </p>
        {last.pageInfo.hasNextPage && (
          <button type="button" className="button" aria-disabled={busy} onClick={() => void showMore()}>
            {busy ? 'Loading more' : 'Show more'}
          </button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} what="the next part of the list" again={() => void showMore()} />}
    </>
  );
}

import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { useSearch } from 'wouter';
import { announce } from '#portal/app/announce.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { useMorePages } from '#portal/app/use-more-pages.ts';
import { usePage } from '#portal/app/use-page.ts';
import { LazyHomeBox } from '#portal/duplicate-tests/lazy-home-box.tsx';
import { LazyHomeRegion } from '#portal/home/lazy-home.tsx';
import { homeTitle } from '#portal/identity/roles.ts';
import { EmptyList, RoleReadsNone } from '#portal/patient/empty-list.tsx';
import { fetchPatientPageEarly } from '#portal/patient/lazy-patient-page.tsx';
import { homeVariables, readListState, type ListState } from '#portal/patient/list-state.ts';
import { patientsQuery, type PatientsPage } from '#portal/patient/patients.query.ts';
import { PatientTable } from '#portal/patient/patient-table.tsx';
import { ListFoot } from '#portal/ui/list-foot.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';

const LIST_WAITS_MS = 3_000;

export function HomePage(): ReactElement {
  const { viewer } = useSession();
  usePage(homeTitle(viewer));
  const state = readListState(useSearch());
  const [settled, setSettled] = useState(false);
  const ready = useCallback(() => setSettled(true), []);
  // What asks the reader may be slow or fail: the patients never wait for it longer than this.
  useEffect(() => {
    const waited = setTimeout(ready, LIST_WAITS_MS);
    return () => clearTimeout(waited);
  }, [ready]);
  const shown = settled || state.search !== '';
  return (
    <>
      <div className="home-head">
        <h1>{homeTitle(viewer)}</h1>
      </div>
      {!state.search && <LazyHomeRegion ready={ready} />}
      {/* Asked for at once, shown below what asks the reader once that has its size: nothing jumps. */}
      <div hidden={!shown}>
        {/* Who searches wants the patient, and not a second field for one in between. */}
        {!state.search && <LazyHomeBox />}
        {viewer.scopes.includes('DEMOGRAPHICS') ? <PatientList state={state} shown={shown} /> : <RoleReadsNone />}
      </div>
    </>
  );
}

function PatientList({ state, shown }: { state: ListState; shown: boolean }): ReactElement {
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
  // On a poor line the next page's program would hold up what this one still waits for.
  useEffect(() => {
    if (total && shown) fetchPatientPageEarly();
  }, [total, shown]);

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

function Pages({ first, state }: { first: PatientsPage; state: ListState }): ReactElement {
  const { viewer } = useSession();
  const pages = useMorePages(
    first,
    { query: patientsQuery, variables: homeVariables(state, viewer.scopes), of: ({ patients }) => patients },
    (count) => `${count} of ${first.totalCount} patients are shown`,
  );
  const { nodes: rows, hasMore } = pages;
  return (
    <>
      <PatientTable rows={rows} state={state} />
      <ListFoot pages={pages} what="the next part of the list">
        {rows.length === first.totalCount
          ? `${rows.length} ${rows.length === 1 ? 'patient' : 'patients'}`
          : `${rows.length} of ${first.totalCount} patients`}
        {state.sort && hasMore && ', sorted among those shown'}
        {state.search && ` for “${state.search}”`}
      </ListFoot>
    </>
  );
}

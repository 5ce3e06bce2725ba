import { useEffect, type ReactElement } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { announce } from '#portal/app/announce.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { useMorePages } from '#portal/app/use-more-pages.ts';
import { usePage } from '#portal/app/use-page.ts';
import { RoleReadsNone } from '#portal/patient/empty-list.tsx';
import { dueQuery, type DueResult } from '#portal/survivorship/due.query.ts';
import { dueAddress, dueVariables, readDueState, spans, type DueState } from '#portal/survivorship/due-state.ts';
import { DueTable } from '#portal/survivorship/due-table.tsx';
import type { Owner } from '#portal/survivorship/plan.query.ts';
import { ownerWords, ownOwner } from '#portal/survivorship/words.ts';
import { ListFoot } from '#portal/ui/list-foot.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { Note } from '#portal/ui/note.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';
import '#portal/survivorship/plan.css';
import '#portal/survivorship/due.css';

/** Everything of the follow-up plans that is due or overdue, over all the patients that the reader may read. */
export function DuePage(): ReactElement {
  usePage('Due');
  const { viewer } = useSession();
  const state = readDueState(useSearch(), ownOwner(viewer.role));
  return (
    <>
      <div className="home-head">
        <h1>Due in follow-up</h1>
        <p className="muted">Of all your patients with a signed plan, the longest overdue first.</p>
      </div>
      {viewer.scopes.includes('CARE_PLAN') ? (
        <>
          <Filters state={state} />
          <DueList state={state} />
        </>
      ) : (
        <RoleReadsNone />
      )}
    </>
  );
}

/** What the oncologist asks of those who share the follow-up. */
const lateAtPrimaryCare: DueState = { owner: 'PRIMARY_CARE', overdue: true, withinDays: null };

function Filters({ state }: { state: DueState }): ReactElement {
  const { viewer } = useSession();
  const [, go] = useLocation();
  const own = ownOwner(viewer.role);
  const show = (change: Partial<DueState>): void => go(dueAddress({ ...state, ...change }), { replace: true });
  const when = state.overdue ? 'overdue' : String(state.withinDays ?? '');
  return (
    <form className="due-filters" aria-label="Filters">
      {own === 'ONCOLOGY' && (
        <Link
          href={dueAddress(lateAtPrimaryCare)}
          className="button"
          aria-current={dueAddress(state) === dueAddress(lateAtPrimaryCare) ? 'true' : undefined}
        >
          Overdue at primary care
        </Link>
      )}
      <div className="field">
        <label htmlFor="due-owner">Whose</label>
        <select
          id="due-owner"
          className="input"
          value={state.owner ?? ''}
          onChange={({ target }) => show({ owner: (target.value || null) as Owner | null })}
        >
          <option value="">Everybody’s</option>
          {(Object.keys(ownerWords) as Owner[]).map((owner) => (
            <option key={owner} value={owner}>
              {owner === own ? `Yours (${ownerWords[owner].toLowerCase()})` : ownerWords[owner]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="due-when">When</label>
        <select
          id="due-when"
          className="input"
          value={when}
          onChange={({ target: { value } }) =>
            show({ overdue: value === 'overdue', withinDays: Number(value) || null })
          }
        >
          <option value="">Due now or overdue</option>
          <option value="overdue">Overdue only</option>
          {spans.map((days) => (
            <option key={days} value={days}>
              Due within {days} days
            </option>
          ))}
        </select>
      </div>
    </form>
  );
}

function DueList({ state }: { state: DueState }): ReactElement {
  const { viewer } = useSession();
  const variables = dueVariables(state);
  const { data, receivedAt, loading, problems, again } = useKeptQuery(dueQuery, variables);
  const [problem] = problems;
  const page = data?.dueItems;
  const total = page?.totalCount;
  useEffect(() => {
    if (total !== undefined) announce(`${total} due`);
  }, [total]);
  if (!page) {
    return problem && !loading ? (
      <ProblemNote problem={problem} what="the list of what is due" again={again} />
    ) : (
      <Loading what="what is due" lines={10} />
    );
  }
  return (
    <>
      {problem && receivedAt !== null && (
        <StaleNote problem={problem} receivedAt={receivedAt} timeZone={viewer.organization.timeZone} again={again} />
      )}
      {page.totalCount === 0 ? (
        <Note title="Nothing here is due.">
          <p className="prose">
            The list holds lines of signed follow-up plans. A patient without a signed plan is not in it, and that does
            not mean that nothing is needed. Widen the filters to see what others have.
          </p>
        </Note>
      ) : (
        <Pages key={JSON.stringify(variables)} first={page} state={state} />
      )}
    </>
  );
}

function Pages({ first, state }: { first: DueResult; state: DueState }): ReactElement {
  const pages = useMorePages(
    first,
    { query: dueQuery, variables: dueVariables(state), of: ({ dueItems }) => dueItems },
    (count) => `${count} of ${first.totalCount} are shown`,
  );
  return (
    <>
      <DueTable rows={pages.nodes} />
      <ListFoot pages={pages} what="the rest of the list">
        {pages.nodes.length} of {first.totalCount}
      </ListFoot>
    </>
  );
}

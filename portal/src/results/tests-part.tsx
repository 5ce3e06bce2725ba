import { useState, type ReactElement } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { useMorePages } from '#portal/app/use-more-pages.ts';
import { CheckCard } from '#portal/duplicate-tests/check-card.tsx';
import { partAddress } from '#portal/patient/parts.ts';
import { resultPageSize, resultsQuery, type ResultsPage } from '#portal/results/results.query.ts';
import { ResultsTable } from '#portal/results/results-table.tsx';
import type { Series } from '#portal/results/series.query.ts';
import { Trend } from '#portal/results/trend.tsx';
import { Card } from '#portal/ui/card.tsx';
import { instantWords } from '#portal/ui/dates.ts';
import { ListFoot } from '#portal/ui/list-foot.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';

export function TestsPart({ id }: { id: string }): ReactElement {
  const { viewer } = useSession();
  const family = new URLSearchParams(useSearch()).get('family');
  const variables = { id, first: resultPageSize, after: null, since: null, trends: true };
  const all = useKeptQuery(resultsQuery, { ...variables, family: null });
  const some = useKeptQuery(resultsQuery, { ...variables, family, trends: false }, family === null);
  const rows = family === null ? all : some;
  const series = all.data?.patient.resultFamilies ?? [];
  const page = rows.data?.patient.results;
  const problem = rows.problems[0] ?? all.problems[0];

  return (
    <>
      <CheckCard patientId={id} />
      {problem && !page && !rows.loading && (
        <ProblemNote problem={problem} what="the test results" again={rows.again} />
      )}
      {problem && page && rows.receivedAt !== null && (
        <StaleNote
          problem={problem}
          receivedAt={rows.receivedAt}
          timeZone={viewer.organization.timeZone}
          again={rows.again}
        />
      )}
      {all.data && series.length > 0 && <Trends id={id} series={series} family={family} />}
      {!page && rows.loading && <Loading what="the test results" lines={12} />}
      {page && (
        <Rows
          key={family}
          id={id}
          first={page}
          family={family}
          families={familiesOf(series, all.data?.patient.results)}
        />
      )}
    </>
  );
}

function familiesOf(series: readonly Series[], page: ResultsPage | undefined): string[] {
  const listed = page?.edges.flatMap(({ node }) => (node.family === null ? [] : [node.family])) ?? [];
  return [...new Set([...series.map(({ family }) => family), ...listed])].toSorted((a, b) => a.localeCompare(b, 'en'));
}

/** More than these and the table of results is out of sight. */
const trendsAtFirst = 6;

const testsAddress = (id: string, family: string | null): string =>
  `${partAddress(id, 'tests')}${family === null ? '' : `?family=${encodeURIComponent(family)}`}`;

function Trends({
  id,
  series,
  family,
}: {
  id: string;
  series: readonly Series[];
  family: string | null;
}): ReactElement | null {
  const [all, setAll] = useState(false);
  const wanted = family === null ? series : series.filter((one) => one.family === family);
  // The server puts tumour markers and blood counts first.
  const shown = all ? wanted : wanted.slice(0, trendsAtFirst);
  if (shown.length === 0) return null;
  return (
    <Card title="Over time">
      <div className="trends">
        {shown.map((one) => (
          <Trend
            key={one.family}
            series={one}
            heading={
              <Link className="trend-link" href={testsAddress(id, family === null ? one.family : null)}>
                {one.name}
              </Link>
            }
          />
        ))}
      </div>
      {shown.length < wanted.length && (
        <p>
          <button type="button" className="button" onClick={() => setAll(true)}>
            Show all {wanted.length} tests over time
          </button>
        </p>
      )}
    </Card>
  );
}

interface RowsProps {
  id: string;
  first: ResultsPage;
  family: string | null;
  families: readonly string[];
}

function Rows({ id, first, family, families }: RowsProps): ReactElement {
  const { viewer } = useSession();
  const [, go] = useLocation();
  const pages = useMorePages(
    first,
    {
      query: resultsQuery,
      variables: { id, first: resultPageSize, after: null, family, since: null, trends: false },
      of: ({ patient }) => patient.results,
    },
    (count) => `${count} of ${first.totalCount} results are shown`,
  );
  const rows = pages.nodes;

  if (first.state !== 'RECORDED' && rows.length === 0) {
    return (
      <Card title="Test results">
        <p className="muted">Not recorded: no test result was sent. This does not mean that no test was done.</p>
      </Card>
    );
  }
  return (
    <Card
      title="Test results"
      foot={first.asOf && `Latest result received as of ${instantWords(first.asOf, viewer.organization.timeZone)}`}
    >
      <div className="field results-filter">
        <label htmlFor="family">Show</label>
        <select
          id="family"
          className="input"
          value={family ?? ''}
          onChange={({ target }) => go(testsAddress(id, target.value || null), { replace: true })}
        >
          <option value="">All tests</option>
          {(family !== null && !families.includes(family) ? [family, ...families] : families).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {rows.length === 0 ? (
        <p>
          No result of {family}. <Link href={testsAddress(id, null)}>Show all tests</Link>
        </p>
      ) : (
        <ResultsTable rows={rows} />
      )}
      <ListFoot pages={pages} what="the next part of the results">
        {rows.length} of {first.totalCount} results, the latest first
      </ListFoot>
    </Card>
  );
}

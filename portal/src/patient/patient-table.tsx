import { useEffect, useRef, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { useKeys } from '#portal/app/keys.ts';
import { useSession } from '#portal/app/session.ts';
import type { Viewer } from '#portal/identity/viewer.query.ts';
import { sorted, writeListState, type ListState, type SortKey } from '#portal/patient/list-state.ts';
import type { PatientRow } from '#portal/patient/patients.query.ts';
import { bornWords, dateWords, sinceWords } from '#portal/ui/dates.ts';
import { phaseWords } from '#portal/ui/words.ts';
import '#portal/patient/patient-table.css';

interface Column {
  sort: SortKey | null;
  title: string;
  oncology: boolean;
}

const columns: readonly Column[] = [
  { sort: 'name', title: 'Patient', oncology: false },
  { sort: 'born', title: 'Born', oncology: false },
  { sort: null, title: 'MRN', oncology: false },
  { sort: 'diagnosis', title: 'Diagnosis and phase', oncology: true },
  { sort: 'changed', title: 'New for you', oncology: true },
];

export function PatientTable({ rows, state }: { rows: readonly PatientRow[]; state: ListState }): ReactElement {
  const { viewer } = useSession();
  const [, go] = useLocation();
  const body = useRef<HTMLTableSectionElement>(null);
  const oncology = viewer.scopes.includes('ONCOLOGY');
  const shown = columns.filter((column) => oncology || !column.oncology);

  const move = (step: 1 | -1): void => {
    // What asks the reader stands above the list and is walked with it.
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.home-region .task-patient, .patient-name')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const to = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step));
    links[to]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });

  // The server's own order is by name.
  const order = state.sort ?? 'name';
  const sortBy = (key: SortKey): void => {
    const descending = order === key ? !state.descending : key === 'changed';
    go(writeListState({ ...state, sort: key, descending }), { replace: true });
  };

  // A click anywhere in a row opens it, as long as no text is being selected. The link in the row is the way for keys.
  useEffect(() => {
    const rowsOf = body.current;
    const openRow = ({ target }: Event): void => {
      if (!(target instanceof Element) || target.closest('a') || getSelection()?.toString()) return;
      target.closest('tr')?.querySelector<HTMLAnchorElement>('.patient-name')?.click();
    };
    rowsOf?.addEventListener('click', openRow);
    return () => rowsOf?.removeEventListener('click', openRow);
  }, []);

  return (
    <>
      <div className="patient-sort field">
        <label htmlFor="sort">Sort by</label>
        <select
          id="sort"
          className="input"
          value={state.sort ?? ''}
          onChange={({ target }) =>
            go(
              writeListState({
                ...state,
                sort: (target.value || null) as SortKey | null,
                descending: target.value === 'changed',
              }),
              { replace: true },
            )
          }
        >
          <option value="">Name, A to Z</option>
          {shown.map(
            ({ sort, title }) =>
              sort &&
              sort !== 'name' && (
                <option key={sort} value={sort}>
                  {sort === 'changed' ? 'What is new' : title}
                </option>
              ),
          )}
        </select>
      </div>
      {/* Shown as a list on a narrow page; the roles keep it a table for a screen reader. */}
      <table className="patients" role="table">
        <caption className="unseen">Patients shared with {viewer.organization.name}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {shown.map(({ sort, title }) => (
              <th
                key={title}
                scope="col"
                role="columnheader"
                aria-sort={order === sort ? (state.descending ? 'descending' : 'ascending') : undefined}
              >
                {sort ? (
                  <button type="button" className="sort" onClick={() => sortBy(sort)}>
                    {title}
                    <span aria-hidden="true" className="sort-mark">
                      {order === sort ? (state.descending ? '▼' : '▲') : ''}
                    </span>
                  </button>
                ) : (
                  title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} role="rowgroup">
          {sorted(rows, state).map((row) => (
            <tr key={row.id} role="row">
              <th scope="row" role="rowheader">
                <Link href={`/patients/${row.id}`} className="patient-name">
                  {row.name}
                </Link>
              </th>
              <td role="cell" className="figures nowrap">
                {row.deceased ? (
                  <>
                    {row.birthDate ? dateWords(row.birthDate) : 'birth date not recorded'}
                    <span className="patient-phase">has died{row.age !== null && ` at ${row.age} y`}</span>
                  </>
                ) : (
                  bornWords(row)
                )}
              </td>
              <td role="cell" className="figures nowrap">
                <span className="patient-label">MRN </span>
                {row.mrn ?? <span className="muted">not recorded</span>}
              </td>
              {oncology && <Headline row={row} viewer={viewer} />}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Headline({ row, viewer }: { row: PatientRow; viewer: Viewer }): ReactElement {
  const { previousSignInAt } = viewer;
  const { timeZone } = viewer.organization;
  const headline = row.headline;
  if (!headline)
    return (
      <td role="cell" colSpan={2} className="muted">
        Not open to you for this patient
      </td>
    );
  const news = headline.changesSincePreviousSignIn;
  return (
    <>
      <td role="cell">
        {headline.diagnosis ?? <span className="muted">Diagnosis not recorded</span>}
        <span className="patient-phase">{phaseWords[headline.phase]}</span>
      </td>
      <td role="cell" className="nowrap">
        {news > 0 ? (
          <strong className="patient-news">
            {news} {news === 1 ? 'change' : 'changes'}
          </strong>
        ) : (
          previousSignInAt !== null && <span className="muted">Nothing new</span>
        )}
        <span className="patient-phase">
          {headline.lastChangeAt
            ? `last change ${sinceWords(headline.lastChangeAt, Date.now(), timeZone)}`
            : 'no change recorded'}
        </span>
      </td>
    </>
  );
}

import { useRef, useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useKeys } from '#portal/app/keys.ts';
import { useTimeZone } from '#portal/app/session.ts';
import { answered } from '#portal/survivorship/answer-buttons.tsx';
import { useDueAnswer } from '#portal/survivorship/due-answer.tsx';
import { byPatient, type DueGroup } from '#portal/survivorship/due-groups.ts';
import type { DueRow } from '#portal/survivorship/due.query.ts';
import { StateWord } from '#portal/survivorship/line-row.tsx';
import { lineAddress, viewAddress } from '#portal/survivorship/plan-views.ts';
import { doneWords, lineCount, ownerWords, whenWords } from '#portal/survivorship/words.ts';
import { dateWords } from '#portal/ui/dates.ts';
import '#portal/ui/table.css';

/** Each patient once, with a row for each line that is due: what and whose, since when, last done, and what the reader can do. */
export function DueTable({ rows }: { rows: readonly DueRow[] }): ReactElement {
  const table = useRef<HTMLTableElement>(null);
  const move = (step: 1 | -1): void => {
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('.due-link') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <div className="card">
      {/* Shown as a list on a narrow page; the roles keep it a table for a screen reader. */}
      <table ref={table} className="table due-table" role="table">
        <caption className="unseen">What is due by patient, the longest overdue first</caption>
        <thead role="rowgroup">
          <tr role="row">
            {['What, and whose', 'When', 'Last done', 'What you can do'].map((title) => (
              <th key={title} scope="col" role="columnheader">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {byPatient(rows).map((group) => (
          <tbody key={group.patient.id} role="rowgroup">
            <PatientRow {...group} />
            {group.rows.map((row) => (
              <DueLine key={row.id} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function PatientRow({ patient: { id, name, birthDate, mrn }, rows }: DueGroup): ReactElement {
  const overdue = rows.filter(({ state }) => state === 'OVERDUE').length;
  return (
    <tr role="row" className="due-patient">
      <th scope="rowgroup" role="rowheader" colSpan={4}>
        <Link href={viewAddress(id, 'page')}>{name}</Link>{' '}
        <span className="table-more">
          {birthDate ? `born ${dateWords(birthDate)}` : 'birth date not recorded'}, MRN {mrn ?? 'not recorded'};{' '}
          {lineCount(rows.length)}
          {overdue > 0 && `, ${overdue} overdue`}
        </span>
      </th>
    </tr>
  );
}

function DueLine({ row }: { row: DueRow }): ReactElement {
  const zone = useTimeZone();
  const [now] = useState(Date.now);
  const line = useRef<HTMLTableRowElement>(null);
  const { buttons, below } = useDueAnswer(row, line);
  const { id, patient, title, owner, dueOn, state, response, responseWords } = row;
  return (
    <>
      <tr role="row" ref={line}>
        <th scope="row" role="rowheader">
          <Link href={lineAddress(patient.id, id)} className="due-link">
            {title}
          </Link>
          <span className="table-more">
            {ownerWords[owner]}
            {response !== 'NONE' && `. ${answered[response]}`}
            {responseWords && `: “${responseWords}”`}
          </span>
        </th>
        <td role="cell" className="figures">
          <StateWord state={state} />{' '}
          <span className="plan-day">{whenWords({ nextDue: dueOn, state }, now, zone)}</span>
        </td>
        <td role="cell" className="small">
          {doneWords(row)}
        </td>
        <td role="cell" className="due-answer">
          {buttons}
        </td>
      </tr>
      {below && (
        <tr role="row" className="due-below">
          <td role="cell" colSpan={4}>
            {below}
          </td>
        </tr>
      )}
    </>
  );
}

import { useRef, useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useKeys } from '#portal/app/keys.ts';
import { useSession } from '#portal/app/session.ts';
import type { DueRow } from '#portal/survivorship/due.query.ts';
import { StateWord } from '#portal/survivorship/line-row.tsx';
import { ownerWords, whenWords } from '#portal/survivorship/words.ts';
import { dateWords } from '#portal/ui/dates.ts';
import '#portal/ui/table.css';

/** A row for each line that is due: who, what, since when, whose. */
export function DueTable({ rows }: { rows: readonly DueRow[] }): ReactElement {
  const { viewer } = useSession();
  const body = useRef<HTMLTableSectionElement>(null);
  const [now] = useState(Date.now);
  const move = (step: 1 | -1): void => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('.due-link') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <div className="card">
      {/* Shown as a list on a narrow page; the roles keep it a table for a screen reader. */}
      <table className="table" role="table">
        <caption className="unseen">What is due, the longest overdue first</caption>
        <thead role="rowgroup">
          <tr role="row">
            {['Patient', 'What', 'When', 'Whose'].map((title) => (
              <th key={title} scope="col" role="columnheader">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} role="rowgroup">
          {rows.map(({ id, patient, title, owner, dueOn, state }) => (
            <tr key={id} role="row">
              <th scope="row" role="rowheader">
                <Link href={`/patients/${patient.id}/plan`} className="due-link">
                  {patient.name}
                </Link>
                <span className="table-more">
                  {patient.birthDate ? `born ${dateWords(patient.birthDate)}` : 'birth date not recorded'}, MRN{' '}
                  {patient.mrn ?? 'not recorded'}
                </span>
              </th>
              <td role="cell">{title}</td>
              <td role="cell" className="figures">
                <StateWord state={state} /> {whenWords({ nextDue: dueOn, state }, now, viewer.organization.timeZone)}
              </td>
              <td role="cell">{ownerWords[owner]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { Flag } from '#portal/results/flag.tsx';
import type { ResultRow } from '#portal/results/results.query.ts';
import { referenceWords, valueWords } from '#portal/results/trend-words.ts';
import { clockWords, dayWords } from '#portal/ui/dates.ts';
import { statusWords } from '#portal/ui/words.ts';
import '#portal/ui/table.css';

export function ResultsTable({ rows }: { rows: readonly ResultRow[] }): ReactElement {
  const zone = useTimeZone();
  return (
    <table className="table" role="table">
      <caption className="unseen">Test results, the latest first</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            Test
          </th>
          <th scope="col" role="columnheader" className="number">
            Result
          </th>
          <th scope="col" role="columnheader">
            Flag
          </th>
          <th scope="col" role="columnheader">
            Reference
          </th>
          <th scope="col" role="columnheader">
            Taken
          </th>
          <th scope="col" role="columnheader">
            From
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <th scope="row" role="rowheader">
              {row.name}
              {row.status !== 'final' && <span className="table-more">{statusWords(row.status)}</span>}
            </th>
            <td role="cell" className={row.value === null ? undefined : 'number nowrap'}>
              {valueWords(row.text, row.unit)}
            </td>
            <td role="cell">{row.flag ? <Flag flag={row.flag} /> : <span className="muted">no flag</span>}</td>
            <td role="cell" className="figures nowrap" data-label="reference">
              {referenceWords(row.referenceLow, row.referenceHigh) ?? <span className="muted">not sent</span>}
            </td>
            <td role="cell" className="figures nowrap">
              {row.at ? dayWords(row.at, zone) : <span className="muted">time not recorded</span>}
              {row.at && <span className="table-more">{clockWords(row.at, zone)}</span>}
            </td>
            <td role="cell" className="small">
              {row.institution}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

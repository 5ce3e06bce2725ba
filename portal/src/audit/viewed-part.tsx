import { useState, type ReactElement } from 'react';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { accessLogQuery } from '#portal/audit/access-log.query.ts';
import { sittingsOf } from '#portal/audit/sittings.ts';
import { actionWords, partWords } from '#portal/audit/words.ts';
import { roleWords } from '#portal/identity/roles.ts';
import { Card } from '#portal/ui/card.tsx';
import { clockWords, dayWords } from '#portal/ui/dates.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';
import '#portal/ui/table.css';

const pageSize = 50;

/** "06:28 MST", or "06:28 MST to 06:30 MST" */
function spanWords(from: string, until: string, timeZone: string): string {
  const [first, last] = [clockWords(from, timeZone), clockWords(until, timeZone)];
  return first === last ? last : `${first} to ${last}`;
}

export function ViewedPart({ id }: { id: string }): ReactElement {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const [first, setFirst] = useState(pageSize);
  const { data, receivedAt, loading, problems, again } = useKeptQuery(accessLogQuery, { id, first });
  const [problem] = problems;
  const entries = data?.patient.accessLog;
  if (!entries) {
    return problem && !loading ? (
      <ProblemNote problem={problem} what="the list of who has viewed this" again={again} />
    ) : (
      <Loading what="who has viewed this" lines={10} />
    );
  }
  return (
    <Card
      title="Who has viewed this"
      foot="Portage writes down every reading of this record, yours too. The list cannot be changed."
    >
      {problem && receivedAt !== null && (
        <StaleNote problem={problem} receivedAt={receivedAt} timeZone={zone} again={again} />
      )}
      {entries.length === 0 ? (
        <p>Nobody before you. Your own reading is added now.</p>
      ) : (
        <table className="table" role="table">
          <caption className="unseen">Readings of this record, the latest first</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                When
              </th>
              <th scope="col" role="columnheader">
                Who
              </th>
              <th scope="col" role="columnheader">
                What
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {sittingsOf(entries, zone).map(({ last, from, deeds }) => (
              <tr key={`${last.at}${last.personName}`} role="row">
                <td role="cell" className="figures nowrap">
                  {dayWords(last.at, zone)}
                  <span className="table-more">{spanWords(from, last.at, zone)}</span>
                </td>
                <td role="cell">
                  <strong>{last.personName}</strong>
                  <span className="table-more">
                    {roleWords[last.role]}, {last.organization}
                  </span>
                </td>
                <td role="cell">
                  <ul>
                    {deeds.map(({ action, times, sections }) => (
                      <li key={action}>
                        {actionWords[action] ?? action}
                        {times > 1 && <span className="small muted"> {times} times</span>}
                        {sections.length > 0 && (
                          <span className="table-more">
                            {sections.map((name) => partWords[name] ?? name).join(', ')}
                          </span>
                        )}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entries.length >= first && (
        <button type="button" className="button" onClick={() => setFirst(first + 150)}>
          Show more
        </button>
      )}
    </Card>
  );
}

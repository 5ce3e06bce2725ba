import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import type { SymptomSeries } from '#portal/palliative/palliative.query.ts';
import { dayWords } from '#portal/ui/dates.ts';
import { severityWords } from '#portal/ui/words.ts';
import '#portal/ui/table.css';

const order = { SEVERE: 0, MODERATE: 1, MILD: 2, NONE: 3 } as const;
const directions = { RISING: 'rising', FALLING: 'falling', STEADY: 'steady', UNKNOWN: null } as const;

/** The worst first. The score is a word and a figure; the bar only repeats it. */
export function SymptomTable({ series }: { series: readonly SymptomSeries[] }): ReactElement {
  const zone = useTimeZone();
  if (series.length === 0) return <p className="muted">Not recorded. This does not mean that there are none.</p>;
  const rows = series.toSorted((a, b) => (a.severity ? order[a.severity] : 4) - (b.severity ? order[b.severity] : 4));
  return (
    <table className="table" role="table">
      <caption className="unseen">Symptom scores, the worst first</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            Symptom
          </th>
          <th scope="col" role="columnheader">
            Score
          </th>
          <th scope="col" role="columnheader">
            Before
          </th>
          <th scope="col" role="columnheader">
            Assessed
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ item, name, max, severity, latest, points, trend, instrument }) => (
          <tr key={instrument + item} role="row">
            <th scope="row" role="rowheader">
              {name}
            </th>
            <td role="cell" className="figures">
              {latest ? (
                <strong>{latest.value === null ? latest.text : `${latest.value} of ${max}`}</strong>
              ) : (
                'no score'
              )}
              {severity && `, ${severityWords[severity]}`}
              {latest?.value !== null && latest && <Bar share={latest.value / max} />}
            </td>
            <td role="cell" className="figures" data-label="before">
              {points.length > 1 ? (
                points
                  .slice(-4, -1)
                  .map(({ value, text }) => value ?? text)
                  .join(', ')
              ) : (
                <span className="muted">none</span>
              )}
              {points.length > 1 && directions[trend] && <span className="table-more">{directions[trend]}</span>}
            </td>
            <td role="cell" className="figures nowrap">
              {latest ? dayWords(latest.at, zone) : ''}
              <span className="table-more">{instrument}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ share }: { share: number }): ReactElement {
  return (
    <svg className="symptom-bar" aria-hidden="true">
      <rect x="0.5" y="0.5" width="99%" height="10" rx="2" className="symptom-back" />
      <rect
        x="0.5"
        y="0.5"
        width={`${Math.min(1, Math.max(0, share)) * 99}%`}
        height="10"
        rx="2"
        className="symptom-fill"
      />
    </svg>
  );
}

import { useId, type ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import type { Oncology, Treatment, TreatmentKind } from '#portal/oncology/oncology.query.ts';
import { layOut, type Timeline } from '#portal/oncology/timeline-layout.ts';
import { doseWords, spanWords } from '#portal/oncology/words.ts';
import { Card } from '#portal/ui/card.tsx';
import { isoDay } from '#portal/ui/dates.ts';
import { kindWords, statusWords } from '#portal/ui/words.ts';
import '#portal/oncology/treatment-card.css';

const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)}%`;
const patterned = ['SYSTEMIC', 'RADIATION', 'TRANSPLANT', 'OTHER', 'SURGERY'] as const;

/** One table is both: each row says its treatment in words and draws it on the common scale. */
export function TreatmentCard({ oncology: { treatments, state } }: { oncology: Oncology }): ReactElement {
  const zone = useTimeZone();
  const patterns = useId();
  if (treatments.length === 0) {
    return (
      <Card title="Cancer treatment">
        <p className="muted">
          {state === 'NONE_KNOWN'
            ? 'None: a source states this.'
            : 'Not recorded. This does not mean that there was none.'}
        </p>
      </Card>
    );
  }
  const timeline = layOut(treatments, isoDay(Date.now(), zone));
  return (
    <Card title="Cancer treatment">
      <Patterns id={patterns} />
      <table className="timeline" role="table">
        <caption className="unseen">Cancer treatments</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Treatment
            </th>
            <th scope="col" role="columnheader">
              When
            </th>
            <th scope="col" role="columnheader">
              Kind and doses
            </th>
            {timeline && (
              <td aria-hidden="true" className="timeline-scale">
                <Scale timeline={timeline} />
              </td>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {treatments.map((treatment) => (
            <tr key={treatment.id} role="row">
              <th scope="row" role="rowheader">
                {treatment.name}
              </th>
              <td role="cell" className="figures">
                {spanWords(treatment)}, {statusWords(treatment.status)}
                {treatment.terminationReason && `: ${treatment.terminationReason}`}
              </td>
              <td role="cell" className="timeline-more">
                {kindWords[treatment.kind]}
                {treatment.intent && `, ${treatment.intent} intent`}
                {treatment.doses.length > 0 && `. ${treatment.doses.map(doseWords).join('; ')}`}
              </td>
              {timeline && (
                <td aria-hidden="true" className="timeline-track">
                  <Track timeline={timeline} treatment={treatment} patterns={patterns} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {timeline && <Legend kinds={new Set(treatments.map(({ kind }) => kind))} patterns={patterns} />}
    </Card>
  );
}

function Scale({ timeline: { ticks, today } }: { timeline: Timeline }): ReactElement {
  return (
    <svg className="timeline-svg">
      {ticks.map(({ at, label }) => (
        <text key={at} x={percent(at)} y="22" className="timeline-tick">
          {label}
        </text>
      ))}
      <line x1={percent(today)} x2={percent(today)} y1="0" y2="100%" className="timeline-today" />
    </svg>
  );
}

function Track({
  timeline,
  treatment,
  patterns,
}: {
  timeline: Timeline;
  treatment: Treatment;
  patterns: string;
}): ReactElement {
  const bar = timeline.bars.find(({ id }) => id === treatment.id);
  return (
    <svg className="timeline-svg">
      {timeline.ticks.map(({ at }) => (
        <line key={at} x1={percent(at)} x2={percent(at)} y1="0" y2="100%" className="timeline-grid" />
      ))}
      <line x1={percent(timeline.today)} x2={percent(timeline.today)} y1="0" y2="100%" className="timeline-today" />
      {bar && !bar.point && (
        <>
          <rect
            x={percent(bar.from)}
            width={percent(bar.to - bar.from)}
            y="9"
            height="16"
            rx="2"
            className="timeline-bar-back"
          />
          <rect
            x={percent(bar.from)}
            width={percent(bar.to - bar.from)}
            y="9"
            height="16"
            rx="2"
            className="timeline-bar"
            fill={`url(#${patterns}${treatment.kind})`}
          />
          {bar.open && (
            <svg x={percent(bar.to)} y="9" overflow="visible">
              <path d="M0 0l9 8-9 8z" className="timeline-mark" />
            </svg>
          )}
        </>
      )}
      {bar?.point && (
        <svg x={percent(bar.from)} y="17" overflow="visible">
          <Mark kind={treatment.kind} patterns={patterns} />
        </svg>
      )}
    </svg>
  );
}

/** Surgery is a moment and always a mark; of the others a mark is a bar too short to be drawn, in the same pattern. */
function Mark({ kind, patterns }: { kind: TreatmentKind; patterns: string }): ReactElement {
  if (kind === 'SURGERY') return <path d="M0-10 10 0 0 10-10 0z" className="timeline-mark" />;
  return (
    <>
      <circle r="8" className="timeline-bar-back" />
      <circle r="8" className="timeline-bar" fill={`url(#${patterns}${kind})`} />
    </>
  );
}

function Legend({ kinds, patterns }: { kinds: ReadonlySet<TreatmentKind>; patterns: string }): ReactElement {
  return (
    <ul className="timeline-legend" aria-hidden="true">
      {patterned.map(
        (kind) =>
          kinds.has(kind) && (
            <li key={kind}>
              <svg width="26" height="18">
                {kind === 'SURGERY' ? (
                  <svg x="13" y="9" overflow="visible">
                    <Mark kind={kind} patterns={patterns} />
                  </svg>
                ) : (
                  <>
                    <rect x="1" y="1" width="24" height="16" rx="2" className="timeline-bar-back" />
                    <rect
                      x="1"
                      y="1"
                      width="24"
                      height="16"
                      rx="2"
                      className="timeline-bar"
                      fill={`url(#${patterns}${kind})`}
                    />
                  </>
                )}
              </svg>
              {kindWords[kind]}
            </li>
          ),
      )}
      <li>
        <svg width="8" height="18">
          <line x1="4" x2="4" y1="0" y2="18" className="timeline-today" />
        </svg>
        Today
      </li>
    </ul>
  );
}

/** A kind of treatment is a pattern and a word: it survives a grey print and an eye that does not tell colours apart. */
function Patterns({ id }: { id: string }): ReactElement {
  return (
    <svg className="timeline-patterns" aria-hidden="true">
      <defs>
        <pattern id={`${id}SYSTEMIC`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" className="timeline-ink" strokeWidth="5" />
        </pattern>
        <pattern id={`${id}RADIATION`} width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1.7" className="timeline-dot" />
        </pattern>
        <pattern
          id={`${id}TRANSPLANT`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V7M0 0H7" className="timeline-ink" strokeWidth="2" />
        </pattern>
        <pattern id={`${id}OTHER`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 3H6" className="timeline-ink" strokeWidth="1.5" />
        </pattern>
        <pattern id={`${id}SURGERY`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 0H6V6H0z" className="timeline-dot" />
        </pattern>
      </defs>
    </svg>
  );
}

import { useId, type ReactElement } from 'react';
import type { TreatmentKind } from '#portal/oncology/oncology.query.ts';
import { layOut, type Placed, type Timeline, type TimelineBar } from '#portal/oncology/timeline-layout.ts';
import { kindWords } from '#portal/ui/words.ts';
import '#portal/oncology/timeline-table.css';

/** Treatments by kind, and what a plan has done or expects. */
export type PartKind = TreatmentKind | 'DONE' | 'DUE';

export interface TimelinePart {
  kind: PartKind;
  placed: Placed;
}

export interface TimelineRow {
  id: string;
  name: string;
  when: string;
  more: string;
  /** What is drawn; none where there is no date. */
  parts: readonly TimelinePart[];
}

interface Props {
  caption: string;
  heads: readonly [name: string, when: string, more: string];
  rows: readonly TimelineRow[];
  /** As "2026-11-22". */
  today: string;
}

const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)}%`;
const legend: Record<PartKind, string> = { ...kindWords, DONE: 'Done', DUE: 'Due' };
const kinds = Object.keys(legend) as PartKind[];
const marked: readonly PartKind[] = ['SURGERY', 'DONE'];

/** One table is both: each row says its facts in words and draws them on the common scale. */
export function TimelineTable({ caption, heads, rows, today }: Props): ReactElement {
  const patterns = useId();
  const parts = rows.flatMap((row) => row.parts);
  const timeline = layOut(
    parts.map(({ placed }) => placed),
    today,
  );
  return (
    <>
      <Patterns id={patterns} />
      <table className="timeline" role="table">
        <caption className="unseen">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head) => (
              <th key={head} scope="col" role="columnheader">
                {head}
              </th>
            ))}
            {timeline && (
              <td aria-hidden="true" className="timeline-scale">
                <Scale timeline={timeline} />
              </td>
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ id, name, when, more, parts: own }) => (
            <tr key={id} role="row">
              <th scope="row" role="rowheader">
                {name}
              </th>
              <td role="cell" className="figures">
                {when}
              </td>
              <td role="cell" className="timeline-more">
                {more}
              </td>
              {timeline && (
                <td aria-hidden="true" className="timeline-track">
                  <Track timeline={timeline} parts={own} patterns={patterns} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {timeline && <Legend shown={new Set(parts.map(({ kind }) => kind))} patterns={patterns} />}
    </>
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

interface TrackProps {
  timeline: Timeline;
  parts: readonly TimelinePart[];
  patterns: string;
}

function Track({ timeline, parts, patterns }: TrackProps): ReactElement {
  return (
    <svg className="timeline-svg">
      {timeline.ticks.map(({ at }) => (
        <line key={at} x1={percent(at)} x2={percent(at)} y1="0" y2="100%" className="timeline-grid" />
      ))}
      <line x1={percent(timeline.today)} x2={percent(timeline.today)} y1="0" y2="100%" className="timeline-today" />
      {parts.map(({ kind, placed }) => {
        const bar = timeline.bars.find(({ id }) => id === placed.id);
        return bar && <Part key={placed.id} bar={bar} kind={kind} patterns={patterns} />;
      })}
    </svg>
  );
}

function Part({ bar, kind, patterns }: { bar: TimelineBar; kind: PartKind; patterns: string }): ReactElement {
  if (bar.point) {
    return (
      <svg x={percent(bar.from)} y="17" overflow="visible">
        <Mark kind={kind} patterns={patterns} />
      </svg>
    );
  }
  const place = { x: percent(bar.from), width: percent(bar.to - bar.from), y: 9, height: 16, rx: 2 };
  return (
    <>
      <rect {...place} className="timeline-bar-back" />
      <rect {...place} className="timeline-bar" fill={`url(#${patterns}${kind})`} />
      {bar.open && (
        <svg x={percent(bar.to)} y="9" overflow="visible">
          <path d="M0 0l9 8-9 8z" className="timeline-mark" />
        </svg>
      )}
    </>
  );
}

/** Surgery and what is done are moments and always marks; of the others a mark is a bar too short to be drawn. */
function Mark({ kind, patterns }: { kind: PartKind; patterns: string }): ReactElement {
  if (kind === 'SURGERY') return <path d="M0-10 10 0 0 10-10 0z" className="timeline-mark" />;
  if (kind === 'DONE') return <path d="M-7 0-2 6 8-7" className="timeline-done" />;
  return (
    <>
      <circle r="8" className="timeline-bar-back" />
      <circle r="8" className="timeline-bar" fill={`url(#${patterns}${kind})`} />
    </>
  );
}

function Legend({ shown, patterns }: { shown: ReadonlySet<PartKind>; patterns: string }): ReactElement {
  const box = { x: 1, y: 1, width: 24, height: 16, rx: 2 };
  return (
    <ul className="timeline-legend" aria-hidden="true">
      {kinds.map(
        (kind) =>
          shown.has(kind) && (
            <li key={kind}>
              <svg width="26" height="18">
                {marked.includes(kind) ? (
                  <svg x="13" y="9" overflow="visible">
                    <Mark kind={kind} patterns={patterns} />
                  </svg>
                ) : (
                  <>
                    <rect {...box} className="timeline-bar-back" />
                    <rect {...box} className="timeline-bar" fill={`url(#${patterns}${kind})`} />
                  </>
                )}
              </svg>
              {legend[kind]}
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

/** A kind is a pattern and a word: it survives a grey print and an eye that does not tell colours apart. */
function Patterns({ id }: { id: string }): ReactElement {
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' } as const;
  return (
    <svg className="timeline-patterns" aria-hidden="true">
      <defs>
        <pattern id={`${id}SYSTEMIC`} {...size} patternTransform="rotate(45)">
          <path d="M0 0V6" className="timeline-ink" strokeWidth="5" />
        </pattern>
        <pattern id={`${id}RADIATION`} {...size}>
          <circle cx="3" cy="3" r="1.7" className="timeline-dot" />
        </pattern>
        <pattern id={`${id}TRANSPLANT`} {...size} width="7" height="7" patternTransform="rotate(45)">
          <path d="M0 0V7M0 0H7" className="timeline-ink" strokeWidth="2" />
        </pattern>
        <pattern id={`${id}OTHER`} {...size}>
          <path d="M0 3H6" className="timeline-ink" strokeWidth="1.5" />
        </pattern>
        <pattern id={`${id}SURGERY`} {...size}>
          <path d="M0 0H6V6H0z" className="timeline-dot" />
        </pattern>
        <pattern id={`${id}DUE`} {...size} width="12">
          <path d="M3 0V6" className="timeline-ink" strokeWidth="1.5" />
        </pattern>
      </defs>
    </svg>
  );
}

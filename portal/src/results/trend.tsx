import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { Flag } from '#portal/results/flag.tsx';
import type { Series } from '#portal/results/series.query.ts';
import { drawing, layOutTrend } from '#portal/results/trend-layout.ts';
import { referenceWords, trendWords, unitWords, valueWords } from '#portal/results/trend-words.ts';
import { dayWords } from '#portal/ui/dates.ts';
import '#portal/results/trend.css';

/** One test over time. Everything that the line shows stands beside it in words. */
export function Trend({ series, heading }: { series: Series; heading?: ReactElement }): ReactElement {
  const zone = useTimeZone();
  const { name, unit, latest, referenceLow, referenceHigh } = series;
  const layout = layOutTrend(series);
  const range = referenceWords(referenceLow, referenceHigh);
  const end = layout?.points.at(-1);
  return (
    <figure className="trend">
      <figcaption>
        <span className="trend-name">{heading ?? name}</span>
        {latest ? (
          <span className="trend-latest figures">
            <strong className="trend-value">{valueWords(latest.text, unit)}</strong> <Flag flag={latest.flag} />
            <span className="muted"> {dayWords(latest.at, zone)}</span>
          </span>
        ) : (
          <span className="muted">No value</span>
        )}
      </figcaption>
      {layout && (
        <svg className="trend-svg" viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true">
          {layout.band && (
            <rect x="0" width={drawing.width} y={layout.band.y} height={layout.band.height} className="trend-band" />
          )}
          <polyline points={layout.points.map(({ x, y }) => `${x},${y}`).join(' ')} className="trend-line" />
          {layout.points.map(({ x, y }) => (
            <circle key={`${x},${y}`} cx={x} cy={y} r="1.6" className="trend-point" />
          ))}
          {end && <circle cx={end.x} cy={end.y} r="3.4" className="trend-point" />}
        </svg>
      )}
      <p className="trend-words figures">
        {trendWords(series, zone)}.{' '}
        {range ? `Band: reference ${range}${unit ? ` ${unitWords(unit)}` : ''}.` : 'No reference range was sent.'}
      </p>
    </figure>
  );
}

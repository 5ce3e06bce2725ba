import type { ReactElement } from 'react';
import type { Series } from '#portal/results/series.query.ts';
import { Trend } from '#portal/results/trend.tsx';
import { Card } from '#portal/ui/card.tsx';

export function MarkerCard({ series }: { series: readonly Series[] }): ReactElement {
  return (
    <Card title="Tumour markers">
      <div className="trends">
        {series.map((one) => (
          <Trend key={one.family} series={one} />
        ))}
      </div>
    </Card>
  );
}

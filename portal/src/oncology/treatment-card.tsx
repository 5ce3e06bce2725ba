import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import type { Oncology } from '#portal/oncology/oncology.query.ts';
import { TimelineTable } from '#portal/oncology/timeline-table.tsx';
import { treatmentRow } from '#portal/oncology/treatment-row.ts';
import { Card } from '#portal/ui/card.tsx';
import { isoDay } from '#portal/ui/dates.ts';

export function TreatmentCard({ oncology: { treatments, state } }: { oncology: Oncology }): ReactElement {
  const zone = useTimeZone();
  return (
    <Card title="Cancer treatment">
      {treatments.length === 0 ? (
        <p className="muted">
          {state === 'NONE_KNOWN'
            ? 'None: a source states this.'
            : 'Not recorded. This does not mean that there was none.'}
        </p>
      ) : (
        <TimelineTable
          caption="Cancer treatments"
          heads={['Treatment', 'When', 'Kind and doses']}
          rows={treatments.map(treatmentRow)}
          today={isoDay(Date.now(), zone)}
        />
      )}
    </Card>
  );
}

import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { TimelineTable } from '#portal/oncology/timeline-table.tsx';
import { treatmentRow } from '#portal/oncology/treatment-row.ts';
import type { ViewProps } from '#portal/survivorship/plan-part.tsx';
import { followUpRows } from '#portal/survivorship/follow-up-rows.ts';
import { Card } from '#portal/ui/card.tsx';
import { isoDay } from '#portal/ui/dates.ts';

/** Treatment and follow-up on one scale, in words and as a picture. */
export function PlanTimeline({ patient, plan }: ViewProps): ReactElement {
  const zone = useTimeZone();
  const now = Date.now();
  const treatments = patient.oncology?.treatments ?? [];
  const followUp = followUpRows(plan.lines, now, zone);
  return (
    <Card
      title="Treatment and follow-up"
      foot="Follow-up that is due more than five years from now is told in words and not drawn."
    >
      {plan.suspendedBecause && (
        <p>
          <strong>Suspended:</strong> the dates of the follow-up do not hold.
        </p>
      )}
      {treatments.length + followUp.length === 0 ? (
        <p className="muted">Neither treatments nor follow-up with a date are recorded.</p>
      ) : (
        <TimelineTable
          caption="Treatment and follow-up"
          heads={['What', 'When', 'Details']}
          rows={[...treatments.map(treatmentRow), ...followUp]}
          today={isoDay(now, zone)}
        />
      )}
    </Card>
  );
}

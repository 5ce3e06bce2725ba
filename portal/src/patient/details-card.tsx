import type { ReactElement } from 'react';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { Card } from '#portal/ui/card.tsx';
import { Facts, NotRecorded } from '#portal/ui/facts.tsx';
import { Tel } from '#portal/ui/tel.tsx';

/** How to reach the patient. */
export function DetailsCard({
  patient: { telephone, address, language, source },
}: {
  patient: PatientRecord;
}): ReactElement {
  return (
    <Card title="Patient’s details" foot={source.name}>
      <Facts
        rows={[
          ['Telephone', telephone ? <Tel number={telephone} who="the patient" /> : <NotRecorded />],
          ['Address', address ?? <NotRecorded />],
          ['Language', language ?? <NotRecorded />],
        ]}
      />
    </Card>
  );
}

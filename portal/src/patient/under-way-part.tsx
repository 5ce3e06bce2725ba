import type { ReactElement } from 'react';
import { useSession } from '#portal/app/session.ts';
import { MessagesCard } from '#portal/messaging/messages-card.tsx';
import { WhoDoesWhatCard } from '#portal/tasks/who-does-what-card.tsx';

/** What is being asked and written about this patient: beside the record, and asked for by itself. */
export function UnderWayPart({ patientId }: { patientId: string }): ReactElement {
  const { viewer } = useSession();
  return (
    <>
      {viewer.scopes.includes('TASKS') && <WhoDoesWhatCard patientId={patientId} />}
      {viewer.scopes.includes('MESSAGES') && <MessagesCard patientId={patientId} />}
    </>
  );
}

import { useEffect } from 'react';
import { useSession } from '#portal/app/session.ts';
import { markVisitedMutation } from '#portal/home/visit.query.ts';

/** Tells the server that the reader has looked, once what there is to see is shown. A lost mark shows news twice, never none. */
export function useVisit(patientId: string | null, shown: boolean): void {
  const { connection } = useSession();
  useEffect(() => {
    if (shown) void connection.client.mutation(markVisitedMutation, { patientId }).toPromise();
  }, [connection, patientId, shown]);
}

import { lazy, Suspense, useState, type ReactElement } from 'react';
import { askAhead } from '#portal/app/client.ts';
import { useSession } from '#portal/app/session.ts';
import { patientQuery, patientVariables } from '#portal/patient/patient.query.ts';
import { Loading } from '#portal/ui/loading.tsx';

const load = () => import('#portal/patient/patient-page.tsx');
const PatientPage = lazy(async () => ({ default: (await load()).PatientPage }));

/** Fetches the page's program once the list is there; never a record, since every reading of one is written down. */
export function fetchPatientPageEarly(): void {
  // A failure shows, and is told, when the page is opened.
  void load().catch(() => undefined);
}

export function LazyPatientPage(props: { id: string; part: string }): ReactElement {
  const { connection, viewer } = useSession();
  // The record is asked for now and not once the page's program has arrived; the page then finds it under way.
  useState(() => askAhead(connection, patientQuery, patientVariables(props.id, viewer.scopes)));
  return (
    <Suspense fallback={<Loading what="the record" lines={10} />}>
      <PatientPage {...props} />
    </Suspense>
  );
}

import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { askAhead } from '#portal/app/client.ts';
import { useSession } from '#portal/app/session.ts';
import { patientQuery, patientVariables } from '#portal/patient/patient.query.ts';
import { Loading } from '#portal/ui/loading.tsx';

interface PatientPageProps {
  id: string;
  part: string;
}

let PatientPage: ComponentType<PatientPageProps> | null = null;

async function loadPatientPage(): Promise<void> {
  ({ PatientPage } = await import('#portal/patient/patient-page.tsx'));
}

/** Fetches the page's program ahead of need; never a record, since every reading of one is written down. */
export function fetchPatientPageEarly(): void {
  // A failure shows, and is told, when the page is opened.
  void loadPatientPage().catch(() => undefined);
}

/** Without Suspense, which holds a page back for 300 ms once it has shown that something is loading. */
export function LazyPatientPage(props: PatientPageProps): ReactElement {
  const { connection, viewer } = useSession();
  const [failure, setFailure] = useState<Error | null>(null);
  const [, setLoaded] = useState(PatientPage !== null);
  // The record is asked for now and not once the page's program has arrived; the page then finds it under way.
  useState(() => askAhead(connection, patientQuery, patientVariables(props.id, viewer.scopes)));
  useEffect(() => {
    if (PatientPage === null) loadPatientPage().then(() => setLoaded(true), setFailure);
  }, []);
  // To the boundary, which offers to load the page again.
  if (failure) throw failure;
  return PatientPage ? <PatientPage {...props} /> : <Loading what="the record" lines={10} />;
}

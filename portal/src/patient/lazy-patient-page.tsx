import { lazy, Suspense, type ReactElement } from 'react';
import { Loading } from '#portal/ui/loading.tsx';

const PatientPage = lazy(async () => ({ default: (await import('#portal/patient/patient-page.tsx')).PatientPage }));

export function LazyPatientPage(props: { id: string; part: string }): ReactElement {
  return (
    <Suspense fallback={<Loading what="the record" lines={10} />}>
      <PatientPage {...props} />
    </Suspense>
  );
}

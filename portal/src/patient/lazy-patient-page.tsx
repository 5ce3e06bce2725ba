import { useState, type ReactElement } from 'react';
import { askAhead } from '#portal/app/ahead.ts';
import { lazyPage } from '#portal/app/lazy-page.tsx';
import { useSession } from '#portal/app/session.ts';
import { summary } from '#portal/patient/lazy-parts.ts';
import { patientQuery, patientVariables } from '#portal/patient/patient.query.ts';

const page = lazyPage<{ id: string; part: string }>(
  async () => (await import('#portal/patient/patient-page.tsx')).PatientPage,
  'the record',
);

/** Of the page only its program; never a record, since every reading of one is written down. */
export function fetchPatientPageEarly(): void {
  page.fetchEarly();
  summary.fetchEarly();
}

export function LazyPatientPage(props: { id: string; part: string }): ReactElement {
  const { connection, viewer } = useSession();
  // The record is asked for now and not once the page's program has arrived; the page then finds it under way.
  useState(() => askAhead(connection, patientQuery, patientVariables(props.id, viewer.scopes)));
  return <page.Page {...props} />;
}

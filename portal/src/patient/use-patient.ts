import { useMemo, useState } from 'react';
import type { Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery, type Loaded } from '#portal/app/use-kept-query.ts';
import type { Section } from '#portal/identity/roles.ts';
import { closedByRole, sectionOf, type ClosedSections } from '#portal/patient/closed-sections.ts';
import { patientQuery, patientVariables, type PatientRecord } from '#portal/patient/patient.query.ts';

export interface LoadedPatient extends Omit<Loaded<unknown>, 'data'> {
  patient: PatientRecord | undefined;
  closed: ClosedSections;
  /** Asks for a part again that could not be read. */
  reopen: (section: Section) => void;
}

/**
 * The record in one request. Where one part fails, the rest is asked for without it and shown: a
 * clinician with ten minutes needs the part that works.
 */
export function usePatient(id: string): LoadedPatient {
  const { viewer } = useSession();
  const [failed, setFailed] = useState<ReadonlyMap<Section, Problem>>(new Map());
  const wanted = viewer.scopes.filter((scope) => !(failed as ReadonlyMap<string, Problem>).has(scope));
  const loaded = useKeptQuery(patientQuery, patientVariables(id, wanted));

  const bySection = loaded.problems.flatMap((problem) => {
    const section = sectionOf(problem);
    return section && !failed.has(section) ? [[section, problem] as const] : [];
  });
  if (!loaded.data && bySection.length > 0) setFailed(new Map([...failed, ...bySection]));

  const closed = useMemo<ClosedSections>(
    () =>
      new Map<Section, 'role' | Problem>([
        ...failed,
        ...closedByRole(viewer.scopes).map((section) => [section, 'role'] as const),
      ]),
    [failed, viewer.scopes],
  );
  return {
    ...loaded,
    loading: loaded.loading || bySection.length > 0,
    patient: loaded.data?.patient,
    closed,
    reopen: (section) => setFailed(new Map([...failed].filter(([name]) => name !== section))),
  };
}

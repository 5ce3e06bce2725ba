import { useEffect, type ReactElement } from 'react';
import { useSearch } from 'wouter';
import { lazyPage } from '#portal/app/lazy-page.tsx';
import { useSession } from '#portal/app/session.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { NoPlan } from '#portal/survivorship/no-plan.tsx';
import { PlanHead } from '#portal/survivorship/plan-head.tsx';
import { receiveMutation } from '#portal/survivorship/plan.mutation.ts';
import { readView, type PlanView } from '#portal/survivorship/plan-views.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { usePlan } from '#portal/survivorship/use-plan.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';
import '#portal/survivorship/plan.css';

export interface ViewProps {
  patient: PatientRecord;
  plan: Plan;
}

const pageOne = lazyPage<ViewProps>(
  async () => (await import('#portal/survivorship/page-one.tsx')).PageOne,
  'who does what',
);
const builder = lazyPage<ViewProps>(
  async () => (await import('#portal/survivorship/builder/plan-builder.tsx')).PlanBuilder,
  'the builder',
);
const timeline = lazyPage<ViewProps>(
  async () => (await import('#portal/survivorship/plan-timeline.tsx')).PlanTimeline,
  'the timeline',
);
const versions = lazyPage<ViewProps>(
  async () => (await import('#portal/survivorship/plan-versions.tsx')).PlanVersions,
  'the versions',
);

/** The follow-up plan of one patient: page one, and the other ways to look at it. */
export function PlanPart({ patient }: { patient: PatientRecord }): ReactElement {
  const { viewer } = useSession();
  const view = readView(useSearch());
  const { plan, problems, loading, receivedAt, again } = usePlan(patient.id);
  const [problem] = problems;
  useReceived(plan);
  if (plan === undefined) {
    if (!problem || loading) return <Loading what="the follow-up plan" lines={10} />;
    return <ProblemNote problem={problem} what="the follow-up plan" again={again} />;
  }
  if (plan === null) return <NoPlan patientId={patient.id} again={again} />;
  return (
    <>
      {problem && receivedAt !== null && (
        <StaleNote problem={problem} receivedAt={receivedAt} timeZone={viewer.organization.timeZone} again={again} />
      )}
      <PlanHead patient={patient} plan={plan} view={view} />
      <View view={view} patient={patient} plan={plan} />
    </>
  );
}

/** Whoever it was sent to has opened it: oncology is told, once. */
function useReceived(plan: Plan | null | undefined): void {
  const { connection } = useSession();
  const patientId = plan?.state === 'SENT' && plan.mayRespond ? plan.patient.id : null;
  useEffect(() => {
    if (patientId) void connection.client.mutation(receiveMutation, { patientId }).toPromise();
  }, [connection, patientId]);
}

function View({ view, ...props }: ViewProps & { view: PlanView }): ReactElement {
  switch (view) {
    case 'build':
      return <builder.Page {...props} />;
    case 'timeline':
      return <timeline.Page {...props} />;
    case 'versions':
      return <versions.Page {...props} />;
    case 'page':
      return <pageOne.Page {...props} />;
  }
}

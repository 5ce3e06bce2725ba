import type { ReactElement } from 'react';
import { Link, useSearch } from 'wouter';
import { graphql } from '#portal/graphql.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { usePage } from '#portal/app/use-page.ts';
import { personFields } from '#portal/messaging/messaging.query.ts';
import { NewMessageForm } from '#portal/messaging/new-message-form.tsx';
import { PatientStrip } from '#portal/messaging/patient-strip.tsx';
import { readProposal, type Proposal } from '#portal/messaging/proposal.ts';
import { DeniedRecord } from '#portal/patient/denied-record.tsx';
import { PatientChoice } from '#portal/patient/patient-choice.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/messaging/messaging.css';

const aboutQuery = graphql(
  `
    query About($id: ID!, $ofTask: Boolean!) {
      patient(id: $id) {
        id
        name
        birthDate
        mrn
        tasks @include(if: $ofTask) {
          id
          title
        }
      }
      viewer {
        id
        standsInFor {
          ...PersonFields
        }
      }
    }
  `,
  [personFields],
);

/** /messages/new?patient=…: about whom, and what else the address proposes. */
export function ComposePage(): ReactElement {
  usePage('New message');
  const params = new URLSearchParams(useSearch());
  const patientId = params.get('patient');
  return patientId === null ? (
    <>
      <h1>New message</h1>
      <p className="muted">A message is about one patient. Whom is it about?</p>
      <PatientChoice addressOf={(id) => `/messages/new?patient=${id}`} />
    </>
  ) : (
    <Compose key={patientId} patientId={patientId} proposal={readProposal(params)} />
  );
}

function Compose({ patientId, proposal }: { patientId: string; proposal: Proposal }): ReactElement {
  const { data, loading, problems, again } = useKeptQuery(aboutQuery, {
    id: patientId,
    ofTask: proposal.taskId !== null,
  });
  const [problem] = problems;
  if (!data) {
    if (!problem || loading) return <Loading what="the patient" lines={10} />;
    if (problem.kind === 'not-found' || problem.kind === 'bad-input') return <DeniedRecord />;
    return <ProblemNote problem={problem} what="the patient" again={again} />;
  }
  return (
    <article className="conversation">
      <PatientStrip patient={data.patient} />
      <div className="conversation-head">
        <h1>New message</h1>
        <div className="record-actions">
          <Link href="/messages" className="button">
            Back to messages
          </Link>
        </div>
      </div>
      <NewMessageForm
        patientId={patientId}
        proposal={proposal}
        subject={data.patient.tasks?.find(({ id }) => id === proposal.taskId)?.title ?? null}
        standsInFor={data.viewer?.standsInFor ?? []}
      />
    </article>
  );
}

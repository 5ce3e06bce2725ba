import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Link, useSearch } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { usePage } from '#portal/app/use-page.ts';
import { graphql, type ResultOf } from '#portal/graphql.ts';
import { DeniedRecord } from '#portal/patient/denied-record.tsx';
import { PatientChoice } from '#portal/patient/patient-choice.tsx';
import { askAbout } from '#portal/tasks/ask-draft.ts';
import { AskForm } from '#portal/tasks/ask-form.tsx';
import type { Task } from '#portal/tasks/task.query.ts';
import { ownerWords } from '#portal/tasks/words.ts';
import { dateWords } from '#portal/ui/dates.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { Note } from '#portal/ui/note.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/tasks/ask.css';

const aboutQuery = graphql(`
  query TaskAbout($id: ID!) {
    patient(id: $id) {
      id
      name
      birthDate
      mrn
    }
  }
`);

/** /tasks/new?patient=…&line=…: something is asked of somebody for one patient, or for a line of their plan. */
export function AskPage(): ReactElement {
  usePage('Ask for a task');
  const { viewer } = useSession();
  const params = new URLSearchParams(useSearch());
  const patientId = params.get('patient');
  if (!viewer.scopes.includes('TASKS')) {
    return (
      <>
        <h1>Ask for a task</h1>
        <p className="prose">
          Your role does not read patients’ tasks, so it cannot ask for one. Ask a colleague who treats the patient.
        </p>
      </>
    );
  }
  if (patientId !== null) {
    const about = askAbout(patientId, params.get('line'));
    return <Ask key={about} patientId={patientId} about={about} />;
  }
  return (
    <>
      <h1>Ask for a task</h1>
      <p className="muted">A task is for one patient. For whom?</p>
      <PatientChoice addressOf={(id) => `/tasks/new?patient=${id}`} />
    </>
  );
}

function Ask({ patientId, about }: { patientId: string; about: string }): ReactElement {
  const [asked, setAsked] = useState<Task | null>(null);
  const { data, loading, problems, again } = useKeptQuery(aboutQuery, { id: patientId });
  const [problem] = problems;
  if (!data) {
    if (!problem || loading) return <Loading what="the patient" lines={10} />;
    if (problem.kind === 'not-found' || problem.kind === 'bad-input') return <DeniedRecord />;
    return <ProblemNote problem={problem} what="the patient" again={again} />;
  }
  return (
    <article className="ask-page">
      <h1>Ask for a task</h1>
      <About patient={data.patient} />
      {asked ? (
        <Asked task={asked} patientId={patientId} another={() => setAsked(null)} />
      ) : (
        <AskForm patientId={patientId} about={about} asked={setAsked} />
      )}
    </article>
  );
}

/** For whom, with two identifiers. */
function About({ patient }: { patient: ResultOf<typeof aboutQuery>['patient'] }): ReactElement {
  const { id, name, birthDate, mrn } = patient;
  return (
    <p className="figures">
      For{' '}
      <Link href={`/patients/${id}`} className="task-patient">
        {name}
      </Link>
      , born {birthDate ? dateWords(birthDate) : 'on a date not recorded'}, MRN {mrn ?? 'not recorded'}
    </p>
  );
}

interface AskedProps {
  task: Task;
  patientId: string;
  another: () => void;
}

/** As the server keeps it, which is what counts. */
function Asked({ task, patientId, another }: AskedProps): ReactElement {
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <div className="asked" ref={told} tabIndex={-1}>
      <Note title={`Asked for: ${task.title}`}>
        <p>
          {ownerWords(task)} sees it on their home page until they answer. Due {dateWords(task.dueOn)}. If the day
          passes, it comes back to yours.
        </p>
      </Note>
      <div className="task-buttons">
        <Link href={`/patients/${patientId}`} className="button button-primary">
          To the patient
        </Link>
        <button type="button" className="button" onClick={another}>
          Ask for another
        </button>
        <Link href="/tasks?whose=asked" className="button">
          All that you asked for
        </Link>
      </div>
    </div>
  );
}

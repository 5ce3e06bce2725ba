import type { ReactElement } from 'react';
import { Link, useSearch } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { usePage } from '#portal/app/use-page.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { usePatient } from '#portal/patient/use-patient.ts';
import { copyAddress, viewAddress } from '#portal/survivorship/plan-views.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { usePlan } from '#portal/survivorship/use-plan.ts';
import { PatientCopy } from '#portal/survivorship/copy/patient-copy.tsx';
import { plainWords } from '#portal/survivorship/copy/compose.ts';
import { languages, type Language } from '#portal/survivorship/copy/plain-words.ts';
import { Icon } from '#portal/ui/icon.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { Note } from '#portal/ui/note.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/survivorship/copy/copy-page.css';

/** The patient's own copy of the plan, to be printed and handed over. */
export function CopyPage({ id }: { id: string }): ReactElement {
  usePage('Patient’s copy');
  const { viewer } = useSession();
  const asked = new URLSearchParams(useSearch()).get('language');
  const language = languages.find((one) => one === asked) ?? 'en';
  const record = usePatient(id);
  const { plan, problems, loading, again } = usePlan(id);
  const { patient } = record;
  const problem = problems[0] ?? record.problems[0];

  if (!patient || plan === undefined) {
    return problem && !loading && !record.loading ? (
      <>
        <h1 className="unseen">Patient’s copy</h1>
        <ProblemNote
          problem={problem}
          what="the follow-up plan"
          again={() => {
            again();
            record.again();
          }}
        />
      </>
    ) : (
      <Loading what="the patient’s copy" lines={12} />
    );
  }
  return (
    <>
      <nav className="copy-tools" aria-label="Patient’s copy">
        <Link href={viewAddress(id, 'page')} className="button">
          Back to the plan
        </Link>
        {languages.map((one) => (
          <Link
            key={one}
            href={copyAddress(id, one)}
            className="button"
            lang={one}
            aria-current={one === language ? 'page' : undefined}
          >
            {plainWords[one].frame.name}
          </Link>
        ))}
        <button type="button" className="button button-primary" onClick={() => print()}>
          <Icon shape="print" />
          Print
        </button>
      </nav>
      <Body patient={patient} plan={plan} language={language} zone={viewer.organization.timeZone} />
    </>
  );
}

interface BodyProps {
  patient: PatientRecord;
  plan: Plan | null;
  language: Language;
  zone: string;
}

/** Nothing unsigned is given to a patient. */
function Body({ patient, plan, language, zone }: BodyProps): ReactElement {
  if (plan === null || plan.state === 'DRAFT') {
    return (
      <>
        <h1 className="unseen">Patient’s copy</h1>
        <Note title="There is no signed plan to hand over.">
          <p className="prose">
            The patient’s copy is made of the signed plan.{' '}
            {plan ? 'This one is a draft.' : 'None has been written yet.'}
          </p>
        </Note>
      </>
    );
  }
  return <PatientCopy patient={patient} plan={plan} language={language} zone={zone} />;
}

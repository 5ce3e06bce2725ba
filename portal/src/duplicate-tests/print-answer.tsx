import { useEffect, useState, type ReactElement } from 'react';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { identityQuery, type Identity } from '#portal/duplicate-tests/check.query.ts';
import { dateWords, instantWords } from '#portal/ui/dates.ts';

/** Puts one answer on paper, under the name of its patient. */
export function usePrint(patientId: string): { printed: Identity | null; print: () => void; problem: Problem | null } {
  const { connection } = useSession();
  const [printed, setPrinted] = useState<Identity | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    if (!printed) return undefined;
    const done = (): void => setPrinted(null);
    addEventListener('afterprint', done, { once: true });
    document.body.classList.add('prints-answer');
    window.print();
    return () => {
      document.body.classList.remove('prints-answer');
      removeEventListener('afterprint', done);
    };
  }, [printed]);
  const print = async (): Promise<void> => {
    const { data, error } = await connection.client.query(identityQuery, { id: patientId }).toPromise();
    setProblem((error && problemsOf(error)[0]) ?? null);
    if (data) setPrinted(data.patient);
  };
  return { printed, print: () => void print(), problem };
}

/** On paper only: whom it is about, and that a portal said it. */
export function PrintHead({ identity: { name, birthDate, mrn } }: { identity: Identity }): ReactElement {
  const { viewer } = useSession();
  const born = birthDate === null ? 'birth date not recorded' : dateWords(birthDate);
  return (
    <div className="check-paper">
      <p>
        <strong>{name}</strong>, {born}, {mrn === null ? 'no MRN recorded' : `MRN ${mrn}`}
      </p>
      <p className="small">
        Duplicate-test check from Portage, printed {instantWords(Date.now(), viewer.organization.timeZone)} by{' '}
        {viewer.name}. Confidential.
      </p>
    </div>
  );
}

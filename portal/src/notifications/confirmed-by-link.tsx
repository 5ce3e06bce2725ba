import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useLocation, useSearch } from 'wouter';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { verifyContactMutation } from '#portal/notifications/notifications.query.ts';
import { Note } from '#portal/ui/note.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

/** Whoever opens the link out of the mail confirms the address by it; the code then leaves the address bar. */
export function ConfirmedByLink({ done }: { done: () => void }): ReactElement | null {
  const { connection } = useSession();
  const [, go] = useLocation();
  const code = new URLSearchParams(useSearch()).get('code');
  const asked = useRef(false);
  const [outcome, setOutcome] = useState<'confirmed' | 'wrong' | Problem | null>(null);
  useEffect(() => {
    if (code === null || asked.current) return;
    asked.current = true;
    const confirm = async (): Promise<void> => {
      const { data, error } = await connection.client.mutation(verifyContactMutation, { code }).toPromise();
      const problem = error && problemsOf(error)[0];
      setOutcome(problem ?? (data?.verifyContact.__typename === 'ContactChanged' ? 'confirmed' : 'wrong'));
      if (problem) return;
      go('/notifications', { replace: true });
      done();
    };
    void confirm();
  }, [code, connection, done, go]);
  if (outcome === null) return code === null ? null : <p role="status">Confirming your address.</p>;
  if (outcome === 'confirmed') return <Note title="Your e-mail address is confirmed." />;
  if (outcome === 'wrong') {
    return (
      <Note title="This link is not, or no longer, good.">
        <p>A link counts once, and for one day. Have a new one sent below.</p>
      </Note>
    );
  }
  return <ProblemNote problem={outcome} what="the confirmation" />;
}

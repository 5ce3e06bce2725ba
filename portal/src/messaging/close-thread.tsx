import { useState, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { closeThreadMutation } from '#portal/messaging/thread.query.ts';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

/** Says that nothing more is expected. Nothing is lost by it: a new message opens the conversation again. */
export function CloseThread({ id }: { id: string }): ReactElement {
  const { connection } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const close = async (): Promise<void> => {
    const { data, error } = await connection.client.mutation(closeThreadMutation, { id }).toPromise();
    setProblem((error && problemsOf(error)[0]) ?? null);
    setRefusal(data?.closeThread.__typename === 'ThreadRefused' ? data.closeThread.detail : null);
    if (data?.closeThread.__typename === 'ThreadChanged') announce('The conversation is closed for everybody in it');
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void close()}>
        Close for everybody
      </button>
      {refusal && <p className="fault">{refusal}</p>}
      {problem && <ProblemNote problem={problem} what="the conversation" />}
    </>
  );
}

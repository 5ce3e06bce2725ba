import { useEffect, useState, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { useSession } from '#portal/app/session.ts';
import { toast } from '#portal/app/toast.tsx';
import { undoAnswer } from '#portal/tasks/task.query.ts';

const NAME = 'task';

interface Props {
  taskId: string;
  words: string;
  /** Milliseconds for which the server takes it back. */
  span: number;
  changed: () => void;
}

/** What was done, to be taken back for as long as the server allows. */
function AnswerToast({ taskId, words, span, changed }: Props): ReactElement {
  const { connection } = useSession();
  const [until] = useState(() => Date.now() + span);
  const [left, setLeft] = useState(() => Math.ceil(span / 1000));
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.ceil((until - Date.now()) / 1000)), 500);
    return () => clearInterval(timer);
  }, [until]);
  useEffect(() => {
    if (left <= 0 && said === null) toast(NAME, null);
  }, [left, said]);

  const undo = async (): Promise<void> => {
    setSaid('Taking it back');
    const { data } = await connection.client.mutation(undoAnswer, { id: taskId }).toPromise();
    changed();
    if (data?.answer.__typename === 'TaskChanged') {
      toast(NAME, null);
      announce('Taken back. The task stands as it did before.');
      return;
    }
    setSaid(data?.answer.detail ?? 'Portage did not answer. It is not known whether it was taken back.');
  };
  return (
    <>
      <p role="status">
        <strong>{words}</strong> {said}
      </p>
      {said === null ? (
        <button type="button" className="button" onClick={() => void undo()}>
          Undo <span className="figures">({Math.max(0, left)} s)</span>
        </button>
      ) : (
        <button type="button" className="button" onClick={() => toast(NAME, null)}>
          Put away
        </button>
      )}
    </>
  );
}

export function toastAnswer(props: Omit<Props, 'span'> & { undoUntil: string | null }): void {
  const { undoUntil, ...rest } = props;
  announce(rest.words);
  if (undoUntil === null) return;
  // By this computer's clock only as far as it goes: the server decides.
  const span = Math.min(10_000, Math.max(1_000, Date.parse(undoUntil) - Date.now()));
  toast(NAME, <AnswerToast key={`${rest.taskId} ${undoUntil}`} {...rest} span={span} />);
}

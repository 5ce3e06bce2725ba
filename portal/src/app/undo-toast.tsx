import { useEffect, useState, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { toast } from '#portal/app/toast.tsx';

interface Undoable {
  /** The same name replaces what it showed before. */
  name: string;
  /** What was done. */
  words: string;
  /** Milliseconds for which the server takes it back. */
  span: number;
  /** Takes it back. @returns why it was not; null when it was. */
  undo: () => Promise<string | null>;
  /** What is said once it has been taken back. */
  undone: string;
}

/** What was done, to be taken back for as long as the server allows. */
function UndoToast({ name, words, span, undo, undone }: Undoable): ReactElement {
  const [until] = useState(() => Date.now() + span);
  const [left, setLeft] = useState(() => Math.ceil(span / 1000));
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.ceil((until - Date.now()) / 1000)), 500);
    return () => clearInterval(timer);
  }, [until]);
  useEffect(() => {
    if (left <= 0 && said === null) toast(name, null);
  }, [name, left, said]);

  const takeBack = async (): Promise<void> => {
    setSaid('Taking it back');
    const refused = await undo();
    if (refused !== null) return setSaid(refused);
    toast(name, null);
    announce(undone);
  };
  return (
    <>
      <p role="status">
        <strong>{words}</strong> {said}
      </p>
      {said === null ? (
        <button type="button" className="button" onClick={() => void takeBack()}>
          Undo <span className="figures">({Math.max(0, left)} s)</span>
        </button>
      ) : (
        <button type="button" className="button" onClick={() => toast(name, null)}>
          Put away
        </button>
      )}
    </>
  );
}

let count = 0;

export function toastUndo(given: Undoable): void {
  announce(given.words);
  // Each counts its own seconds.
  toast(given.name, <UndoToast key={count++} {...given} />);
}

import { useEffect, useRef, useState, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';

interface CopiedText {
  copy: (text: string) => void;
  /** Whether it has just been copied. */
  copied: boolean;
  dialog: ReactElement;
}

/** Copies text, or offers it to be selected where the browser keeps the clipboard closed. `what`: "Summary as plain text". */
export function useCopiedText(what: string): CopiedText {
  const [copied, setCopied] = useState(false);
  const [byHand, setByHand] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 4000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce(`Copied: ${what}`);
    } catch {
      // The browser or its policy keeps the clipboard closed: the reader can still select the text.
      setByHand(text);
      dialog.current?.showModal();
    }
  };

  return {
    copy: (text) => void copy(text),
    copied,
    dialog: (
      <dialog ref={dialog} className="dialog copy-dialog" aria-labelledby="copy-title">
        <h2 id="copy-title">Copy by hand</h2>
        <p>This browser does not let Portage copy. The text below is selected: copy it with Ctrl+C.</p>
        <textarea
          className="input"
          aria-label={what}
          readOnly
          value={byHand}
          rows={12}
          autoFocus
          onFocus={(event) => event.target.select()}
        />
        <form method="dialog" className="dialog-actions">
          <button className="button button-primary">Close</button>
        </form>
      </dialog>
    ),
  };
}

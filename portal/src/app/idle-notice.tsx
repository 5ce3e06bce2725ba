import { useEffect, useRef, type ReactElement } from 'react';
import { useIdle } from '#portal/app/idle.ts';
import { useSession } from '#portal/app/session.ts';
import { viewerQuery } from '#portal/identity/viewer.query.ts';

export function IdleNotice(): ReactElement {
  const { connection, leave } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const ping = (): void => void connection.client.query(viewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
  const { state, left, stay } = useIdle(ping, () => leave('idle'));
  const warned = state === 'warned';

  useEffect(() => {
    if (warned) dialog.current?.showModal();
    else dialog.current?.close();
  }, [warned]);

  const goOn = (): void => {
    stay();
    ping();
  };

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="idle-title" onCancel={goOn}>
      <h2 id="idle-title">Are you still there?</h2>
      <p role="timer" aria-live="off">
        You will be signed out in {left || 'a moment'}, because nothing was done here for 13 minutes. This page will be
        kept for you.
      </p>
      <div className="dialog-actions">
        <button type="button" className="button button-primary" onClick={goOn}>
          Stay signed in
        </button>
        <button type="button" className="button" onClick={() => leave('signed-out')}>
          Sign out now
        </button>
      </div>
    </dialog>
  );
}

import type { ReactElement } from 'react';
import type { Desk, DraftDesk } from '#portal/messaging/draft-desk.ts';
import { DraftLine, NewerDraft } from '#portal/messaging/draft-line.tsx';
import type { Refusal } from '#portal/messaging/outbox.ts';

interface Props {
  now: Desk;
  desk: DraftDesk;
  refusal: Refusal | null;
  label: string;
  send: () => void;
}

/** The way out of the composer: what was said against it, another version of it, the button, and how safe the text is. */
export function SendRow({ now, desk, refusal, label, send }: Props): ReactElement {
  return (
    <>
      {refusal && (
        <div className="note note-problem" role="alert">
          <p className="note-title">Not sent. The text is here, unchanged.</p>
          <p>{refusal.detail}</p>
        </div>
      )}
      <NewerDraft now={now} desk={desk} />
      <div className="send-row">
        <button type="button" className="button button-primary" onClick={send}>
          {label}
        </button>
        <span className="small muted send-key">Ctrl+Enter</span>
        <DraftLine desk={now} />
      </div>
    </>
  );
}

import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import type { Desk, DraftDesk } from '#portal/messaging/draft-desk.ts';
import { clockWords, instantWords } from '#portal/ui/dates.ts';
import '#portal/ui/problem-note.css';

/** Whether what is typed is safe, in words. */
export function DraftLine({ desk: { keeping, savedAt, refusal } }: { desk: Desk }): ReactElement {
  const zone = useTimeZone();
  const words = {
    empty: '',
    saved: savedAt ? `Draft kept, ${clockWords(savedAt, zone)}` : 'Draft kept',
    unsaved: 'Draft not kept yet',
    saving: 'Keeping the draft',
    waiting: 'The server is not reached. The draft stays in this tab and is kept as soon as the line is back.',
    refused: `The draft is not kept. ${refusal ?? ''}`,
  }[keeping];
  return (
    <p className={keeping === 'waiting' || keeping === 'refused' ? 'small warn-line' : 'small muted'} role="status">
      {words}
    </p>
  );
}

/** The text was changed elsewhere meanwhile: both are shown, and neither is lost before its writer has chosen. */
export function NewerDraft({ now, desk }: { now: Desk; desk: DraftDesk }): ReactElement | null {
  const zone = useTimeZone();
  if (!now.newer) return null;
  return (
    <div className="note note-stale newer-draft" role="alert">
      <p className="note-title">
        Another version of this draft was kept on {instantWords(now.newer.savedAt, zone)}, from another window or
        computer.
      </p>
      <p className="small muted">Yours stands below, unchanged. The other one:</p>
      <p className="message-body">{now.newer.body || 'No text.'}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => desk.keepMine()}>
          Go on with mine
        </button>
        <button type="button" className="button" onClick={() => desk.takeNewer()}>
          Take the other one
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            const other = now.newer?.body ?? '';
            desk.keepMine();
            desk.change({ body: `${now.fields.body}\n\n${other}` });
          }}
        >
          Put both together
        </button>
      </div>
    </div>
  );
}

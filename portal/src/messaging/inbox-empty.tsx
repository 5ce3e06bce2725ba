import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { isNarrowed, type InboxState } from '#portal/messaging/inbox-state.ts';
import { Note } from '#portal/ui/note.tsx';

export function InboxEmpty({ state }: { state: InboxState }): ReactElement {
  if (isNarrowed(state)) {
    const { search } = state;
    return (
      <Note
        title={search ? `None of your conversations has “${search}” in it.` : 'No conversation fits these filters.'}
      >
        {search && (
          <p className="prose">
            Searched: subjects and texts of the conversations that you take part in, and the names of their patients and
            people. The last word may be half typed, the others are whole; try fewer of them.
          </p>
        )}
        <p>
          <Link href="/messages" className="button">
            Show all your messages
          </Link>
        </p>
      </Note>
    );
  }
  if (state.closed)
    return (
      <Note title="No conversation is closed.">
        <p className="prose">One that you close moves here. A new message in it opens it again.</p>
      </Note>
    );
  return (
    <Note title="No messages yet.">
      <p className="prose">
        Here you write to the other clinicians of a shared patient, at the cancer centre and outside it, and see when
        they open and answer it. A conversation that somebody begins with you appears here by itself.
      </p>
      <p className="prose">
        To begin one, open a patient and choose “Write about this patient”, or choose “New message” above.
      </p>
    </Note>
  );
}

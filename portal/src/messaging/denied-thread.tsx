import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { Note } from '#portal/ui/note.tsx';

/** The same words whether there is no such conversation or it is not the reader's: the page must not tell which. */
export function DeniedThread(): ReactElement {
  return (
    <>
      <h1 className="unseen">No conversation is open to you here</h1>
      <Note title="No conversation at this address is open to you.">
        <p className="prose">
          Either there is none, or you do not take part in it, or your access to the patient has ended. Portage does not
          say which, to protect patients. If a colleague wrote to you, ask them to bring you in.
        </p>
        <p>
          <Link href="/messages" className="button">
            Go to your messages
          </Link>
        </p>
      </Note>
    </>
  );
}

import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { Note } from '#portal/ui/note.tsx';

/** The same words whether the record does not exist or is not shared: the page must not tell which. */
export function DeniedRecord(): ReactElement {
  const { viewer } = useSession();
  return (
    <>
      <h1 className="unseen">No record is open to you here</h1>
      <Note title="No record at this address is open to you.">
        <p className="prose">
          Either there is none, or it has not been shared with you, or the time for which it was shared is over. Portage
          does not say which, to protect patients.
        </p>
        <p className="prose">
          If you need this record for a patient’s care, call the oncology team that treats the patient and ask that
          access be given to {viewer.organization.name}.
        </p>
        <p>
          <Link href="/" className="button">
            Go to your patients
          </Link>
        </p>
      </Note>
    </>
  );
}

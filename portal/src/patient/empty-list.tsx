import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { roleWords } from '#portal/identity/roles.ts';
import { Note } from '#portal/ui/note.tsx';

export function RoleReadsNone(): ReactElement {
  const { viewer } = useSession();
  const role = roleWords[viewer.role].toLowerCase();
  return (
    <Note title={`Your role, ${role}, does not read patient records.`}>
      <p className="prose">
        That is how the role is meant: it manages people or reviews access. If you also treat patients, the person who
        manages Portage accounts at {viewer.organization.name} can give you a second account for that work.
      </p>
    </Note>
  );
}

export function EmptyList({ search }: { search: string }): ReactElement {
  const { viewer } = useSession();
  const { name, kind, telephone } = viewer.organization;
  if (search) {
    return (
      <Note title={`None of your patients matches “${search}”.`}>
        <p className="prose">
          Searched: family and given names, birth dates and MRNs of the patients shared with {name}. Try fewer letters,
          the family name only, or a birth date such as 12 Mar 1961 or 1961-03-12.
        </p>
        <p className="prose">
          A patient who is missing here may not have been shared with you yet. The cancer centre that treats the patient
          can do that.
        </p>
        <p>
          <Link href="/" className="button">
            Show all your patients
          </Link>
        </p>
      </Note>
    );
  }
  return (
    <Note title="No patient has been shared with you yet.">
      <p className="prose">
        A patient appears here when the cancer centre names you or {name} as primary care of record, as part of the care
        team, or in a referral; or when the patient asks for it. You do not need to do anything for that.
      </p>
      <p className="prose">
        If you are expecting a patient, call the oncology team that treats them and ask that {name} be given access.
        {kind === 'CANCER_CENTRE' && telephone && (
          <>
            {' '}
            The centre’s number is <a href={`tel:${telephone}`}>{telephone}</a>.
          </>
        )}
      </p>
    </Note>
  );
}

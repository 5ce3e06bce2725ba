import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { About } from '#portal/messaging/messaging.query.ts';
import { dateWords } from '#portal/ui/dates.ts';
import '#portal/patient/banner.css';

/** Whom this is about, with two identifiers, in sight however far the page is scrolled. */
export function PatientStrip({ patient }: { patient: About | null }): ReactElement {
  if (!patient)
    return (
      <p className="banner">The access that you were given does not include who the patient is. Ask the sender.</p>
    );
  const { id, name, birthDate, mrn } = patient;
  return (
    <div className="banner">
      <p className="banner-name">
        <strong>
          <Link href={`/patients/${id}`}>{name}</Link>
        </strong>
      </p>
      <p className="banner-facts figures">
        <span>
          <span className="banner-label">born</span> {birthDate ? dateWords(birthDate) : 'not recorded'}
        </span>
        <span>
          <span className="banner-label">MRN</span> {mrn ?? 'not recorded'}
        </span>
      </p>
    </div>
  );
}

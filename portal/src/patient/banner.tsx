import type { ReactElement, ReactNode } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { hasClinical } from '#portal/patient/closed-sections.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { whomToCall } from '#portal/patient/whom-to-call.ts';
import { bornWords, dayWords } from '#portal/ui/dates.ts';
import { Tel } from '#portal/ui/tel.tsx';
import { phaseWords, sexWords } from '#portal/ui/words.ts';
import '#portal/patient/banner.css';

/** Who this is. Stays in sight however far the page is scrolled. */
export function Banner({ patient, actions }: { patient: PatientRecord; actions: ReactNode }): ReactElement {
  const zone = useTimeZone();
  const { oncology } = patient;
  const line = whomToCall(patient).find(({ aroundTheClock }) => aroundTheClock);
  return (
    <>
      <div className="banner">
        <h1 className="banner-name">{patient.name}</h1>
        <p className="banner-facts figures">
          <span>
            <span className="banner-label">born</span> {bornWords(patient)}
          </span>
          <span>{sexWords[patient.sex]}</span>
          <span>
            <span className="banner-label">MRN</span> {patient.mrn ?? 'not recorded'}
          </span>
          {patient.deceased && (
            <span className="banner-died">
              Has died{patient.deceasedAt ? `, ${dayWords(patient.deceasedAt, zone)}` : ', date not recorded'}
            </span>
          )}
        </p>
      </div>
      <div className="banner-more">
        {oncology && <span>{phaseWords[oncology.phase]}</span>}
        {hasClinical(patient) && <Allergies patient={patient} />}
        {line && (
          <span className="banner-line">
            <strong>Call 24/7</strong> <Tel number={line.telephone} who={`${line.name}, day and night`} />
          </span>
        )}
        <div className="record-actions">{actions}</div>
      </div>
    </>
  );
}

function Allergies({ patient }: { patient: PatientRecord }): ReactElement | null {
  if (!hasClinical(patient)) return null;
  const { state, items } = patient.allergies;
  if (items.length > 0) {
    return (
      <span>
        <strong className="banner-allergies">Allergies:</strong> {items.map(({ name }) => name).join(', ')}
      </span>
    );
  }
  return <span className="muted">{state === 'NONE_KNOWN' ? 'No known allergies' : 'Allergies not recorded'}</span>;
}

import type { ReactElement } from 'react';
import { useSession } from '#portal/app/session.ts';
import { CallCard } from '#portal/oncology/call-card.tsx';
import { DiagnosisCard } from '#portal/oncology/diagnosis-card.tsx';
import { MarkerCard } from '#portal/oncology/marker-card.tsx';
import { NextStepsCard } from '#portal/oncology/next-steps-card.tsx';
import { RedFlagCard } from '#portal/oncology/red-flag-card.tsx';
import { TreatmentCard } from '#portal/oncology/treatment-card.tsx';
import { PalliativeCard } from '#portal/palliative/palliative-card.tsx';
import { CareTeamCard } from '#portal/patient/care-team-card.tsx';
import { ClosedCard } from '#portal/patient/closed-card.tsx';
import { DetailsCard } from '#portal/patient/details-card.tsx';
import { underWay } from '#portal/patient/lazy-parts.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import type { LoadedPatient } from '#portal/patient/use-patient.ts';
import { ReferralCard } from '#portal/referral/referral-card.tsx';
import { whomToCall } from '#portal/patient/whom-to-call.ts';
import { sinceWords } from '#portal/ui/dates.ts';
import { basisWords } from '#portal/ui/words.ts';
import '#portal/patient/summary-part.css';

/** Page one: what is it, where are we, what to watch for, whom to call. */
export function SummaryPart({
  patient,
  loaded: { closed, reopen },
}: {
  patient: PatientRecord;
  loaded: LoadedPatient;
}): ReactElement {
  const { oncology, palliative, careTeam } = patient;
  const contacts = whomToCall(patient);
  return (
    <>
      <News patient={patient} />
      <div className="page-one">
        {patient.referrals && !oncology && <ReferralCard referrals={patient.referrals} />}
        {oncology ? (
          <DiagnosisCard oncology={oncology} />
        ) : (
          <ClosedCard
            title="Oncology"
            section="ONCOLOGY"
            why={closed.get('ONCOLOGY')}
            again={() => reopen('ONCOLOGY')}
          />
        )}
        {/* Second in the order of reading: on a telephone it stands before the history, on a wide page beside it. */}
        <div className="page-one-side">
          {oncology && <RedFlagCard flags={oncology.redFlags} />}
          {(oncology || contacts.length > 0) && <CallCard contacts={contacts} />}
          <underWay.Page patientId={patient.id} />
        </div>
        {oncology && <NextStepsCard steps={oncology.nextSteps} />}
        {palliative ? (
          <PalliativeCard palliative={palliative} id={patient.id} />
        ) : (
          <ClosedCard
            title="Palliative care"
            section="PALLIATIVE"
            why={closed.get('PALLIATIVE')}
            again={() => reopen('PALLIATIVE')}
          />
        )}
        {oncology && <TreatmentCard oncology={oncology} />}
        {oncology && oncology.tumorMarkers.length > 0 && <MarkerCard series={oncology.tumorMarkers} />}
        {careTeam ? (
          <CareTeamCard team={careTeam} listed={contacts} />
        ) : (
          <ClosedCard
            title="Care team"
            section="DEMOGRAPHICS"
            why={closed.get('DEMOGRAPHICS')}
            again={() => reopen('DEMOGRAPHICS')}
          />
        )}
        <DetailsCard patient={patient} />
      </div>
      <p className="small muted">
        You may read this record because {patient.basis.map((basis) => basisWords[basis]).join('; and ')}.
      </p>
    </>
  );
}

function News({ patient: { headline } }: { patient: PatientRecord }): ReactElement | null {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  if (!headline?.lastChangeAt) return null;
  const { changesSincePreviousSignIn: news, lastChangeAt } = headline;
  const now = Date.now();
  const last = <span className="muted">Last change {sinceWords(lastChangeAt, now, zone)}.</span>;
  if (!viewer.previousSignInAt) return <p className="news">{last}</p>;
  const since = `since you last signed in, ${sinceWords(viewer.previousSignInAt, now, zone)}`;
  return (
    <p className="news">
      {news > 0 ? (
        <strong>
          {news} {news === 1 ? 'change' : 'changes'} {since}.
        </strong>
      ) : (
        <>Nothing has changed {since}.</>
      )}{' '}
      {last}
    </p>
  );
}

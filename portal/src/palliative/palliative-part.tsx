import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { othersOf, surpriseWords } from '#portal/palliative/outline.ts';
import { PalliativeStage } from '#portal/palliative/palliative-stage.tsx';
import type { Palliative } from '#portal/palliative/palliative.query.ts';
import { SymptomTable } from '#portal/palliative/symptom-table.tsx';
import { capital } from '#portal/patient/outline.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { Sources } from '#portal/patient/sources.tsx';
import { Card } from '#portal/ui/card.tsx';
import { dateWords, dayWords } from '#portal/ui/dates.ts';
import { Facts, NotRecorded } from '#portal/ui/facts.tsx';
import { Tel } from '#portal/ui/tel.tsx';
import { involvementWords, statusWords } from '#portal/ui/words.ts';

export function PalliativePart({ patient }: { patient: PatientRecord }): ReactElement | null {
  const { palliative } = patient;
  if (!palliative) return null;
  if (palliative.state === 'NOT_RECORDED') {
    return (
      <Card title="Palliative care">
        <p className="muted">
          Not recorded: nothing was sent. This does not mean that palliative care is not involved.
        </p>
      </Card>
    );
  }
  return (
    <>
      <div className="two-up">
        <Agreed palliative={palliative} />
        <div className="stack">
          <People palliative={palliative} />
          <AtHome palliative={palliative} />
        </div>
      </div>
      <Card title="Symptoms">
        <SymptomTable series={palliative.symptomScores} />
      </Card>
    </>
  );
}

function Agreed({ palliative }: { palliative: Palliative }): ReactElement {
  const zone = useTimeZone();
  const { codeStatus, advanceDirectives, stage, surpriseReview, performanceStatus, careGoals, preferences } =
    palliative;
  const dated = (asOf: string | null): string => (asOf ? `, ${dayWords(asOf, zone)}` : '');
  return (
    <Card title="What is agreed" foot={<Sources sources={palliative.sources} />}>
      <Facts
        rows={[
          [
            'Code status',
            codeStatus ? (
              <>
                <strong>{codeStatus.text}</strong>
                {dated(codeStatus.asOf)}
              </>
            ) : (
              <NotRecorded />
            ),
          ],
          [
            'Directives',
            advanceDirectives.length > 0 ? (
              <ul>
                {advanceDirectives.map(({ id, kind, status, asOf }) => (
                  <li key={id}>
                    {kind}, {statusWords(status)}
                    {dated(asOf)}
                  </li>
                ))}
              </ul>
            ) : (
              <NotRecorded />
            ),
          ],
          ['Stage', stage ? <PalliativeStage stage={stage} /> : <NotRecorded />],
          [
            'Surprise question',
            surpriseReview ? (
              capital(surpriseWords(surpriseReview.wouldBeSurprised)) + dated(surpriseReview.asOf)
            ) : (
              <NotRecorded />
            ),
          ],
          [
            'Performance status',
            performanceStatus ? performanceStatus.text + dated(performanceStatus.asOf) : <NotRecorded />,
          ],
          [
            'Goals of care',
            careGoals.length > 0 ? (
              <ul>
                {careGoals.map(({ id, text, since }) => (
                  <li key={id}>
                    {text}
                    {since && `, since ${dateWords(since)}`}
                  </li>
                ))}
              </ul>
            ) : (
              <NotRecorded />
            ),
          ],
          [
            'Preferences',
            preferences.length > 0 ? (
              <ul>
                {preferences.map(({ id, text, asOf }) => (
                  <li key={id}>
                    {text}
                    {dated(asOf)}
                  </li>
                ))}
              </ul>
            ) : (
              <NotRecorded />
            ),
          ],
        ]}
      />
    </Card>
  );
}

function People({
  palliative: { involved, involvedSince, contact24x7, team, carer },
}: {
  palliative: Palliative;
}): ReactElement {
  const others = othersOf({ team, contact24x7 });
  return (
    <Card title="Palliative team" tone="accent">
      <p>
        <strong>{involvementWords[involved]}</strong>
        {involvedSince && ` since ${dateWords(involvedSince)}`}.
      </p>
      <ul className="rows">
        {contact24x7 && (
          <li className="person">
            <span>
              <strong>{contact24x7.name}</strong>
              <span className="person-role">
                {contact24x7.aroundTheClock ? 'Day and night, 24/7' : contact24x7.role}
              </span>
            </span>
            <Tel number={contact24x7.telephone} who={contact24x7.name} />
          </li>
        )}
        {others.map(({ id, name, role, telephone }) => (
          <li key={id} className="person">
            <span>
              <strong>{name}</strong>
              <span className="person-role">
                {role}
                {!telephone && ', number not recorded'}
              </span>
            </span>
            {telephone && <Tel number={telephone} who={name} />}
          </li>
        ))}
        <li className="person">
          {carer ? (
            <>
              <span>
                <strong>{carer.name}</strong>
                <span className="person-role">
                  Carer{carer.relationship && `, ${carer.relationship}`}
                  {!carer.telephone && ', number not recorded'}
                </span>
              </span>
              {carer.telephone && <Tel number={carer.telephone} who={carer.name} />}
            </>
          ) : (
            <span className="muted">Carer not recorded</span>
          )}
        </li>
      </ul>
    </Card>
  );
}

function AtHome({ palliative: { anticipatoryMedicines } }: { palliative: Palliative }): ReactElement {
  return (
    <Card title="Just-in-case medicines at home">
      {anticipatoryMedicines.length === 0 && (
        <p className="muted">Not recorded. This does not mean that there are none.</p>
      )}
      {anticipatoryMedicines.length > 0 && (
        <ul className="rows">
          {anticipatoryMedicines.map(({ id, name, dose, reason, startedOn, status }) => (
            <li key={id}>
              <strong>{name}</strong>
              <span className="person-role">
                {[
                  dose ?? 'dose not recorded',
                  reason && `for ${reason}`,
                  startedOn && `since ${dateWords(startedOn)}`,
                  status !== 'active' && statusWords(status),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

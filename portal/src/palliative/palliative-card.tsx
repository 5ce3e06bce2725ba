import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useTimeZone } from '#portal/app/session.ts';
import { symptomWords } from '#portal/palliative/outline.ts';
import { PalliativeStage } from '#portal/palliative/palliative-stage.tsx';
import type { Palliative } from '#portal/palliative/palliative.query.ts';
import { partAddress } from '#portal/patient/parts.ts';
import { Sources } from '#portal/patient/sources.tsx';
import { Card } from '#portal/ui/card.tsx';
import { dateWords, dayWords } from '#portal/ui/dates.ts';
import { Facts, NotRecorded } from '#portal/ui/facts.tsx';
import { Tel } from '#portal/ui/tel.tsx';
import { involvementWords } from '#portal/ui/words.ts';

/** What a physician must know at the bedside; the rest is under Palliative. */
export function PalliativeCard({ palliative, id }: { palliative: Palliative; id: string }): ReactElement {
  const zone = useTimeZone();
  const { involved, involvedSince, contact24x7, codeStatus, stage, careGoals, symptomScores, state } = palliative;
  if (state === 'NOT_RECORDED') {
    return (
      <Card title="Palliative care">
        <p className="muted">
          Not recorded: nothing was sent. This does not mean that palliative care is not involved.
        </p>
      </Card>
    );
  }
  const worst = symptomScores.filter(({ severity }) => severity === 'SEVERE' || severity === 'MODERATE');
  return (
    <Card title="Palliative care" foot={<Sources sources={palliative.sources} />}>
      <p>
        <strong>{involvementWords[involved]}</strong>
        {involvedSince && ` since ${dateWords(involvedSince)}`}.{' '}
        <Link href={partAddress(id, 'palliative')}>Symptoms, medicines and preferences</Link>
      </p>
      <Facts
        rows={[
          [
            'Code status',
            codeStatus ? (
              <>
                <strong>{codeStatus.text}</strong>
                {codeStatus.asOf && `, ${dayWords(codeStatus.asOf, zone)}`}
              </>
            ) : (
              <NotRecorded />
            ),
          ],
          ['Stage', stage ? <PalliativeStage stage={stage} /> : <NotRecorded />],
          [
            'Goals',
            careGoals.length > 0 ? (
              <ul>
                {careGoals.map(({ id: goal, text }) => (
                  <li key={goal}>{text}</li>
                ))}
              </ul>
            ) : (
              <NotRecorded />
            ),
          ],
          [
            'Symptoms',
            symptomScores.length === 0 ? (
              <NotRecorded />
            ) : worst.length > 0 ? (
              worst.map(symptomWords).join('; ')
            ) : (
              'None moderate or severe at the last assessment'
            ),
          ],
          contact24x7
            ? [
                'Call',
                <>
                  {contact24x7.name}
                  {contact24x7.aroundTheClock && ', 24/7'} <Tel number={contact24x7.telephone} who={contact24x7.name} />
                </>,
              ]
            : null,
        ]}
      />
    </Card>
  );
}

import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import type { Diagnosis, Oncology } from '#portal/oncology/oncology.query.ts';
import { diagnosisName, stageBasisWords, stageWords } from '#portal/oncology/words.ts';
import { capital } from '#portal/patient/outline.ts';
import { Sources } from '#portal/patient/sources.tsx';
import { Card } from '#portal/ui/card.tsx';
import { dateWords, dayWords } from '#portal/ui/dates.ts';
import { Facts, NotRecorded } from '#portal/ui/facts.tsx';
import { phaseWords } from '#portal/ui/words.ts';
import '#portal/oncology/oncology.css';

export function DiagnosisCard({ oncology }: { oncology: Oncology }): ReactElement {
  const zone = useTimeZone();
  const { diagnoses, phase, phaseReason, performanceStatus, diseaseStatus, sources } = oncology;
  const primary = diagnoses.filter(({ secondary }) => !secondary);
  const spread = diagnoses.filter(({ secondary }) => secondary);
  const dated = (asOf: string | null): string => (asOf ? `, ${dayWords(asOf, zone)}` : '');
  return (
    <Card title="Diagnosis and phase" foot={<Sources sources={sources} />}>
      {primary.length === 0 && <p className="diagnosis-name muted">Diagnosis not recorded</p>}
      {primary.map((diagnosis) => (
        <Name key={diagnosis.id} diagnosis={diagnosis} />
      ))}
      <p className="prose">
        <strong>{phaseWords[phase]}.</strong> {phaseReason}
      </p>
      {primary.map((diagnosis) => (
        <div key={diagnosis.id}>
          {primary.length > 1 && <h4 className="diagnosis-each">{diagnosisName(diagnosis)}</h4>}
          <DiagnosisFacts diagnosis={diagnosis} />
        </div>
      ))}
      <Facts
        rows={[
          spread.length > 0
            ? [
                'Spread to',
                spread
                  .map(
                    ({ site, code, diagnosedOn, diagnosedPrecision }) =>
                      `${site ?? code.display}${diagnosedOn ? ` (${dateWords(diagnosedOn, diagnosedPrecision)})` : ''}`,
                  )
                  .join('; '),
              ]
            : null,
          [
            'Performance status',
            performanceStatus ? performanceStatus.text + dated(performanceStatus.asOf) : <NotRecorded />,
          ],
          ['Disease status', diseaseStatus ? diseaseStatus.text + dated(diseaseStatus.asOf) : <NotRecorded />],
        ]}
      />
    </Card>
  );
}

function Name({ diagnosis }: { diagnosis: Diagnosis }): ReactElement {
  const staged = diagnosis.stage && stageWords(diagnosis.stage);
  return (
    <h3 className="diagnosis-name">
      {diagnosisName(diagnosis)}
      <span className="diagnosis-stage">{staged ? capital(staged) : 'Stage not recorded'}</span>
    </h3>
  );
}

function DiagnosisFacts({ diagnosis }: { diagnosis: Diagnosis }): ReactElement {
  const zone = useTimeZone();
  const { stage, histology, diagnosedOn, diagnosedPrecision, biomarkers, code, site } = diagnosis;
  return (
    <Facts
      rows={[
        ['Diagnosed', diagnosedOn ? dateWords(diagnosedOn, diagnosedPrecision) : <NotRecorded />],
        stage ? ['Staged', capital(stageBasisWords(stage, zone))] : null,
        site && !code.display.toLowerCase().includes(site.toLowerCase()) ? ['Site', site] : null,
        ['Histology', histology ?? <NotRecorded />],
        [
          'Biomarkers',
          biomarkers.length > 0 ? biomarkers.map(({ name, value }) => `${name}: ${value}`).join('; ') : <NotRecorded />,
        ],
      ]}
    />
  );
}

import type { ReactElement } from 'react';
import type { Clinical } from '#portal/clinical/clinical.query.ts';
import { doseWords, emptyWords, isCurrent } from '#portal/clinical/outline.ts';
import { hasClinical } from '#portal/patient/closed-sections.ts';
import { capital } from '#portal/patient/outline.ts';
import type { PatientRecord } from '#portal/patient/patient.query.ts';
import { Sources } from '#portal/patient/sources.tsx';
import { Card } from '#portal/ui/card.tsx';
import { dateWords } from '#portal/ui/dates.ts';
import { statusWords } from '#portal/ui/words.ts';
import '#portal/palliative/palliative.css';
import '#portal/ui/table.css';

export function ClinicalPart({ patient }: { patient: PatientRecord }): ReactElement | null {
  if (!hasClinical(patient)) return null;
  return (
    <div className="two-up">
      <div className="stack">
        <Allergies clinical={patient} />
        <Medicines clinical={patient} />
      </div>
      <div className="stack">
        <Problems clinical={patient} />
        <Immunisations clinical={patient} />
      </div>
    </div>
  );
}

type State = 'RECORDED' | 'NONE_KNOWN' | 'NOT_RECORDED';

function Empty({ state, none }: { state: State; none: string }): ReactElement {
  const words = emptyWords(state, none);
  return state === 'NONE_KNOWN' ? (
    <p>
      <strong>{words}</strong>
    </p>
  ) : (
    <p className="muted">{words}</p>
  );
}

interface Entry {
  id: string;
  name: string;
  facts: readonly (string | null | false)[];
  source: string;
  past: boolean;
}

/** Current entries first; past ones stay, folded away. */
function Entries({ entries, past }: { entries: readonly Entry[]; past: string }): ReactElement {
  const now = entries.filter((entry) => !entry.past);
  const before = entries.filter((entry) => entry.past);
  return (
    <>
      {now.length === 0 && before.length > 0 && <p className="muted">None current.</p>}
      {now.length > 0 && <Rows entries={now} />}
      {before.length > 0 && (
        <details className="fold">
          <summary>
            {past} ({before.length})
          </summary>
          <Rows entries={before} />
        </details>
      )}
    </>
  );
}

function Rows({ entries }: { entries: readonly Entry[] }): ReactElement {
  return (
    <ul className="rows">
      {entries.map(({ id, name, facts, source }) => (
        <li key={id}>
          <strong>{name}</strong>
          <span className="person-role">{[...facts, source].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Medicines({ clinical: { medications } }: { clinical: Clinical }): ReactElement {
  return (
    <Card title="Medicines" foot={<Sources sources={medications.sources} />}>
      {medications.items.length === 0 && <Empty state={medications.state} none="No medicines" />}
      <Entries
        past="Earlier medicines"
        entries={medications.items.map((medicine) => ({
          id: medicine.id,
          name: capital(medicine.name),
          facts: [
            doseWords(medicine) ?? 'dose not recorded',
            medicine.reason && `for ${medicine.reason}`,
            medicine.startedOn && `since ${dateWords(medicine.startedOn)}`,
            medicine.endedOn && `until ${dateWords(medicine.endedOn)}`,
            medicine.status !== 'active' && statusWords(medicine.status),
          ],
          source: medicine.source.name,
          past: !isCurrent(medicine),
        }))}
      />
    </Card>
  );
}

function Problems({ clinical: { problems } }: { clinical: Clinical }): ReactElement {
  return (
    <Card title="Problems" foot={<Sources sources={problems.sources} />}>
      {problems.items.length === 0 && <Empty state={problems.state} none="No known problems" />}
      <Entries
        past="Resolved problems"
        entries={problems.items.map((problem) => ({
          id: problem.id,
          name: problem.name,
          facts: [
            statusWords(problem.status),
            problem.onsetOn && `since ${dateWords(problem.onsetOn, problem.onsetPrecision)}`,
            problem.resolvedOn && `resolved ${dateWords(problem.resolvedOn)}`,
          ],
          source: problem.source.name,
          past: !isCurrent(problem),
        }))}
      />
    </Card>
  );
}

function Allergies({ clinical: { allergies } }: { clinical: Clinical }): ReactElement {
  return (
    <Card
      title="Allergies"
      tone={allergies.items.length > 0 ? 'danger' : 'plain'}
      foot={<Sources sources={allergies.sources} />}
    >
      {allergies.items.length === 0 && <Empty state={allergies.state} none="No known allergies" />}
      <Entries
        past="No longer active"
        entries={allergies.items.map((allergy) => ({
          id: allergy.id,
          name: allergy.name,
          facts: [
            allergy.reaction ?? 'reaction not recorded',
            allergy.criticality && `${statusWords(allergy.criticality)} risk`,
            allergy.status !== 'active' && statusWords(allergy.status),
          ],
          source: allergy.source.name,
          past: !isCurrent(allergy),
        }))}
      />
    </Card>
  );
}

function Immunisations({ clinical: { immunizations } }: { clinical: Clinical }): ReactElement {
  return (
    <Card title="Immunisations" foot={<Sources sources={immunizations.sources} />}>
      {immunizations.items.length === 0 && <Empty state={immunizations.state} none="None given" />}
      <Entries
        past=""
        entries={immunizations.items.map(({ id, name, givenOn, givenPrecision, status, source }) => ({
          id,
          name,
          facts: [
            givenOn ? dateWords(givenOn, givenPrecision) : 'date not recorded',
            status !== 'completed' && statusWords(status),
          ],
          source: source.name,
          past: false,
        }))}
      />
    </Card>
  );
}

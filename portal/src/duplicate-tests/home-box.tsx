import { useState, type ReactElement } from 'react';
import { CheckForm } from '#portal/duplicate-tests/check-card.tsx';
import { choosePatientsQuery, type Choice, type Choices } from '#portal/duplicate-tests/check.query.ts';
import { useLookUp } from '#portal/duplicate-tests/use-look-up.ts';
import { Card } from '#portal/ui/card.tsx';
import { bornWords } from '#portal/ui/dates.ts';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/duplicate-tests/check-card.css';

const patientsIn = ({ patients }: Choices) => patients.edges.map(({ node }) => node);

/** The box on the home page: one of my patients, then a test, each by its first letters and a click. */
export function HomeBox(): ReactElement {
  const [patient, setPatient] = useState<Choice | null>(null);
  return (
    <Card title="Has this been done?">
      {patient ? (
        <>
          <p className="check-whom">
            <strong>{patient.name}</strong> {identityWords(patient)}{' '}
            <button type="button" className="button" onClick={() => setPatient(null)}>
              Another patient
            </button>
          </p>
          <CheckForm key={patient.id} patientId={patient.id} focused />
        </>
      ) : (
        <ChoosePatient choose={setPatient} />
      )}
    </Card>
  );
}

const identityWords = (patient: Choice): string =>
  `${bornWords(patient)}, ${patient.mrn === null ? 'no MRN recorded' : `MRN ${patient.mrn}`}`;

function ChoosePatient({ choose }: { choose: (patient: Choice) => void }): ReactElement {
  const [text, setText] = useState('');
  const { search, found, problem } = useLookUp(choosePatientsQuery, patientsIn, text);
  return (
    <>
      <div className="field check-test">
        <label htmlFor="check-patient">Patient for whom you are about to order a test</label>
        <input
          id="check-patient"
          className="input"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          placeholder="Name, birth date or MRN"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      {found.length > 0 && (
        <ul className="check-families" aria-label="Your patients of this name">
          {found.map((patient) => (
            <li key={patient.id}>
              <button type="button" className="button" onClick={() => choose(patient)}>
                {patient.name}, {identityWords(patient)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {problem && <ProblemNote problem={problem} what="your patients" />}
      {search !== '' && !problem && found.length === 0 && (
        <p className="muted">None of your patients matches “{search}”.</p>
      )}
    </>
  );
}

import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { patientsQuery } from '#portal/patient/patients.query.ts';
import { dateWords } from '#portal/ui/dates.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/patient/patient-choice.css';

/** One's patients as links to where one of them is needed. */
export function PatientChoice({ addressOf }: { addressOf: (patientId: string) => string }): ReactElement {
  const [search, setSearch] = useState('');
  const { data, loading, problems, again } = useKeptQuery(patientsQuery, {
    first: 20,
    after: null,
    search: search.trim() || null,
    oncology: false,
  });
  const [problem] = problems;
  const page = data?.patients;
  return (
    <div className="patient-choice">
      <div className="field">
        <label htmlFor="patient-choice">Name, birth date or MRN</label>
        <input
          id="patient-choice"
          className="input"
          type="search"
          autoComplete="off"
          maxLength={100}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      {problem && !loading && <ProblemNote problem={problem} what="your patients" again={again} />}
      {!page && loading && <Loading what="your patients" lines={5} />}
      {page?.totalCount === 0 && <p>None of your patients matches “{search.trim()}”.</p>}
      {page && (
        <ul className="card rows" aria-label="Your patients">
          {page.edges.map(({ node: { id, name, birthDate, mrn } }) => (
            <li key={id}>
              <Link href={addressOf(id)} className="patient-choice-link">
                <strong>{name}</strong>{' '}
                <span className="small muted figures">
                  born {birthDate ? dateWords(birthDate) : 'on a date not recorded'}, MRN {mrn ?? 'not recorded'}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {page && page.totalCount > page.edges.length && (
        <p className="muted">
          {page.edges.length} of {page.totalCount} patients. Type part of a name to find another.
        </p>
      )}
    </div>
  );
}

import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { aboutWords } from '#portal/messaging/words.ts';
import { patientsQuery } from '#portal/patient/patients.query.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

export function PatientChooser(): ReactElement {
  const [search, setSearch] = useState('');
  const { data, loading, problems, again } = useKeptQuery(patientsQuery, {
    first: 20,
    after: null,
    search: search.trim() || null,
    oncology: false,
  });
  const [problem] = problems;
  return (
    <div className="chooser">
      <div className="field">
        <label htmlFor="chooser">Name, birth date or MRN</label>
        <input
          id="chooser"
          className="input"
          type="search"
          autoComplete="off"
          maxLength={100}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      </div>
      {problem && !loading && <ProblemNote problem={problem} what="your patients" again={again} />}
      {!data && loading && <Loading what="your patients" lines={5} />}
      {data && data.patients.edges.length === 0 && <p>None of your patients matches “{search.trim()}”.</p>}
      {data && (
        <ul className="chooser-list" aria-label="Your patients">
          {data.patients.edges.map(({ node }) => (
            <li key={node.id}>
              <Link href={`/messages/new?patient=${node.id}`} className="chooser-link">
                <strong>{node.name}</strong> <span className="small muted figures">{aboutWords(node)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

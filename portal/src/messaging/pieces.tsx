import { useState, type ReactElement } from 'react';
import type { ResultOf } from '#portal/graphql.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { referenceWords } from '#portal/messaging/message-parts.tsx';
import type { Reference } from '#portal/messaging/messaging.query.ts';
import { piecesQuery } from '#portal/messaging/pieces.query.ts';
import { kindWords } from '#portal/messaging/words.ts';
import { dateWords } from '#portal/ui/dates.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

export interface PiecesProps {
  patientId: string;
  chosen: readonly string[];
  choose: (reference: Reference) => void;
}

/** What of the record can be quoted, to choose from. */
export function Pieces({ patientId, chosen, choose }: PiecesProps): ReactElement {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const [search, setSearch] = useState('');
  const { data, loading, problems, again } = useKeptQuery(piecesQuery, {
    id: patientId,
    results: viewer.scopes.includes('RESULTS'),
    oncology: viewer.scopes.includes('ONCOLOGY'),
    documents: viewer.scopes.includes('DOCUMENTS'),
    plan: viewer.scopes.includes('CARE_PLAN'),
  });
  const [problem] = problems;
  if (!data) {
    return problem && !loading ? (
      <ProblemNote problem={problem} what="the record" again={again} />
    ) : (
      <Loading what="what can be quoted" lines={3} />
    );
  }
  const words = search.trim().toLowerCase();
  const found = piecesOf(data).filter(
    ({ id, kind, title }) => !chosen.includes(id) && `${kindWords[kind]} ${title ?? ''}`.toLowerCase().includes(words),
  );
  return (
    <div className="pieces-list field">
      <label htmlFor="pieces-search">Find in the record</label>
      <p className="small muted">
        Diagnoses, treatments, documents, lines of the follow-up plan and the latest 50 results.
      </p>
      <input
        id="pieces-search"
        className="input"
        type="search"
        autoComplete="off"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {found.length === 0 ? (
        <p className="muted">
          {words ? `Nothing that can be quoted is called “${search.trim()}”.` : 'Nothing of this record can be quoted.'}
        </p>
      ) : (
        <ul aria-label="What can be quoted">
          {found.slice(0, 40).map((one) => (
            <li key={one.id}>
              <button type="button" className="piece" onClick={() => choose(one)}>
                <span className="small muted">{kindWords[one.kind]}</span> {referenceWords(one, zone)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function piecesOf({ patient, carePlan }: ResultOf<typeof piecesQuery>): Reference[] {
  const { results, oncology, documents } = patient;
  // Of a plan that nobody was sent only those who write it know.
  const lines = carePlan?.sentAt ? carePlan.lines : [];
  return [
    ...(results?.edges ?? []).map(({ node: { id, name, text, at } }) => ({
      kind: 'RESULT' as const,
      id,
      title: name,
      detail: text || null,
      at,
    })),
    ...(oncology?.diagnoses ?? []).map(({ id, code, site, diagnosedOn }) => ({
      kind: 'DIAGNOSIS' as const,
      id,
      title: code.display,
      detail: site,
      at: diagnosedOn,
    })),
    ...(oncology?.treatments ?? []).map(({ id, name, startedOn, status }) => ({
      kind: 'TREATMENT' as const,
      id,
      title: name,
      detail: status,
      at: startedOn,
    })),
    ...lines.map(({ id, title, ownerName, nextDue }) => ({
      kind: 'PLAN_LINE' as const,
      id,
      title,
      detail: [ownerName, nextDue && `due by ${dateWords(nextDue)}`].filter(Boolean).join(', ') || null,
      at: null,
    })),
    ...(documents?.items ?? []).map(({ id, title, at, author }) => ({
      kind: 'DOCUMENT' as const,
      id,
      title,
      detail: author,
      at,
    })),
  ];
}

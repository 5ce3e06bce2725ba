import { useState, type FormEvent, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { usePage } from '#portal/app/use-page.ts';
import { coverQuery, endCoverMutation, setCoverMutation } from '#portal/identity/cover.query.ts';
import { endOfDay } from '#portal/identity/end-of-day.ts';
import { Card } from '#portal/ui/card.tsx';
import { instantWords, isoDay } from '#portal/ui/dates.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote, problemWords } from '#portal/ui/problem-note.tsx';
import '#portal/identity/cover.css';

/** Who receives for the reader while they are away. */
export function CoverPage(): ReactElement {
  usePage('Who covers for you');
  const { viewer } = useSession();
  const { data, loading, problems, again } = useKeptQuery(coverQuery, {});
  const [problem] = problems;
  const zone = viewer.organization.timeZone;
  if (!data) {
    return problem && !loading ? (
      <ProblemNote problem={problem} what="who covers for you" again={again} />
    ) : (
      <Loading what="who covers for you" lines={5} />
    );
  }
  const cover = data.viewer?.cover ?? null;
  const standsInFor = data.viewer?.standsInFor ?? [];
  return (
    <div className="cover">
      <h1>Who covers for you</h1>
      <p className="prose muted">
        While somebody covers for you, they read and answer what you may, and it is shown that they do so in your place.
      </p>
      <Card title="Now">
        <p>
          {cover ? (
            <>
              <strong>{cover.person.name}</strong>, from {instantWords(cover.from, zone)}
              {cover.until ? ` until ${instantWords(cover.until, zone)}` : ' until you end it'}.
            </>
          ) : (
            'Nobody covers for you.'
          )}
        </p>
        {cover && <EndCover changed={again} />}
      </Card>
      <Card title={cover ? 'Name somebody else' : 'Name somebody'}>
        {data.coverCandidates.length > 0 ? (
          <CoverForm candidates={data.coverCandidates} changed={again} />
        ) : (
          <p className="prose">
            Nobody else at {viewer.organization.name} has your role. Only a colleague of the same role and practice can
            cover for you; ask your practice administrator to add one.
          </p>
        )}
      </Card>
      {standsInFor.length > 0 && (
        <Card title="You stand in for">
          <p>{standsInFor.map(({ name }) => name).join(', ')}</p>
        </Card>
      )}
    </div>
  );
}

function EndCover({ changed }: { changed: () => void }): ReactElement {
  const { connection } = useSession();
  const [failed, setFailed] = useState<string | null>(null);
  const end = async (): Promise<void> => {
    const { error } = await connection.client.mutation(endCoverMutation, {}).toPromise();
    const problem = error && problemsOf(error)[0];
    setFailed(problem ? problemWords(problem, 'the cover').title : null);
    if (!error) announce('Nobody covers for you any more.');
    changed();
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void end()}>
        End the cover now
      </button>
      {failed && <p role="alert">{failed}</p>}
    </>
  );
}

interface FormProps {
  candidates: readonly { id: string; name: string }[];
  changed: () => void;
}

function CoverForm({ candidates, changed }: FormProps): ReactElement {
  const { connection, viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const today = isoDay(Date.now(), zone);
  const [personId, setPerson] = useState(candidates[0]?.id ?? '');
  const [until, setUntil] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const input = { personId, until: until ? endOfDay(until, zone) : null };
    const { data, error } = await connection.client.mutation(setCoverMutation, { input }).toPromise();
    setBusy(false);
    const problem = error && problemsOf(error)[0];
    if (data?.setCover.__typename === 'CoverSet') {
      setRefusal(null);
      announce(`${data.setCover.cover.person.name} covers for you.`);
    } else
      setRefusal(
        data?.setCover.detail ?? (problem ? problemWords(problem, 'the cover').title : 'Portage did not answer.'),
      );
    changed();
  };

  return (
    <form className="cover-form" onSubmit={(event) => void save(event)}>
      <div className="field">
        <label htmlFor="cover-person">Colleague</label>
        <select id="cover-person" className="input" value={personId} onChange={({ target }) => setPerson(target.value)}>
          {candidates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="cover-until">Until the end of this day</label>
        <span id="cover-hint" className="small muted">
          Left empty: until you end it. Days end in your practice’s time zone, {zone}.
        </span>
        <input
          id="cover-until"
          className="input"
          type="date"
          min={today}
          aria-describedby="cover-hint"
          aria-invalid={refusal !== null}
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      </div>
      {refusal && (
        <p role="alert" className="cover-refusal">
          <strong>Not saved.</strong> {refusal}
        </p>
      )}
      <button className="button button-primary" aria-disabled={busy}>
        {busy ? 'Saving' : 'Name this colleague'}
      </button>
    </form>
  );
}

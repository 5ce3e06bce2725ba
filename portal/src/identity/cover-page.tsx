import { useState, type FormEvent, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { usePage } from '#portal/app/use-page.ts';
import { coverQuery, endCoverMutation, setCoverMutation } from '#portal/identity/cover.query.ts';
import { endOfDay, startOfDay, untilWords } from '#portal/identity/day-edges.ts';
import { Card } from '#portal/ui/card.tsx';
import { dayWords, instantWords, isoDay } from '#portal/ui/dates.ts';
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
  const later = cover !== null && isoDay(Date.parse(cover.from), zone) > isoDay(Date.now(), zone);
  const standsInFor = data.viewer?.standsInFor ?? [];
  return (
    <div className="cover">
      <h1>Who covers for you</h1>
      <p className="prose muted">
        While somebody covers for you, they read and answer what you may, and it is shown that they do so in your place.
      </p>
      <Card title={later ? 'Later' : 'Now'}>
        <p>
          {cover ? (
            <>
              <strong>{cover.person.name}</strong>, from{' '}
              {later ? dayWords(cover.from, zone) : instantWords(cover.from, zone)} until{' '}
              {cover.until ? untilWords(cover.until, zone) : 'you end it'}.
            </>
          ) : (
            'Nobody covers for you.'
          )}
        </p>
        {cover && <EndCover label={later ? 'Call it off' : 'End the cover now'} changed={again} />}
      </Card>
      <Card title={cover ? 'Name somebody else' : 'Name somebody'}>
        {cover && <p className="small muted">This takes the place of the cover above.</p>}
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

function EndCover({ label, changed }: { label: string; changed: () => void }): ReactElement {
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
        {label}
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
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const input = {
      personId,
      from: from > today ? startOfDay(from, zone) : null,
      until: until ? endOfDay(until, zone) : null,
    };
    const { data, error } = await connection.client.mutation(setCoverMutation, { input }).toPromise();
    setBusy(false);
    const problem = error && problemsOf(error)[0];
    if (data?.setCover.__typename === 'CoverSet') {
      setRefusal(null);
      announce(`${data.setCover.cover.person.name} covers for you${input.from ? ' from that day on' : ''}.`);
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
        <label htmlFor="cover-from">From the beginning of this day</label>
        <span id="cover-from-hint" className="small muted">
          Left empty: from now.
        </span>
        <input
          id="cover-from"
          className="input"
          type="date"
          min={today}
          aria-describedby="cover-from-hint"
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="cover-until">Until the end of this day</label>
        <span id="cover-hint" className="small muted">
          Left empty: until you end it. Days begin and end in your practice’s time zone, {zone}.
        </span>
        <input
          id="cover-until"
          className="input"
          type="date"
          min={from > today ? from : today}
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

import { useState, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { recipientsQuery } from '#portal/messaging/compose.query.ts';
import { CloseThread } from '#portal/messaging/close-thread.tsx';
import { addParticipantMutation, type Participant, type Thread } from '#portal/messaging/thread.query.ts';
import { placeWords } from '#portal/messaging/words.ts';
import { Card } from '#portal/ui/card.tsx';
import { dayWords, instantWords } from '#portal/ui/dates.ts';
import { problemWords } from '#portal/ui/problem-note.tsx';

const aMinute = 60_000;

/** Who takes part, for which practice, who stands in for them, and how far they have read. */
export function PeopleCard({ thread }: { thread: Thread }): ReactElement {
  const [first = ''] = thread.participants.map(({ joinedAt }) => joinedAt).toSorted();
  // Those whom the first message was for join when it can no longer be taken back.
  const beginning = new Date(Date.parse(first) + aMinute).toISOString();
  const writers = new Set(thread.messages.edges.map(({ node: { sender, onBehalfOf } }) => onBehalfOf?.id ?? sender.id));
  return (
    <Card title="Who takes part" className="people">
      <ul className="rows">
        {thread.participants.map((participant) => (
          <li key={participant.person.id}>
            <ParticipantLines
              participant={participant}
              late={participant.joinedAt > beginning}
              wrote={writers.has(participant.person.id)}
            />
          </li>
        ))}
      </ul>
      {thread.patient && <AddPerson thread={thread} patientId={thread.patient.id} />}
      {thread.state === 'OPEN' && <CloseThread id={thread.id} />}
    </Card>
  );
}

interface LinesProps {
  participant: Participant;
  /** Brought in after the beginning. */
  late: boolean;
  /** Who has written here and opened nothing since has nothing left to read. */
  wrote: boolean;
}

function ParticipantLines({ participant, late, wrote }: LinesProps): ReactElement {
  const { viewer } = useSession();
  const zone = viewer.organization.timeZone;
  const { person, joinedAt, addedBy, lastReadAt, mayRead, cover } = participant;
  return (
    <>
      <strong>{person.name}</strong>
      {person.id === viewer.id && ' (you)'}
      <span className="person-role">{placeWords(person)}</span>
      {!mayRead && (
        <span className="urgent-line small">No longer has access to this patient: messages do not reach them.</span>
      )}
      {cover && (
        <span className="cover-line small">
          Away{cover.until && ` until ${dayWords(cover.until, zone)}`}; {cover.person.name} receives for them
        </span>
      )}
      {person.id !== viewer.id && (lastReadAt || !wrote) && (
        <span className="small muted figures">
          {lastReadAt ? `Last read ${instantWords(lastReadAt, zone)}` : 'Has not read this yet'}
        </span>
      )}
      {late && (
        <span className="small muted figures">
          Brought in by {addedBy.name}, {dayWords(joinedAt, zone)}
        </span>
      )}
    </>
  );
}

function AddPerson({ thread, patientId }: { thread: Thread; patientId: string }): ReactElement {
  const [open, setOpen] = useState(false);
  return open ? (
    <Candidates thread={thread} patientId={patientId} close={() => setOpen(false)} />
  ) : (
    <button type="button" className="button" onClick={() => setOpen(true)}>
      Bring somebody in
    </button>
  );
}

function Candidates({
  thread,
  patientId,
  close,
}: {
  thread: Thread;
  patientId: string;
  close: () => void;
}): ReactElement {
  const { connection } = useSession();
  const [words, setWords] = useState('');
  const { data, loading, problems } = useKeptQuery(recipientsQuery, { patientId, search: null, references: [] });
  const known = new Set(thread.participants.map(({ person }) => person.id));
  const others = data?.recipients.filter(({ person }) => !known.has(person.id)) ?? [];
  const [problem] = problems;

  const add = async (personId: string): Promise<void> => {
    const { data: answer, error } = await connection.client
      .mutation(addParticipantMutation, { threadId: thread.id, personId })
      .toPromise();
    const failure = error && problemsOf(error)[0];
    if (failure) return setWords(problemWords(failure, 'the list of people').title);
    if (answer?.addParticipant.__typename === 'ThreadRefused') return setWords(answer.addParticipant.detail);
    announce('Added. They can read the whole conversation from its beginning.');
    return close();
  };

  return (
    <div className="field">
      <label htmlFor="bring-in">Bring somebody in</label>
      <p className="small muted">They can read the whole conversation, from its beginning.</p>
      <select id="bring-in" className="input" value="" onChange={({ target }) => void add(target.value)}>
        <option value="">{loading ? 'Loading who may read this patient' : 'Choose a person'}</option>
        {others.map(({ person }) => (
          <option key={person.id} value={person.id}>
            {person.name}, {placeWords(person)}
          </option>
        ))}
      </select>
      {data && others.length === 0 && (
        <p className="small">Everybody who may read messages about this patient takes part already.</p>
      )}
      <p className="fault" role="status">
        {problem ? problemWords(problem, 'the list of people').title : words}
      </p>
    </div>
  );
}

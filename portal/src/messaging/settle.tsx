import { navigate } from 'wouter/use-browser-location';
import { useEffect, useState, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { connectionNow } from '#portal/app/client.ts';
import { problemsOf } from '#portal/app/problem.ts';
import { toast } from '#portal/app/toast.tsx';
import { undoMutation } from '#portal/messaging/compose.query.ts';
import { placeKey, type Place } from '#portal/messaging/draft-fields.ts';
import { forgetSent, hasUnsent, tryNow, whenSettled, type Outgoing, type Refusal } from '#portal/messaging/outbox.ts';
import { allSafe, deskAt } from '#portal/messaging/use-draft.ts';
import { plural } from '#portal/messaging/words.ts';
import { problemWords } from '#portal/ui/problem-note.tsx';

// What the server said against a message, until its writer sends again.
let refusals: ReadonlyMap<string, Refusal> = new Map();
const listeners = new Set<() => void>();
const keyOf = (personId: string, place: Place): string => `${personId} ${placeKey(place)}`;

function setRefusal(key: string, refusal: Refusal | null): void {
  const next = new Map([...refusals].filter(([other]) => other !== key));
  refusals = refusal ? next.set(key, refusal) : next;
  for (const listener of listeners) listener();
}

export function onRefusals(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const forgetRefusal = (personId: string, place: Place): void => setRefusal(keyOf(personId, place), null);

export const refusalAt = (personId: string, place: Place): Refusal | null =>
  refusals.get(keyOf(personId, place)) ?? null;

export const addressOf = ({ threadId, patientId }: Place): string =>
  threadId ? `/messages/${threadId}` : `/messages/new?patient=${patientId}`;

// The browser asks before it closes a tab that holds what the server does not.
addEventListener('beforeunload', (event) => {
  if (hasUnsent() || !allSafe()) event.preventDefault();
});

// What follows a sending, whichever page is shown by then: said, to be undone for ten seconds, or back on the desk.
whenSettled({
  sent({ personId, place, names, input }, { thread, message }) {
    setRefusal(keyOf(personId, place), null);
    deskAt(personId, place).sent(input.draftVersion ?? 0);
    if (place.threadId === null && location.pathname === '/messages/new') navigate(`/messages/${thread.id}`);
    if (connectionNow().personId !== personId) return;
    const span = message.undoUntil ? Date.parse(message.undoUntil) - Date.parse(message.sentAt) : 0;
    announce(`Sent to ${names}`);
    toast(
      'undo',
      <UndoToast key={message.id} messageId={message.id} names={names} place={place} personId={personId} span={span} />,
    );
  },
  refused({ personId, place, fields }, refusal) {
    deskAt(personId, place).restore(fields);
    setRefusal(keyOf(personId, place), refusal);
    announce(`Not sent. ${refusal.detail}`);
    if (connectionNow().personId !== personId) return;
    toast('refused', <RefusedToast place={place} detail={refusal.detail} />);
  },
  waiting(messages) {
    const own = messages.filter(({ personId }) => personId === connectionNow().personId);
    toast('waiting', own.length > 0 ? <WaitingToast messages={own} /> : null);
  },
});

function WaitingToast({ messages }: { messages: readonly Outgoing[] }): ReactElement {
  return (
    <>
      <p role="status">
        <strong>{plural(messages.length, 'message')} waiting for the line.</strong> Keep this tab open: what waits is
        sent by itself.
      </p>
      <button type="button" className="button" onClick={tryNow}>
        Try now
      </button>
    </>
  );
}

function RefusedToast({ place, detail }: { place: Place; detail: string }): ReactElement {
  return (
    <>
      <p role="alert">
        <strong>Not sent.</strong> {detail}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => {
          toast('refused', null);
          navigate(addressOf(place));
        }}
      >
        Show the message
      </button>
      <button type="button" className="button" onClick={() => toast('refused', null)}>
        Put away
      </button>
    </>
  );
}

interface UndoProps {
  messageId: string;
  names: string;
  place: Place;
  personId: string;
  /** Milliseconds for which the server takes it back. */
  span: number;
}

function UndoToast({ messageId, names, place, personId, span }: UndoProps): ReactElement {
  const [until] = useState(() => Date.now() + span);
  const [left, setLeft] = useState(Math.ceil(span / 1000));
  const [words, setWords] = useState<string | null>(null);
  const over = left <= 0;
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.ceil((until - Date.now()) / 1000)), 500);
    return () => clearInterval(timer);
  }, [until]);
  useEffect(() => {
    if (over && words === null) toast('undo', null);
  }, [over, words]);

  const undo = async (): Promise<void> => {
    setWords('Taking it back');
    const { data, error } = await connectionNow().client.mutation(undoMutation, { messageId }).toPromise();
    const answer = data?.undoSend;
    if (answer?.__typename === 'SendUndone') {
      const back: Place = { threadId: answer.thread?.id ?? null, patientId: place.patientId };
      forgetSent([messageId]);
      deskAt(personId, back).adopt(answer.draft);
      toast('undo', null);
      announce('Taken back. Nobody has seen it; the text is a draft again.');
      navigate(`${addressOf(back)}${back.threadId ? '?reply' : ''}`);
      return;
    }
    const problem = error && problemsOf(error)[0];
    setWords(
      answer?.detail ??
        `${problem ? problemWords(problem, 'the message').title : ''} It is not known whether it was taken back.`,
    );
  };

  return (
    <>
      <p>
        <strong>Sent to {names}.</strong> {words ?? 'Nobody sees it yet.'}
      </p>
      {!over && (
        <button type="button" className="button" onClick={() => void undo()}>
          Undo <span className="figures">({left} s)</span>
        </button>
      )}
      {over && (
        <button type="button" className="button" onClick={() => toast('undo', null)}>
          Put away
        </button>
      )}
    </>
  );
}

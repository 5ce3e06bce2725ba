import { useEffect, useState, useSyncExternalStore } from 'react';
import { connectionNow } from '#portal/app/client.ts';
import { beforeLeaving } from '#portal/app/leaving.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { draftsQuery, saveDraftMutation } from '#portal/messaging/compose.query.ts';
import { DraftDesk, type Desk, type SaveAnswer } from '#portal/messaging/draft-desk.ts';
import { draftInput, isAt, placeKey, type Fields, type Place } from '#portal/messaging/draft-fields.ts';

// Texts under way, by writer and place: they outlive the page and the session, and never leave this tab's memory.
const desks = new Map<string, DraftDesk>();

export function deskAt(personId: string, place: Place): DraftDesk {
  const key = `${personId} ${placeKey(place)}`;
  const known = desks.get(key);
  if (known) return known;
  const desk = new DraftDesk();
  desk.save = (fields, version) => save(personId, place, fields, version);
  desks.set(key, desk);
  return desk;
}

beforeLeaving(() => Promise.all([...desks.values()].map((desk) => desk.settle())));

export const allSafe = (): boolean => [...desks.values()].every(({ isSafe }) => isSafe);

async function save(personId: string, place: Place, fields: Fields, version: number): Promise<SaveAnswer> {
  const { client, personId: signedIn } = connectionNow();
  // Whoever else signs in here meanwhile must not be given it.
  if (signedIn !== personId) return null;
  const { data, error } = await client
    .mutation(saveDraftMutation, { input: draftInput(place, fields, version) })
    .toPromise();
  const answer = data?.saveDraft;
  if (answer?.__typename === 'DraftSaved') return { saved: answer.draft };
  if (answer?.__typename === 'DraftStale') return { stored: answer.stored };
  if (answer?.__typename === 'DraftRefused') return { refused: answer.detail };
  const kind = error && problemsOf(error)[0]?.kind;
  return kind === 'not-found' || kind === 'forbidden' || kind === 'bad-input'
    ? { refused: 'Messages about this patient are no longer open to you. Copy the text if you need it.' }
    : null;
}

interface LoadedDraft extends Desk {
  desk: DraftDesk;
  /** Whether the server has said what it keeps; what is typed before that is kept too. */
  loaded: boolean;
  problem: Problem | null;
}

export function useDraft(place: Place): LoadedDraft {
  const { connection, viewer } = useSession();
  const desk = deskAt(viewer.id, place);
  const [loaded, setLoaded] = useState<{ desk: DraftDesk; problem: Problem | null } | null>(null);
  const key = placeKey(place);
  useEffect(() => {
    let current = true;
    void connection.client
      .query(draftsQuery, {}, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data, error }) => {
        if (!current) return;
        if (data) desk.load(data.drafts.find((draft) => isAt(draft, place)) ?? null);
        setLoaded({ desk, problem: (error && problemsOf(error)[0]) ?? null });
      });
    return () => {
      current = false;
      void desk.settle();
    };
    // The place is what its key says.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [connection, desk, key]);
  const now = useSyncExternalStore(desk.subscribe, desk.now);
  const own = loaded?.desk === desk ? loaded : null;
  return { ...now, desk, loaded: own !== null, problem: own?.problem ?? null };
}

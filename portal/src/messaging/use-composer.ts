import { useState, useSyncExternalStore } from 'react';
import { useSession } from '#portal/app/session.ts';
import type { DraftDesk } from '#portal/messaging/draft-desk.ts';
import { isEmpty, sendInput, type Fields, type Place } from '#portal/messaging/draft-fields.ts';
import { post, type Refusal } from '#portal/messaging/outbox.ts';
import { faultsOf, type Faults } from '#portal/messaging/sending.ts';
import { forgetRefusal, onRefusals, refusalAt } from '#portal/messaging/settle.tsx';
import { isoDay } from '#portal/ui/dates.ts';

interface Composer {
  faults: Faults;
  /** What the server said against the message; it is here again, unchanged. */
  refusal: Refusal | null;
  send: () => Promise<boolean>;
}

/** No longer than this is a save that is under way waited for. */
const patience = 2_000;

/** Checks and sends what lies on the desk. */
export function useComposer(place: Place, desk: DraftDesk, names: string): Composer {
  const { viewer } = useSession();
  const [tried, setTried] = useState(false);
  const { fields } = useSyncExternalStore(desk.subscribe, desk.now);
  const begins = place.threadId === null;
  const today = isoDay(Date.now(), viewer.organization.timeZone);
  // Said once sending was tried, and no longer than it is true.
  const faults = tried ? faultsOf(fields, begins, today) : {};
  const refusal = useSyncExternalStore(onRefusals, () => refusalAt(viewer.id, place));

  const send = async (): Promise<boolean> => {
    setTried(true);
    const [first] = Object.keys(faultsOf(desk.now().fields, begins, today));
    if (first) {
      document.getElementById(first)?.focus();
      return false;
    }
    await Promise.race([desk.settle(), new Promise((resolve) => setTimeout(resolve, patience))]);
    // What was typed while the draft was being kept belongs to the message too; a second press finds nothing to send.
    const now: Fields = desk.now().fields;
    if (isEmpty(now)) return false;
    setTried(false);
    forgetRefusal(viewer.id, place);
    const key = crypto.randomUUID();
    const input = sendInput(place, now, { key, draftVersion: desk.storedVersion });
    desk.clear();
    post({ key, personId: viewer.id, place, fields: now, names, input });
    return true;
  };
  return { faults, refusal, send };
}

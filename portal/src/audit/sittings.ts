import { isoDay } from '#portal/ui/dates.ts';

/** One entry of the access log. */
export interface Entry {
  at: string;
  personName: string;
  role: string;
  organization: string;
  action: string;
  sections: readonly string[];
}

/** What one person did on one day, before somebody else did something. */
export interface Sitting<Of extends Entry> {
  /** Its latest entry, which says whose it is. */
  last: Of;
  /** When it began. */
  from: string;
  deeds: readonly Deed[];
}

interface Deed {
  action: string;
  times: number;
  /** All that was seen by it. */
  sections: readonly string[];
}

/**
 * Puts together what belongs together: a look at a patient is written down request by request.
 * @param entries the latest first
 */
export function sittingsOf<Of extends Entry>(entries: readonly Of[], timeZone: string): Sitting<Of>[] {
  const sittings: Of[][] = [];
  for (const entry of entries) {
    const sitting = sittings.at(-1);
    if (sitting?.[0] && isOfOne(sitting[0], entry, timeZone)) sitting.push(entry);
    else sittings.push([entry]);
  }
  return sittings.flatMap((sitting) => {
    const [last] = sitting;
    return last ? [{ last, from: sitting.at(-1)?.at ?? last.at, deeds: deedsOf(sitting) }] : [];
  });
}

const isOfOne = (one: Entry, other: Entry, timeZone: string): boolean =>
  one.personName === other.personName &&
  one.role === other.role &&
  one.organization === other.organization &&
  isoDay(one.at, timeZone) === isoDay(other.at, timeZone);

const deedsOf = (entries: readonly Entry[]): Deed[] =>
  [...Map.groupBy(entries, ({ action }) => action)].map(([action, alike]) => ({
    action,
    times: alike.length,
    sections: [...new Set(alike.flatMap(({ sections }) => sections))].toSorted(),
  }));

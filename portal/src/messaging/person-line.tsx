import type { ReactElement } from 'react';
import { placeWords } from '#portal/messaging/words.ts';
import type { Person } from '#portal/messaging/messaging.query.ts';

/** Name, role and practice: nobody is only a name. */
export function PersonLine({
  person,
  behalf = null,
}: {
  person: Person;
  behalf?: { name: string } | null;
}): ReactElement {
  return (
    <>
      <strong>{person.name}</strong>
      {behalf && <strong className="behalf"> on behalf of {behalf.name}</strong>}
      <span className="muted">, {placeWords(person)}</span>
    </>
  );
}

import type { ReactElement } from 'react';
import { placeWords } from '#portal/messaging/words.ts';
import type { Person } from '#portal/messaging/messaging.query.ts';

interface Props {
  /** Whoever is at the keyboard. */
  writer: string;
  /** Whom they stand in for and who may read messages about the patient. */
  principals: readonly Person[];
  chosen: string | null;
  choose: (id: string | null) => void;
}

/** In whose name it is written, for those who write for others; nothing is chosen for them. */
export function BehalfField({ writer, principals, chosen, choose }: Props): ReactElement | null {
  if (principals.length === 0) return null;
  const principal = principals.find(({ id }) => id === chosen);
  return (
    <div className="field">
      <label htmlFor="onBehalfOfId">Written by</label>
      <select
        id="onBehalfOfId"
        className="input"
        value={principal?.id ?? ''}
        onChange={({ target }) => choose(target.value || null)}
      >
        <option value="">{writer}, in your own name</option>
        {principals.map((person) => (
          <option key={person.id} value={person.id}>
            {writer} on behalf of {person.name}, {placeWords(person)}
          </option>
        ))}
      </select>
      {principal && (
        <p className="small behalf">
          You write on behalf of <strong>{principal.name}</strong>. Everybody sees that; the conversation and its
          answers are theirs.
        </p>
      )}
    </div>
  );
}

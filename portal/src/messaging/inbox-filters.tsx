import { useEffect, useRef, useState, type FormEvent, type ReactElement, type RefObject } from 'react';
import { useLocation } from 'wouter';
import type { ThreadRow } from '#portal/messaging/inbox.query.ts';
import { writeInboxState, type InboxState } from '#portal/messaging/inbox-state.ts';
import { aboutWords } from '#portal/messaging/words.ts';

interface Props {
  state: InboxState;
  /** The people and patients to choose from are those of the threads that are shown. */
  rows: readonly ThreadRow[];
  viewerId: string;
  field: RefObject<HTMLInputElement | null>;
}

const pause = 350;

export function InboxFilters({ state, rows, viewerId, field }: Props): ReactElement {
  const [, go] = useLocation();
  const change = (part: Partial<InboxState>): void => go(writeInboxState({ ...state, ...part }), { replace: true });
  const patients = distinct(rows.flatMap(({ patient }) => (patient ? [patient] : [])));
  const people = distinct(
    rows.flatMap(({ participants }) => participants.map(({ person }) => person)).filter(({ id }) => id !== viewerId),
  );
  return (
    <div className="inbox-filters">
      <Search asked={state.search} search={(search) => change({ search })} field={field} />
      <Choice
        label="About"
        none="Any patient"
        value={state.patientId}
        options={patients.map((patient) => [patient.id, `${patient.name}, ${aboutWords(patient)}`])}
        choose={(patientId) => change({ patientId })}
      />
      <Choice
        label="With"
        none="Anybody"
        value={state.personId}
        options={people.map(({ id, name, organization }) => [
          id,
          organization ? `${name}, ${organization.name}` : name,
        ])}
        choose={(personId) => change({ personId })}
      />
      <div className="inbox-toggles">
        {(['unread', 'urgent', 'closed'] as const).map((flag) => (
          <label key={flag} className="choice">
            <input
              type="checkbox"
              checked={state[flag]}
              onChange={({ target }) => change({ [flag]: target.checked })}
            />
            {{ unread: 'Unread only', urgent: 'Urgent only', closed: 'Closed ones' }[flag]}
          </label>
        ))}
      </div>
    </div>
  );
}

function Search({
  asked,
  search,
  field,
}: {
  asked: string;
  search: (text: string) => void;
  field: RefObject<HTMLInputElement | null>;
}): ReactElement {
  const [text, setText] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address is the state: going back, or a link with a search, shows in the field too.
  const [known, setKnown] = useState(asked);
  if (known !== asked) {
    setKnown(asked);
    if (text.trim() !== asked) setText(asked);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (value: string): void => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(value.trim()), pause);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    clearTimeout(timer.current);
    search(text.trim());
  };
  return (
    <form className="field inbox-search" role="search" aria-label="Messages" onSubmit={submit}>
      <label htmlFor="inbox-search">Search your messages</label>
      <input
        ref={field}
        id="inbox-search"
        className="input"
        type="search"
        autoComplete="off"
        placeholder="Word, patient, person"
        maxLength={200}
        aria-keyshortcuts="/"
        value={text}
        onChange={({ target }) => change(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape' && text) change('');
        }}
      />
    </form>
  );
}

function Choice({
  label,
  none,
  value,
  options,
  choose,
}: {
  label: string;
  none: string;
  value: string | null;
  options: readonly (readonly [id: string, words: string])[];
  choose: (id: string | null) => void;
}): ReactElement {
  const id = `inbox-${label.toLowerCase()}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value ?? ''} onChange={({ target }) => choose(target.value || null)}>
        <option value="">{none}</option>
        {value !== null && !options.some(([known]) => known === value) && (
          <option value={value}>As the address of this page says</option>
        )}
        {options.map(([known, words]) => (
          <option key={known} value={known}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function distinct<One extends { id: string; name: string }>(all: readonly One[]): One[] {
  return [...new Map(all.map((one) => [one.id, one])).values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

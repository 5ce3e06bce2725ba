import { useEffect, useRef, useState, type FormEvent, type ReactElement, type RefObject } from 'react';
import { useLocation, useSearch } from 'wouter';
import { readListState, writeListState } from '#portal/patient/list-state.ts';
import { Icon } from '#portal/ui/icon.tsx';
import '#portal/patient/patient-finder.css';

const pause = 350;

/** Search by name, birth date or MRN. On the list it works while typing; elsewhere Enter goes to the list. */
export function PatientFinder({ field }: { field: RefObject<HTMLInputElement | null> }): ReactElement {
  const [path, go] = useLocation();
  const address = useSearch();
  const onList = path === '/';
  const asked = onList ? readListState(address).search : '';
  const [text, setText] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The address is the state: going back, or a link with a search, shows in the field too.
  const [known, setKnown] = useState(asked);
  if (known !== asked) {
    setKnown(asked);
    if (text.trim() !== asked) setText(asked);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (value: string): void => {
    clearTimeout(timer.current);
    const state = onList ? readListState(address) : { sort: null, descending: false };
    go(writeListState({ ...state, search: value.trim() }), { replace: onList });
  };
  const change = (value: string): void => {
    setText(value);
    clearTimeout(timer.current);
    if (onList) timer.current = setTimeout(() => search(value), pause);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // What was asked for is shown already: Enter goes on to the first of them.
    if (asked && asked === text.trim()) document.querySelector<HTMLElement>('.patient-name')?.focus();
    else search(text);
  };

  return (
    <form className="finder" role="search" onSubmit={submit}>
      <label htmlFor="finder" className="unseen">
        Search your patients by name, birth date or MRN
      </label>
      <Icon shape="search" />
      <input
        ref={field}
        id="finder"
        className="input"
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder="Name, birth date or MRN"
        aria-keyshortcuts="/"
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text) change('');
        }}
      />
    </form>
  );
}

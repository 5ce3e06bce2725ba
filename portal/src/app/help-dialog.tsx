import { useState, type ReactElement, type RefObject } from 'react';
import { enableKeys, useKeysEnabled } from '#portal/app/keys.ts';
import { chooseTheme, currentTheme, themes, type Theme } from '#portal/app/theme.ts';

const keys: readonly (readonly [key: string, does: string])[] = [
  ['/', 'Search your patients; among your messages, search those'],
  ['h  m  t', 'Go to your patients, to your messages, to the tasks'],
  ['j  k', 'Next or previous in the list, or line of a plan; Enter opens it'],
  ['r', 'Reply to the conversation'],
  ['e', 'Done with it: mark it as read in the list, go back to the list from its page'],
  ['1 – 7', 'The parts of a patient’s record, from Summary on'],
  ['p', 'Print the summary (two pages) or the conversation'],
  ['c', 'Copy it as plain text, for the note in your own record'],
  ['Ctrl+Enter', 'Send the message that you write'],
  ['?', 'This help'],
];

const themeWords: Record<Theme, string> = { system: 'As this computer is set', light: 'Light', dark: 'Dark' };

export function HelpDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }): ReactElement {
  const enabled = useKeysEnabled();
  const [theme, setTheme] = useState(currentTheme);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="help-title">
      <h2 id="help-title">Help and display</h2>
      <table className="help-keys">
        <caption>Keys</caption>
        <tbody>
          {keys.map(([key, does]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="choice">
        <input type="checkbox" checked={enabled} onChange={(event) => enableKeys(event.target.checked)} />
        Use these keys on this computer
      </label>
      <fieldset className="choices">
        <legend>Colours</legend>
        {themes.map((option) => (
          <label key={option} className="choice">
            <input
              type="radio"
              name="theme"
              checked={theme === option}
              onChange={() => {
                chooseTheme(option);
                setTheme(option);
              }}
            />
            {themeWords[option]}
          </label>
        ))}
      </fieldset>
      <p className="small muted prose">
        You can read here what the cancer centre shares with your practice. Each record that you open is written down,
        and the patient’s teams can see who has viewed it.
      </p>
      <form method="dialog" className="dialog-actions">
        <button className="button button-primary">Close</button>
      </form>
    </dialog>
  );
}

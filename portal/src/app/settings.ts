/** What this browser remembers: how things look and work here, never who is a patient. */
type Setting = 'theme' | 'keys' | 'scopes' | 'active';

const name = (setting: Setting): string => `portage.${setting}`;

// A browser may refuse storage altogether (private windows, policy): the setting then lasts for the page.
export function remember(setting: Setting, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name(setting));
    else localStorage.setItem(name(setting), value);
  } catch {
    return;
  }
}

export function remembered(setting: Setting): string | null {
  try {
    return localStorage.getItem(name(setting));
  } catch {
    return null;
  }
}

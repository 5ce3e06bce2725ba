import { useEffect, useRef, useSyncExternalStore } from 'react';
import { remember, remembered } from '#portal/app/settings.ts';

// One-letter keys disturb people who dictate or whose software sends letters: they can be turned off (WCAG 2.1.4).
let enabled = remembered('keys') !== 'off';
const listeners = new Set<() => void>();

export function enableKeys(on: boolean): void {
  enabled = on;
  remember('keys', on ? null : 'off');
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useKeysEnabled = (): boolean => useSyncExternalStore(subscribe, () => enabled);

const typing = 'input, textarea, select, [contenteditable]';

function isFree(event: KeyboardEvent): boolean {
  if (!enabled || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return false;
  if (document.querySelector('dialog[open]')) return false;
  return !(event.target instanceof Element && event.target.closest(typing));
}

/** Runs an action for a single key, unless the reader is typing, a dialog is open or keys are turned off. */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const action = isFree(event) ? current.current[event.key] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

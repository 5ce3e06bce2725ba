import { useEffect, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
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

type Actions = Readonly<Record<string, () => void>>;

/** The frame's keys first, then those of what it shows: the last that knows a key has it. */
const layers: RefObject<Actions>[] = [];

function press(event: KeyboardEvent): void {
  if (!isFree(event)) return;
  const layer = layers.findLast(({ current }) => Object.hasOwn(current, event.key));
  if (!layer) return;
  event.preventDefault();
  layer.current[event.key]?.();
}

/**
 * Runs an action for a single key, unless the reader is typing, a dialog is open or keys are turned off.
 * A page may take a key over from the frame, whose keys hold everywhere.
 */
export function useKeys(actions: Actions, of: 'page' | 'frame' = 'page'): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  // Before the page is seen: a key pressed at its first sight is not lost.
  useLayoutEffect(() => {
    if (layers.length === 0) document.addEventListener('keydown', press);
    if (of === 'frame') layers.unshift(current);
    else layers.push(current);
    return () => {
      layers.splice(layers.indexOf(current), 1);
      if (layers.length === 0) document.removeEventListener('keydown', press);
    };
  }, [of]);
}

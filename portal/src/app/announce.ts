import { useSyncExternalStore } from 'react';

// One polite live region for the whole program: what a sighted reader sees change is also said.
let message = '';
const listeners = new Set<() => void>();

export function announce(text: string): void {
  // The same words twice would not be read out again without a difference.
  message = text === message ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAnnouncement = (): string => useSyncExternalStore(subscribe, () => message);

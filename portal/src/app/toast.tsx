import { useEffect, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import '#portal/app/toast.css';

// What stays in sight for a short while whichever page is shown: an undo, a message that waits for the line.
let shown: ReadonlyMap<string, ReactNode> = new Map();
const listeners = new Set<() => void>();

function show(next: ReadonlyMap<string, ReactNode>): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Shows this, or takes it away with null. The same name replaces what it showed before. */
export function toast(name: string, content: ReactNode): void {
  const next = new Map([...shown].filter(([other]) => other !== name));
  show(content === null ? next : next.set(name, content));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts(): ReactElement | null {
  const all = useSyncExternalStore(subscribe, () => shown);
  // They belong to the session that they came up in.
  useEffect(() => () => show(new Map()), []);
  if (all.size === 0) return null;
  return (
    <section className="toasts" aria-label="Notices">
      {[...all].map(([name, content]) => (
        <div key={name} className="toast">
          {content}
        </div>
      ))}
    </section>
  );
}

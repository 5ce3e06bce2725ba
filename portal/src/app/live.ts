import { useEffect, useRef } from 'react';

/** What changed for this reader, told by the server as it changes. */
interface News {
  id: string;
  kind: 'READY' | 'MESSAGE' | 'READ' | 'DELIVERY' | 'TASK' | 'PLAN' | 'CONTACT';
  /** The thread, task, plan or person; null: of nothing yet. */
  subjectId: string | null;
}

const subscription = 'subscription Live($after: ID) { live(after: $after) { id kind subjectId } }';
const retryAfter = 30_000;
const listeners = new Set<(news: News) => void>();
let newsAt = 0;

/** When something last changed for this reader, as far as this page was told: what was received before may be old. */
export const lastNewsAt = (): number => newsAt;

function address(after: string | null): string {
  const params = new URLSearchParams({ query: subscription, variables: JSON.stringify({ after }) });
  return `/graphql/stream?${params.toString()}`;
}

/** Listens while the page is looked at: a browser has few lines to one server, and hidden tabs would hold them all. */
export function useLiveStream(): void {
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: string | null = null;
    const close = (): void => {
      clearTimeout(timer);
      source?.close();
      source = null;
    };
    const listen = (): void => {
      close();
      if (document.visibilityState === 'hidden') return;
      source = new EventSource(address(last));
      source.addEventListener('next', ({ data }: MessageEvent<string>) => {
        const { data: answer } = JSON.parse(data) as { data?: { live: News } | null };
        if (!answer) return;
        last = answer.live.id;
        if (answer.live.kind !== 'READY') newsAt = Date.now();
        for (const listener of listeners) listener(answer.live);
      });
      source.addEventListener('error', () => {
        // The browser comes back by itself after a lost line, but not after a refusal.
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(listen, retryAfter);
      });
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      close();
    };
  }, []);
}

/** Runs for news of these kinds; of one subject only, where one is given. */
export function useNews(kinds: readonly News['kind'][], heard: () => void, subjectId?: string): void {
  const current = useRef({ kinds, heard });
  useEffect(() => {
    current.current = { kinds, heard };
  });
  useEffect(() => {
    const listener = (news: News): void => {
      const { kinds: wanted, heard: run } = current.current;
      if (wanted.includes(news.kind) && (subjectId === undefined || news.subjectId === subjectId)) run();
    };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [subjectId]);
}

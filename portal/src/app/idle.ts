import { useEffect, useRef, useState } from 'react';
import { remember, remembered } from '#portal/app/settings.ts';

export const idleLimit = 15 * 60_000;
export const idleWarning = 13 * 60_000;
const tick = 5_000;
const keepAliveEvery = 60_000;

export type IdleState = 'active' | 'warned' | 'over';

export function idleState(lastActive: number, now: number): IdleState {
  const idle = now - lastActive;
  return idle >= idleLimit ? 'over' : idle >= idleWarning ? 'warned' : 'active';
}

/** "2 minutes", then "45 seconds": what is left before the session ends. */
export function leftWords(lastActive: number, now: number): string {
  const seconds = Math.max(0, Math.round((lastActive + idleLimit - now) / 1000));
  return seconds > 90 ? `${Math.round(seconds / 60)} minutes` : `${Math.ceil(seconds / 5) * 5} seconds`;
}

let lastAnswered = Date.now();

/** The server counts its own idle time from the last request that it answered. */
export function noteAnswer(): void {
  lastAnswered = Date.now();
}

interface Idle {
  state: IdleState;
  left: string;
  stay: () => void;
}

/**
 * Watches for a reader who has gone. Work in another tab counts. While someone reads without asking
 * for anything the server is told about once a minute, so that both clocks run out together.
 */
export function useIdle(keepAlive: () => void, over: () => void): Idle {
  const lastActive = useRef(Date.now());
  const [idle, setIdle] = useState<{ state: IdleState; left: string }>({ state: 'active', left: '' });
  const handlers = useRef({ keepAlive, over });
  useEffect(() => {
    handlers.current = { keepAlive, over };
  });

  const look = useRef(() => {
    const now = Date.now();
    const shared = Math.max(lastActive.current, Number(remembered('active') ?? 0));
    const state = idleState(shared, now);
    setIdle((was) => {
      const left = state === 'warned' ? leftWords(shared, now) : '';
      return was.state === state && was.left === left ? was : { state, left };
    });
    if (state === 'over') handlers.current.over();
    else if (lastActive.current > lastAnswered && now - lastAnswered > keepAliveEvery) {
      lastAnswered = now;
      handlers.current.keepAlive();
    }
    return state;
  });

  const stay = useRef(() => {
    lastActive.current = Date.now();
    remember('active', String(lastActive.current));
    look.current();
  });

  useEffect(() => {
    lastActive.current = Date.now();
    remember('active', String(lastActive.current));
    const active = (): void => {
      const now = Date.now();
      // Once the notice is up, or the time is over, only a decision counts.
      if (
        now - lastActive.current < 1_000 ||
        idleState(Math.max(lastActive.current, Number(remembered('active') ?? 0)), now) !== 'active'
      )
        return;
      if (now - lastActive.current > tick) remember('active', String(now));
      lastActive.current = now;
    };
    const seen = (): void => void look.current();
    const timer = setInterval(seen, tick);
    const events = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
    for (const event of events) addEventListener(event, active, { passive: true, capture: true });
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      for (const event of events) removeEventListener(event, active, { capture: true });
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);

  return { ...idle, stay: stay.current };
}

import { useEffect, useRef, type RefObject } from 'react';

/** Ctrl+Enter, or Cmd+Enter, sends from any field of a composer. */
export function useSendKeys(send: () => void): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const { current } = form;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      send();
    };
    current?.addEventListener('keydown', press);
    return () => current?.removeEventListener('keydown', press);
  });
  return form;
}

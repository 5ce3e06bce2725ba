import { useEffect } from 'react';

/** Names the page in the browser's tab. Titles end up in histories and bookmarks: they never hold a patient's name. */
export function usePage(title: string): void {
  useEffect(() => {
    document.title = `${title} · Portage`;
  }, [title]);
}

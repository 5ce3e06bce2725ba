/** The sign-in page's address, holding on to the page that was asked for. */
export function signInAddress(path: string, search: string): string {
  const asked = search ? `${path}?${search}` : path;
  return asked === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(asked)}`;
}

/** Where to go after sign-in: only ever a path of this site, whatever the address says. */
export function nextAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  const base = 'https://portage.invalid';
  if (!next.startsWith('/') || !URL.canParse(next, base)) return '/';
  const url = new URL(next, base);
  return url.origin === base && url.pathname !== '/sign-in' ? url.pathname + url.search : '/';
}

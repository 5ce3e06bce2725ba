/** What a browser says of where a request comes from. */
export interface Provenance {
  readonly method: string;
  /** The host that the request was sent to, with its port. */
  readonly host: string;
  readonly origin: string | undefined;
  /** Sec-Fetch-Site */
  readonly site: string | undefined;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether another site made the browser send this request. Requests that change something must come
 * from our own pages; a program that is no browser sends neither header and has no cookie to abuse.
 */
export function isCrossSite({ method, host, origin, site }: Provenance): boolean {
  if (SAFE_METHODS.has(method)) return false;
  // The browser's own word, which no page can put into its mouth: it also holds behind a proxy that renames the host.
  // "none" is the address bar, which cannot send anything but GET; "same-site" may be anybody's subdomain.
  if (site !== undefined) return site !== 'same-origin';
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== host;
  } catch {
    // "null": a sandboxed frame, a data: page, a redirect.
    return true;
  }
}

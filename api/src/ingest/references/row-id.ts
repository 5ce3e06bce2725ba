import { hash } from 'node:crypto';

// Our own namespace: a name in it is never a name in anybody else's.
const NAMESPACE = Buffer.from('8b1f6c5e2d1a5c0f9a3e7f4d6b20c9a1', 'hex');

/** UUID version 5 (RFC 9562) in Portage's namespace: the same parts always give the same id. */
export function rowId(...parts: readonly string[]): string {
  const digest = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(parts.join('|'), 'utf8')]), 'hex');
  const variant = ((Number.parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(18, 20)}-${digest.slice(20, 32)}`;
}

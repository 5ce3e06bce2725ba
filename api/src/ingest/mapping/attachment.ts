import { isUtf8 } from 'node:buffer';
import type { Attachment } from 'fhir/r4';
import { UnreadableResourceError } from '../fhir/unreadable.ts';

/** The largest document kept, in bytes; of a larger one only the title is. */
export const LARGEST_DOCUMENT = 10 * 2 ** 20;

export interface DocumentBody {
  /** `text/plain` or `application/pdf`. */
  readonly contentType: string;
  /** `\x…`, as PostgreSQL reads bytes. Text is UTF-8 without NUL. */
  readonly bytes: string;
  readonly size: number;
}

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/**
 * The document within an attachment, if it has one that can be read: plain text, HTML as plain
 * text, or PDF.
 * @throws {UnreadableResourceError} when the data is not base64.
 */
export function documentBody(attachment: Attachment, path: string): DocumentBody | undefined {
  const { data } = attachment;
  if (typeof data !== 'string' || data === '') return undefined;
  const [type = '', ...parameters] = (attachment.contentType ?? 'text/plain')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const isText = type === 'text/plain';
  const isMarkup = type === 'text/html' || type === 'application/xhtml' || type === 'application/xhtml+xml';
  if (!isText && !isMarkup && type !== 'application/pdf') return undefined;
  if (!BASE64.test(data)) throw new UnreadableResourceError(`${path}.data is not base64`);
  const raw = Buffer.from(data, 'base64');
  if (raw.length > LARGEST_DOCUMENT || raw.length === 0) return undefined;
  if (type === 'application/pdf') return { contentType: type, bytes: `\\x${raw.toString('hex')}`, size: raw.length };
  const charset = parameters.find((one) => one.startsWith('charset='))?.slice('charset='.length);
  const body = isMarkup ? Buffer.from(plainText(decoded(raw, charset)), 'utf8') : readableText(raw, charset);
  return { contentType: 'text/plain', bytes: `\\x${body.toString('hex')}`, size: body.length };
}

function readableText(raw: Buffer, charset: string | undefined): Buffer {
  const asIs = (charset === undefined || charset === 'utf-8' || charset === 'utf8') && isUtf8(raw) && !raw.includes(0);
  return asIs ? raw : Buffer.from(decoded(raw, charset), 'utf8');
}

function decoded(raw: Buffer, charset: string | undefined): string {
  const text =
    charset === 'iso-8859-1' || charset === 'windows-1252' || (charset === undefined && !isUtf8(raw))
      ? raw.toString('latin1')
      : raw.toString('utf8');
  return text.replaceAll('\0', '');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** What a page says, without its markup; scripts and styles say nothing. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replaceAll(/<(br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]*>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#\d+|#x[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => entity(name.toLowerCase()) ?? whole)
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name];
  const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

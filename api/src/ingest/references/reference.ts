/** What a FHIR reference says, before anybody looks for its target. */
export type ParsedReference =
  | { readonly kind: 'contained'; readonly id: string }
  /** `Practitioner?identifier=system|value`. */
  | { readonly kind: 'conditional'; readonly type: string; readonly system: string; readonly value: string }
  | { readonly kind: 'relative'; readonly type: string; readonly id: string }
  | {
      readonly kind: 'absolute';
      readonly url: string;
      readonly base: string;
      readonly type: string;
      readonly id: string;
    }
  /** `urn:uuid:` or `urn:oid:`. */
  | { readonly kind: 'urn'; readonly url: string; readonly id: string };

const CONDITIONAL = /^(?:.*\/)?([A-Z][A-Za-z]+)\?identifier=(?:([^|]*)\|)?([^&]+)$/;
const TYPED = /^(?:(.+)\/)?([A-Z][A-Za-z]+)\/([A-Za-z0-9.:-]{1,128})(?:\/_history\/[^/]+)?$/;

/** Reads the text of a reference; undefined when it names nothing. */
export function parseReference(text: unknown): ParsedReference | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  if (text.startsWith('#')) return { kind: 'contained', id: text.slice(1) };
  if (text.startsWith('urn:')) return { kind: 'urn', url: text, id: text.slice(text.lastIndexOf(':') + 1) };
  const conditional = CONDITIONAL.exec(text);
  if (conditional) {
    const [, type = '', system = '', value = ''] = conditional;
    return { kind: 'conditional', type, system: decoded(system), value: decoded(value) };
  }
  const typed = TYPED.exec(text);
  if (!typed) return undefined;
  const [, base, type = '', id = ''] = typed;
  return base === undefined
    ? { kind: 'relative', type, id }
    : { kind: 'absolute', url: `${base}/${type}/${id}`, base, type, id };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The server part of an entry's address: what its relative references are relative to. */
export function baseOf(fullUrl: string | undefined): string | undefined {
  const parsed = parseReference(fullUrl);
  return parsed?.kind === 'absolute' ? parsed.base : undefined;
}

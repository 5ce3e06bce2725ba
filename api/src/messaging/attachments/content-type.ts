import { fileTypeFromBuffer } from 'file-type';

/** Media types that are taken; each is found in the content, whatever the file is called. */
export type AttachmentType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'text/plain'
  | 'application/hl7-cda+xml'
  | 'application/fhir+json';

export type TypeRefusal = 'type-not-allowed' | 'type-mismatch';

/** By ending of the file name, what may be inside. */
const ENDINGS: Readonly<Record<string, readonly AttachmentType[]>> = {
  pdf: ['application/pdf'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  txt: ['text/plain'],
  xml: ['application/hl7-cda+xml'],
  json: ['application/fhir+json'],
};

const BINARY: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

/** What a file is, by its content; or why it is not taken. */
export async function attachmentType(
  name: string,
  body: Uint8Array,
): Promise<{ type: AttachmentType } | { refusal: TypeRefusal }> {
  const allowed = ENDINGS[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  const type = (await binaryType(body)) ?? textType(body);
  if (allowed === undefined || type === undefined) return { refusal: 'type-not-allowed' };
  return allowed.includes(type) ? { type } : { refusal: 'type-mismatch' };
}

async function binaryType(body: Uint8Array): Promise<AttachmentType | undefined> {
  const found = (await fileTypeFromBuffer(body))?.mime;
  return BINARY.find((type): type is AttachmentType => type === found);
}

/** C-CDA and FHIR JSON by their roots; what else is text and neither markup nor binary is plain text. */
function textType(body: Uint8Array): AttachmentType | undefined {
  const text = textOf(body);
  if (text === undefined) return undefined;
  if (/^\s*<[!?/a-z]/i.test(text)) return isCda(text) ? 'application/hl7-cda+xml' : undefined;
  return isFhir(text) ? 'application/fhir+json' : 'text/plain';
}

/** UTF-8 without control characters but those that end lines and make columns; undefined for anything else. */
function textOf(body: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    return /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function isFhir(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && typeof Reflect.get(parsed, 'resourceType') === 'string';
  } catch {
    return false;
  }
}

/** The root is an HL7 ClinicalDocument, after nothing but a declaration, comments and stylesheet links; entities could hide anything. */
function isCda(text: string): boolean {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return false;
  const root = text
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .replace(/^(\s*(<!--[\s\S]*?-->|<\?xml-stylesheet[^>]*\?>))*\s*/, '');
  return /^<(\w+:)?ClinicalDocument[\s>]/.test(root) && /^<[^>]*urn:hl7-org:v3/.test(root);
}

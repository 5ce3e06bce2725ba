import { isUtf8 } from 'node:buffer';
import { UnreadableFileError } from './entry.ts';
import { jsonFault } from './json-fault.ts';

/** Where in its file a piece of text begins. */
export interface TextPlace {
  readonly lines: number;
  readonly columns: number;
}

export const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

/**
 * Parses JSON.
 * @param begins where the bytes begin in their file, so that the reason names the place in the file.
 * @throws {UnreadableFileError} with line and column.
 */
export function parseJson(bytes: Buffer, begins: TextPlace = { lines: 0, columns: 0 }): unknown {
  const text = textOf(bytes, begins);
  // A byte order mark is no part of the text.
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.trim() === '') throw new UnreadableFileError('is empty');
  try {
    return JSON.parse(json);
  } catch {
    const { line, column, what } = jsonFault(json);
    const shown = line === 1 ? column + begins.columns : column;
    throw new UnreadableFileError(`malformed JSON at line ${line + begins.lines}, column ${shown}: ${what}`);
  }
}

/** Another encoding, decoded all the same, would put a replacement sign where a name had its letter. */
function textOf(bytes: Buffer, begins: TextPlace): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let lines = begins.lines;
  for (let from = 0, end = 0; end !== -1; from = end + 1) {
    end = bytes.indexOf(0x0a, from);
    lines += 1;
    if (!isUtf8(bytes.subarray(from, end === -1 ? bytes.length : end))) break;
  }
  throw new UnreadableFileError(`is not UTF-8, which FHIR demands, in line ${lines}`);
}

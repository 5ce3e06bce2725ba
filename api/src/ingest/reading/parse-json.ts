import { UnreadableFileError } from './entry.ts';
import { jsonFault } from './json-fault.ts';

/** Where in its file a piece of text begins. */
export interface TextPlace {
  readonly lines: number;
  readonly columns: number;
}

export const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

/**
 * Parses JSON text.
 * @param begins where the text begins in its file, so that the reason names the place in the file.
 * @throws {UnreadableFileError} with line and column.
 */
export function parseJson(text: string, begins: TextPlace = { lines: 0, columns: 0 }): unknown {
  // A byte order mark is no part of the text.
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    const { line, column, what } = jsonFault(json);
    const shown = line === 1 ? column + begins.columns : column;
    throw new UnreadableFileError(`malformed JSON at line ${line + begins.lines}, column ${shown}: ${what}`);
  }
}

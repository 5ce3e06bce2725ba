import { UnreadableFileError } from './entry.ts';
import { megabytes, parseJson, type TextPlace } from './parse-json.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const COMMA = 0x2c;
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
export const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === NEWLINE || byte === 0x0d;

export interface SplitLimits {
  /** Bytes that one element may have. */
  readonly element: number;
  /** Bytes that all the rest of the document may have. */
  readonly frame: number;
}

/**
 * Cuts a large JSON document into the elements of its list, without ever holding the whole: the
 * elements of a root array, or of the property "entry" of a root object. A general streaming parser
 * is several times slower and does not say where a fault is.
 *
 * @param onFrame gets what remains of the document around the list, once it has been read.
 * @throws {UnreadableFileError} with the place of the fault, or when a limit is passed.
 */
export async function* splitJson(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  limits: SplitLimits,
  onFrame: (frame: unknown) => void = () => undefined,
): AsyncGenerator<unknown[]> {
  const splitter = new Splitter(limits);
  for await (const chunk of chunks) {
    const elements = splitter.take(chunk);
    if (elements.length > 0) yield elements;
  }
  onFrame(splitter.end());
}

class Splitter {
  readonly #limits: SplitLimits;
  #depth = 0;
  /** Depth inside the list whose elements are wanted; undefined while outside of it. */
  #listDepth: number | undefined;
  #inString = false;
  #escaped = false;
  /** The last string directly in the root object, if it is short: the property's name when a list begins. */
  #lastString = '';
  #stringStart = 0;
  /** What of the present string came in earlier chunks. */
  #stringHead = '';
  /** Parts of the element that is being read; undefined between elements. */
  #element: Buffer[] | undefined;
  #elementBytes = 0;
  #elementPlace: TextPlace = { lines: 0, columns: 0 };
  readonly #frame: Buffer[] = [];
  #frameBytes = 0;
  /** Bytes before this chunk, and before the present line. */
  #base = 0;
  #lineStart = 0;
  #lines = 0;

  constructor(limits: SplitLimits) {
    this.#limits = limits;
  }

  take(chunk: Buffer): unknown[] {
    const found: unknown[] = [];
    /** Where the part of this chunk begins that is not yet put away. */
    let from = 0;
    const endElement = (end: number) => {
      found.push(this.#endElement(chunk.subarray(from, end)));
      from = end;
    };
    for (let at = 0; at < chunk.length; at++) {
      if (this.#inString) {
        at = this.#skipString(chunk, at);
        continue;
      }
      const byte = chunk[at] as number;
      if (byte === NEWLINE) {
        this.#lines += 1;
        this.#lineStart = this.#base + at + 1;
      }
      if (isBlank(byte)) continue;
      const inList = this.#listDepth === this.#depth;
      // A number or word in the list has no bracket that ends it.
      if (inList && this.#element !== undefined && (byte === COMMA || byte === CLOSE_LIST)) endElement(at);
      if (inList && this.#element === undefined && byte === COMMA) {
        this.#keepFrame(chunk.subarray(from, at));
        from = at + 1;
      } else if (inList && this.#element === undefined && byte !== CLOSE_LIST) {
        this.#keepFrame(chunk.subarray(from, at));
        from = at;
        this.#element = [];
        this.#elementBytes = 0;
        this.#elementPlace = { lines: this.#lines, columns: this.#base + at - this.#lineStart };
      }
      if (byte === QUOTE) {
        this.#inString = true;
        this.#stringStart = at + 1;
        this.#stringHead = '';
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        this.#depth += 1;
        if (byte === OPEN_LIST && this.#listDepth === undefined && this.#isTheList()) this.#listDepth = this.#depth;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        this.#depth -= 1;
        if (this.#element !== undefined && this.#depth === this.#listDepth) endElement(at + 1);
        else if (this.#listDepth !== undefined && this.#depth < this.#listDepth) this.#listDepth = undefined;
      }
    }
    const rest = chunk.subarray(from);
    if (this.#element === undefined) this.#keepFrame(rest);
    else this.#keepElement(rest);
    if (this.#inString) this.#stringHead += chunk.toString('latin1', this.#stringStart, this.#stringStart + 17);
    this.#stringStart = 0;
    this.#base += chunk.length;
    return found;
  }

  /** What is left when the list's elements are taken out, parsed. */
  end(): unknown {
    if (this.#element !== undefined) {
      throw new UnreadableFileError(
        `malformed JSON: the text ends within what begins at line ${this.#elementPlace.lines + 1}`,
      );
    }
    return parseJson(Buffer.concat(this.#frame));
  }

  /** The root array, or the value of "entry" directly in the root object. */
  #isTheList(): boolean {
    return this.#depth === 1 || (this.#depth === 2 && this.#lastString === 'entry');
  }

  /** Jumps to the end of the string, or of the chunk; returns the index last read. */
  #skipString(chunk: Buffer, at: number): number {
    for (let index = at; index < chunk.length; index++) {
      if (this.#escaped) {
        this.#escaped = false;
        continue;
      }
      const quote = chunk.indexOf(QUOTE, index);
      const slash = chunk.subarray(index, quote === -1 ? chunk.length : quote).indexOf(BACKSLASH);
      if (slash !== -1) {
        index += slash;
        this.#escaped = true;
        continue;
      }
      if (quote === -1) break;
      this.#inString = false;
      if (this.#depth === 1) {
        const tail = chunk.toString('latin1', this.#stringStart, Math.min(quote, this.#stringStart + 17));
        this.#lastString = this.#stringHead + tail;
      }
      return quote;
    }
    return chunk.length - 1;
  }

  #endElement(last: Buffer): unknown {
    this.#keepElement(last);
    const bytes = Buffer.concat(this.#element ?? []);
    this.#element = undefined;
    return parseJson(bytes, this.#elementPlace);
  }

  #keepElement(part: Buffer): void {
    this.#elementBytes += part.length;
    if (this.#elementBytes > this.#limits.element) {
      throw new UnreadableFileError(
        `what begins at line ${this.#elementPlace.lines + 1} is larger than ${megabytes(this.#limits.element)}`,
      );
    }
    this.#element?.push(part);
  }

  #keepFrame(part: Buffer): void {
    this.#frameBytes += part.length;
    if (this.#frameBytes > this.#limits.frame) {
      throw new UnreadableFileError(
        `is larger than ${megabytes(this.#limits.frame)} and is neither a Bundle nor an array of resources`,
      );
    }
    if (part.length > 0) this.#frame.push(part);
  }
}

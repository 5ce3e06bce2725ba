import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { createGunzip } from 'node:zlib';
import { UnreadableFileError, type Document, type Entry } from './entry.ts';
import type { FoundFile } from './find-files.ts';
import { megabytes, parseJson } from './parse-json.ts';
import { isResource, nothing, resourcesOf, resourcesOfEntry } from './resources.ts';
import { isBlank, splitJson, type SplitLimits } from './split-json.ts';

export interface ReadLimits {
  /** Up to this many bytes, unpacked, a JSON file is read as a whole; a larger one is read in portions. */
  readonly whole: number;
  /** The largest single resource, in bytes. */
  readonly resource: number;
}

export const READ_LIMITS: ReadLimits = { whole: 16 * 2 ** 20, resource: 32 * 2 ** 20 };

/**
 * Opens a file far enough to know what it is. A large file is read to its end once, so that a fault
 * anywhere in it is known before anything of it is taken in.
 * @throws {UnreadableFileError} with the reason, and the place where there is one.
 */
export async function openDocument(file: FoundFile, limits: ReadLimits = READ_LIMITS): Promise<Document> {
  try {
    return /\.ndjson(\.gz)?$/i.test(file.path) ? openLines(file, limits) : await openJson(file, limits);
  } catch (error) {
    throw readable(error);
  }
}

async function openJson(file: FoundFile, limits: ReadLimits): Promise<Document> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of chunksOf(file.path)) {
    parts.push(part);
    bytes += part.length;
    if (bytes > limits.whole) return openLarge(file, limits);
  }
  const json = parseJson(Buffer.concat(parts));
  if (isBundle(json)) {
    const entries = resourcesOf(json);
    return { name: file.name, folder: undefined, security: json.meta?.security ?? [], entries: () => [entries] };
  }
  // Loose resources wait for the rest of their folder, so they are let go and read again.
  const entries = async function* () {
    yield resourcesOf(parseJson(Buffer.concat(await Array.fromAsync(chunksOf(file.path)))));
  };
  return { name: file.name, folder: dirname(file.path), security: [], entries };
}

async function openLarge(file: FoundFile, { whole, resource }: ReadLimits): Promise<Document> {
  const split: SplitLimits = { element: resource, frame: whole };
  let frame: unknown;
  const entries = async function* () {
    let count = 0;
    for await (const elements of splitJson(chunksOf(file.path), split, (rest) => (frame = rest))) {
      yield elements.flatMap((element) =>
        resourcesOfEntry(isResource(element) ? { resource: element } : element, `entry ${++count}`),
      );
    }
  };
  for await (const _ of entries()) void _;
  if (!isBundle(frame) && !Array.isArray(frame)) {
    throw new UnreadableFileError(
      `is larger than ${megabytes(whole)} and is neither a Bundle nor an array of resources`,
    );
  }
  const bundle = isBundle(frame) ? frame : undefined;
  return {
    name: file.name,
    folder: bundle ? undefined : dirname(file.path),
    security: bundle?.meta?.security ?? [],
    entries,
  };
}

/** One resource a line. A line that is no JSON is refused by itself: the others do not depend on it. */
function openLines(file: FoundFile, { resource }: ReadLimits): Document {
  const entries = async function* () {
    let number = 0;
    for await (const lines of linesOf(chunksOf(file.path), resource)) {
      yield lines.flatMap((line): Entry[] => {
        number += 1;
        if (line.every(isBlank)) return [];
        try {
          return resourcesOf(parseJson(line, { lines: number - 1, columns: 0 })).map((entry) => ({
            ...entry,
            place: `line ${number} ${entry.place}`.trim(),
          }));
        } catch (error) {
          return [{ ...nothing(`line ${number}`), fault: (error as Error).message }];
        }
      });
    }
  };
  return { name: file.name, folder: dirname(file.path), security: [], entries };
}

async function* linesOf(chunks: AsyncIterable<Buffer>, longest: number): AsyncGenerator<Buffer[]> {
  let head: Buffer[] = [];
  let headBytes = 0;
  for await (const chunk of chunks) {
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, from)) {
      lines.push(Buffer.concat([...head, chunk.subarray(from, end)]));
      head = [];
      headBytes = 0;
      from = end + 1;
    }
    head.push(chunk.subarray(from));
    headBytes += chunk.length - from;
    if (headBytes > longest) throw new UnreadableFileError(`has a line longer than ${megabytes(longest)}`);
    if (lines.length > 0) yield lines;
  }
  if (headBytes > 0) yield [Buffer.concat(head)];
}

function chunksOf(path: string): AsyncIterable<Buffer> {
  const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (!/\.gz$/i.test(path)) return bytes;
  // An error of the file must end the unpacking too, or it would be waited for in vain.
  const unpacked = createGunzip({ chunkSize: 256 * 1024 });
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}

function isBundle(
  json: unknown,
): json is { resourceType: 'Bundle'; meta?: { security?: { system?: string; code?: string }[] } } {
  return isResource(json) && json.resourceType === 'Bundle';
}

function readable(error: unknown): UnreadableFileError {
  if (error instanceof UnreadableFileError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code?.startsWith('Z_')) return new UnreadableFileError('is not gzip, or is damaged');
  return new UnreadableFileError(code === undefined ? message : `cannot be read (${code})`);
}

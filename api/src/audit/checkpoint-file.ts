import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { formatCheckpoint, type Checkpoint } from './checkpoint.ts';

const NAME = 'checkpoints.jsonl';
const BLOCK_BYTES = 65_536;

export const checkpointPath = (folder: string) => join(folder, NAME);

/** Appends a line and returns it when it has reached the disk. */
export async function appendCheckpoint(folder: string, checkpoint: Checkpoint): Promise<string> {
  const line = formatCheckpoint(checkpoint);
  const file = await open(checkpointPath(folder), 'a', 0o600);
  try {
    const { size } = await file.stat();
    await file.writeFile(`${line}\n`);
    await file.sync();
    if (size === 0) await syncFolder(folder);
  } finally {
    await file.close();
  }
  return line;
}

/** The last whole line; a piece of a line behind it, left by a crash in mid-write, is cut off. Undefined: no line. */
export async function readLastLine(folder: string): Promise<string | undefined> {
  let file: FileHandle;
  try {
    file = await open(checkpointPath(folder), 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    let { size: start } = await file.stat();
    let tail = Buffer.alloc(0);
    for (;;) {
      const end = tail.lastIndexOf('\n');
      const before = end > 0 ? tail.lastIndexOf('\n', end - 1) : -1;
      if (start === 0 || before >= 0) {
        if (end + 1 < tail.length) await file.truncate(start + end + 1);
        return end < 0 ? undefined : tail.toString('utf8', before + 1, end);
      }
      const length = Math.min(BLOCK_BYTES, start);
      start -= length;
      const block = Buffer.alloc(length);
      await file.read(block, 0, length, start);
      tail = Buffer.concat([block, tail]);
    }
  } finally {
    await file.close();
  }
}

/** All lines without their line feeds, and whether the last one lacked its own. Undefined: no file. */
export async function readLines(folder: string): Promise<{ lines: string[]; torn: boolean } | undefined> {
  let text: string;
  try {
    text = await readFile(checkpointPath(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const lines = text.split('\n');
  const rest = lines.pop();
  return { lines, torn: rest !== '' };
}

/** Makes a new file's name durable too. Windows does that by itself and refuses to open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

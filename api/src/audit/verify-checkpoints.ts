import type { KeyObject } from 'node:crypto';
import type { Problems } from './audit-report.ts';
import { isSignedBy, lineHash, NO_LINE, parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { readLines } from './checkpoint-file.ts';
import type { Seal } from './seal.ts';
import { readPublicKeys } from './signing-key.ts';
import { nameOf } from './verify-seals.ts';

/** The lines of a folder's checkpoint file, as found. */
export interface CheckpointLines {
  /** Undefined: no file. */
  readonly lines: readonly string[] | undefined;
  /** Whether a piece of a line stands at the end. */
  readonly torn: boolean;
  /** The newest batch that a line names; 0: none. */
  readonly newestBatch: number;
}

export async function readCheckpointLines(folder: string): Promise<CheckpointLines> {
  const found = await readLines(folder);
  const newest = parseCheckpoint(found?.lines.at(-1) ?? '');
  return { lines: found?.lines, torn: found?.torn ?? false, newestBatch: newest?.batch ?? 0 };
}

/** Checks the file by itself, and that the table holds what it names. `seals`: all that there are now, in order. */
export async function verifyCheckpoints(
  folder: string,
  { lines, torn }: CheckpointLines,
  seals: readonly Seal[],
  problems: Problems,
): Promise<void> {
  const last = seals.at(-1);
  if (lines === undefined) {
    if (last) problems.add({ kind: 'checkpoint-missing', text: 'checkpoints.jsonl is missing' });
    return;
  }
  const checkpoints = parseLines(lines, await readPublicKeys(folder), problems);
  if (torn) edited(lines.length + 1, 'is cut off', problems);
  compareWithTable(checkpoints, seals, problems);
  const newest = checkpoints.at(-1)?.batch ?? 0;
  const unsigned = seals.filter(({ batch }) => batch > newest);
  const [first] = unsigned;
  if (first && last) {
    problems.add({
      kind: 'seal-unsigned',
      batch: first.batch,
      text:
        `${nameOf(first)}${first === last ? ' has' : ` to ${nameOf(last)} have`} no checkpoint: lines were removed, ` +
        'or Portage was killed while it sealed (start it, and it signs what it can prove)',
    });
  }
}

interface NumberedCheckpoint extends Checkpoint {
  readonly line: number;
}

/**
 * Each line names the hash of the line before, so the last signature signs the whole file; an earlier
 * one need not be checked again. (A witness checks the last one before it appends.)
 */
function parseLines(
  lines: readonly string[],
  keys: ReadonlyMap<string, KeyObject>,
  problems: Problems,
): NumberedCheckpoint[] {
  const checkpoints: NumberedCheckpoint[] = [];
  let previous = NO_LINE;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const checkpoint = parseCheckpoint(text);
    if (checkpoint === undefined) edited(line, 'was edited', problems);
    else {
      if (checkpoint.previous !== previous) edited(line, 'does not continue the line before', problems);
      const key = keys.get(checkpoint.key);
      if (key === undefined) edited(line, `is signed with a key that is not here (${checkpoint.key})`, problems);
      else if (line === lines.length && !isSignedBy(checkpoint, key)) edited(line, 'has a false signature', problems);
      checkpoints.push({ ...checkpoint, line });
    }
    previous = lineHash(text);
  }
  return checkpoints;
}

function compareWithTable(
  checkpoints: readonly NumberedCheckpoint[],
  seals: readonly Seal[],
  problems: Problems,
): void {
  const totals = new Map<number, { seal: Seal; rows: number }>();
  let total = 0;
  for (const seal of seals) totals.set(seal.batch, { seal, rows: (total += seal.rows) });
  let before = 0;
  // From the first seal that is missing on, the totals cannot agree; the gap itself is told with the seals.
  const unbroken = seals.findIndex(({ batch }, index) => batch !== index + 1);
  const countedUpTo = unbroken < 0 ? Number.POSITIVE_INFINITY : unbroken;
  for (const { line, batch, hash, covers, rows } of checkpoints) {
    const found = totals.get(batch);
    if (batch <= before) edited(line, `names batch ${batch} after batch ${before}`, problems);
    before = batch;
    if (found === undefined) {
      const text = `line ${line} of checkpoints.jsonl names batch ${batch}, whose seal is missing: the audit was truncated`;
      problems.add({ kind: 'seal-missing', batch, line, text });
    } else if (found.seal.hash !== hash || found.seal.covers !== covers) {
      const text = `${nameOf(found.seal)} is not the one that line ${line} of checkpoints.jsonl signs: it was replaced`;
      problems.add({ kind: 'seal-edited', batch, line, text });
    } else if (found.rows !== rows && batch <= countedUpTo) {
      edited(line, `counts ${rows} rows where the seals count ${found.rows}`, problems);
    }
  }
}

function edited(line: number, what: string, problems: Problems): void {
  problems.add({ kind: 'checkpoint-edited', line, text: `line ${line} of checkpoints.jsonl ${what}` });
}

// What somebody who can write into the folder can do to the checkpoints; the private key they do not have.
import { generateKeyPairSync } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatCheckpoint, lineHash, NO_LINE, parseCheckpoint, signCheckpoint } from '#api/audit/checkpoint.ts';
import { readSeals } from '#api/audit/seal.ts';
import { tableForgeries, type Forgery, type Scene } from './forger.ts';

/** Replaces the lines of the file that the scene keeps. */
async function rewrite({ folder }: Scene, edit: (lines: string[]) => string[]): Promise<boolean> {
  const path = join(folder, 'checkpoints.jsonl');
  const before = await readFile(path, 'utf8');
  const after = edit(before.split('\n').slice(0, -1))
    .map((line) => `${line}\n`)
    .join('');
  await writeFile(path, after);
  return after !== before;
}

export const folderForgeries: Readonly<Record<string, Forgery>> = {
  'one bit of the checkpoint file is flipped': async ({ folder }, { a, b }) => {
    const path = join(folder, 'checkpoints.jsonl');
    const bytes = await readFile(path);
    bytes[a % bytes.length]! ^= 1 << (b % 8);
    await writeFile(path, bytes);
    return true;
  },
  'the checkpoint file is cut': async ({ folder }, { a }) => {
    const path = join(folder, 'checkpoints.jsonl');
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, a % bytes.length));
    return true;
  },
  'the checkpoint file is deleted': async ({ folder }) => {
    await rm(join(folder, 'checkpoints.jsonl'));
    return true;
  },
  'a line of the checkpoint file is deleted': (scene, { a }) =>
    rewrite(scene, (lines) => lines.toSpliced(a % lines.length, 1)),
  'a line of the checkpoint file is repeated': (scene, { a }) =>
    rewrite(scene, (lines) => lines.toSpliced(a % lines.length, 0, lines[a % lines.length]!)),
  'two lines of the checkpoint file change places': (scene, { a, b }) =>
    rewrite(scene, (lines) =>
      lines.with(a % lines.length, lines[b % lines.length]!).with(b % lines.length, lines[a % lines.length]!),
    ),
  'a checkpoint is edited and its line put into shape': (scene, { a, b }) =>
    rewrite(scene, (lines) => {
      const found = parseCheckpoint(lines[a % lines.length]!)!;
      const edits = [{ rows: found.rows + 1 }, { at: '2020-01-01T00:00:00.000Z' }, { hash: 'ab'.repeat(32) }];
      return lines.with(a % lines.length, formatCheckpoint({ ...found, ...edits[b % edits.length]! }));
    }),
  'the audit is edited, sealed anew, and the checkpoints signed with another key': async (scene, { a, b }) => {
    await tableForgeries['a row is edited and the chain made true again']!(scene, { a, b });
    const seals = await readSeals(scene.client);
    const { privateKey } = generateKeyPairSync('ed25519');
    return rewrite(scene, (lines) => {
      let previous = NO_LINE;
      return lines.map((line) => {
        const found = parseCheckpoint(line)!;
        const { hash } = seals.find(({ batch }) => batch === found.batch)!;
        const forged = formatCheckpoint(signCheckpoint({ ...found, hash, previous }, { id: found.key, privateKey }));
        previous = lineHash(forged);
        return forged;
      });
    });
  },
};

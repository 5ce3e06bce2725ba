import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counts, openFeed, reasons, ROSA, rosaWith, weight, type Feed } from './feed.ts';

let feed: Feed;
let folder: string;
beforeAll(async () => {
  feed = await openFeed();
  folder = await mkdtemp(join(tmpdir(), 'portage-feed-'));
});
afterAll(async () => {
  await feed.close();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, content: string | Buffer | object): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return path;
}

describe('a file that cannot be read', () => {
  test('is refused with the place of the fault, and the others go on', async () => {
    const good = await file('one/good.json', rosaWith(weight('a1', 60)).bundle);
    const bad = await file('one/bad.json', '{"resourceType": "Bundle",\n "entry": [ {"resource": }\n]}');
    const summary = await feed.import([bad, good]);
    expect(counts(summary)).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 1, ignored: 0 });
    expect(summary).toMatchObject({
      files: 1,
      resources: 2,
      rejects: [{ file: bad, resourceType: null, reason: 'malformed JSON at line 2, column 26: a value is expected' }],
    });
  });

  test.each([
    ['not gzip', 'broken.json.gz', Buffer.from('no gzip'), 'is not gzip, or is damaged'],
    [
      'cut off',
      'cut.json.gz',
      gzipSync(JSON.stringify(rosaWith().bundle)).subarray(0, 60),
      'is not gzip, or is damaged',
    ],
    ['of another kind', 'letter.txt', 'Dear Ada', 'is not .json, .ndjson or either with .gz'],
    ['empty', 'empty.json', '', 'is empty'],
    [
      'in another encoding',
      'latin1.json',
      Buffer.from(JSON.stringify(rosaWith({ resourceType: 'Goal', id: 'Müller' }).bundle), 'latin1'),
      'is not UTF-8, which FHIR demands, in line 1',
    ],
    ['no FHIR', 'package.json', '{"name": "x"}', 'is JSON, but no FHIR resource: it has no resourceType'],
  ])('%s says so', async (_, name, content, reason) => {
    expect(reasons(await feed.import(await file(name, content)))).toEqual([reason]);
  });

  test('because it is not there says so', async () => {
    expect(reasons(await feed.import(join(folder, 'nowhere')))).toEqual(['there is no such file or folder']);
  });

  test('in a folder does not hold up the folder: what has no end, a broken link, a circle of links', async () => {
    const good = await file('odd/good.json', rosaWith().bundle);
    await symlink('/dev/zero', join(folder, 'odd', 'endless.json'));
    await symlink('nowhere', join(folder, 'odd', 'broken.json'));
    await symlink('circle.json', join(folder, 'odd', 'circle.json'));
    await symlink('.', join(folder, 'odd', 'around'));
    const summary = await feed.import(join(good, '..'));
    expect(counts(summary)).toMatchObject({ unchanged: 1, rejected: 3 });
    expect(reasons(summary)).toEqual(['there is no such file or folder', 'cannot be read (ELOOP)', 'is no file']);
  });

  test('keeps its reason until a later import of the same file goes well', async () => {
    const path = await file('mended.json', '{');
    await feed.import(path);
    expect(await feed.column('select reason from import_reject where file = $1', path)).toEqual([
      expect.stringContaining('malformed JSON'),
    ]);
    await file('mended.json', rosaWith(weight('a2', 61)).bundle);
    await feed.import(path);
    expect(await feed.column('select reason from import_reject where file = $1', path)).toEqual([]);
  });
});

describe('a line that cannot be read', () => {
  test('is refused by itself', async () => {
    const path = await file(
      'lines.ndjson',
      [JSON.stringify(weight('b1', 50)), '{"resourceType": "Obs', '', JSON.stringify(ROSA)].join('\n'),
    );
    const summary = await feed.import(path);
    expect(counts(summary)).toMatchObject({ created: 1, rejected: 1 });
    expect(reasons(summary)).toEqual(['malformed JSON at line 2, column 18: the text ends within a string']);
  });
});

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleOf, counts, openFeed, ROSA, weight, type Feed } from './feed.ts';

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

async function file(name: string, content: string | object): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('a file of 200 MB', () => {
  test('is read in portions, within little memory', { timeout: 120_000 }, async () => {
    const path = join(folder, 'large.json');
    const out = createWriteStream(path);
    const padding = 'x'.repeat(1_000_000);
    out.write(
      `{"resourceType":"Bundle","type":"collection","entry":[${JSON.stringify({ resource: weight('k0', 60) })}`,
    );
    for (let n = 1; n <= 205; n++) {
      const ready = out.write(`,${JSON.stringify({ resource: { ...weight(`k${n}`, n), text: { div: padding } } })}`);
      if (!ready) await once(out, 'drain');
    }
    // The patient comes last: all of it must be known before any of it is taken in.
    out.end(`,${JSON.stringify({ resource: ROSA })}]}`);
    await finished(out);
    let peak = 0;
    const before = process.memoryUsage().rss;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss - before)), 20);
    const summary = await feed.import(path).finally(() => clearInterval(watch));
    expect(counts(summary)).toMatchObject({ created: 207, rejected: 0 });
    expect(peak / 2 ** 20).toBeLessThan(400);
  });

  test('that is one thing is refused, and so is one that breaks off', async () => {
    const limits = { whole: 10_000, resource: 5_000 };
    const one = await file('one-thing.json', { ...weight('l1', 1), text: { div: 'x'.repeat(20_000) } });
    const huge = await file(
      'huge-entry.json',
      bundleOf(ROSA, { ...weight('l2', 1), text: { div: 'x'.repeat(20_000) } }).bundle,
    );
    const cut = await file(
      'cut.json',
      JSON.stringify(bundleOf(ROSA, ...Array.from({ length: 100 }, (_, n) => weight(`l3-${n}`, n))).bundle).slice(
        0,
        -300,
      ),
    );
    const summary = await feed.import([one, huge, cut], { limits });
    expect(counts(summary)).toMatchObject({ created: 0, rejected: 3 });
    expect(
      Object.fromEntries(summary.rejects.map(({ file: name, reason }) => [name.split('/').at(-1), reason])),
    ).toMatchObject({
      'one-thing.json': expect.stringContaining(
        'is larger than 0 MB and is neither a Bundle nor an array of resources',
      ),
      'huge-entry.json': expect.stringContaining('what begins at line 1 is larger than 0 MB'),
      'cut.json': expect.stringContaining('the text ends within what begins at line 1'),
    });
    expect(await feed.value(`select count(*)::int from observation where source_id like 'l3-%'`)).toBe(0);
  });
});

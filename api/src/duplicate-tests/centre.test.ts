import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '#api/config.ts';
import { OWN_TESTS, readCentreTests } from './centre.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portage-centre-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(content: unknown): Promise<string> {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const NONE = { testFamiliesFile: undefined, testPricesFile: undefined };
const interval = (least: string) => ({
  situation: 'routine',
  least,
  source: 'Our own committee',
  year: 2026,
  confidence: 'A',
});
const ZINC = { families: [{ key: 'zinc', name: 'Zinc', group: 'chemistry' }] };

describe('what a centre sets', () => {
  it('is nothing where it has no file', async () => {
    expect(await readCentreTests(NONE)).toEqual(OWN_TESTS);
  });

  it('is its families, and prices of those as of ours', async () => {
    const { catalogue, prices } = await readCentreTests({
      testFamiliesFile: await file(ZINC),
      testPricesFile: await file({ currency: 'USD', source: 'Our fee schedule 2026', prices: { zinc: 12.5, cea: 30 } }),
    });
    expect(catalogue.families.get('zinc')?.name).toBe('Zinc');
    expect(prices).toEqual({
      currency: 'USD',
      source: 'Our fee schedule 2026',
      prices: new Map([
        ['zinc', 12.5],
        ['cea', 30],
      ]),
    });
  });

  it.each<[string, 'testFamiliesFile' | 'testPricesFile', unknown, string]>([
    ['no JSON', 'testFamiliesFile', '{', 'TEST_FAMILIES_FILE: cannot be used: the file: is not JSON'],
    ['a family with no name', 'testFamiliesFile', { families: [{ key: 'x', group: 'panel' }] }, 'families.0.name: '],
    [
      'an interval longer than results are read',
      'testFamiliesFile',
      { intervals: { colonoscopy: [interval('P10Y1D')] } },
      'intervals.colonoscopy.0.least: must be ten years or less',
    ],
    ['a price of no family', 'testPricesFile', { currency: 'USD', source: 'x', prices: { nope: 1 } }, 'prices.nope: '],
    ['a price below nought', 'testPricesFile', { currency: 'USD', source: 'x', prices: { cea: -1 } }, 'prices.cea: '],
    ['no currency', 'testPricesFile', { currency: 'dollars', source: 'x', prices: {} }, 'currency: must be a currency'],
    [
      'no source',
      'testPricesFile',
      { currency: 'USD', source: '', prices: {} },
      'TEST_PRICES_FILE: cannot be used: so',
    ],
  ])('is refused with %s, in one line that names the variable', async (_, variable, content, fault) => {
    const reading = readCentreTests({ ...NONE, [variable]: await file(content) });
    await expect(reading).rejects.toThrow(ConfigError);
    await expect(reading).rejects.toThrow(fault);
    await expect(reading).rejects.not.toThrow('\n');
  });

  it('is an interval of ten years', async () => {
    const files = { ...NONE, testFamiliesFile: await file({ intervals: { colonoscopy: [interval('P10Y')] } }) };
    const { catalogue } = await readCentreTests(files);
    expect(catalogue.families.get('colonoscopy')?.intervals).toEqual([interval('P10Y')]);
  });

  it('is refused when the file is not there', async () => {
    await expect(readCentreTests({ ...NONE, testFamiliesFile: join(folder, 'none') })).rejects.toThrow(
      /TEST_FAMILIES_FILE: .*none cannot be read \(ENOENT\)/,
    );
  });
});

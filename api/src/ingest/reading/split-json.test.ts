import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitJson } from './split-json.ts';

const LIMITS = { element: 10_000, frame: 1_000 };

async function split(text: string, chunk: number, limits = LIMITS) {
  const bytes = Buffer.from(text, 'utf8');
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) =>
    bytes.subarray(i * chunk, (i + 1) * chunk),
  );
  const elements: unknown[] = [];
  let frame: unknown;
  for await (const found of splitJson(chunks, limits, (rest) => (frame = rest))) elements.push(...found);
  return { elements, frame };
}

describe('cutting a document into its entries', () => {
  test('gives what parsing the whole gives, wherever the chunks end', async () => {
    const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { maxLength: 5 }),
        anything,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (entry, meta, chunk, spaced) => {
          const bundle = { type: 'entry', meta, entry, link: [1, [2]] };
          const text = JSON.stringify(bundle, undefined, spaced ? 2 : undefined);
          const { elements, frame } = await split(text, chunk, { element: 1e6, frame: 1e6 });
          const whole = JSON.parse(text) as typeof bundle;
          expect(elements).toEqual(whole.entry);
          expect(frame).toEqual({ ...whole, entry: [] });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('takes a root array as well', async () => {
    expect((await split('\uFEFF [ {"a": 1}, {"a": [2]} ] ', 3)).elements).toEqual([{ a: 1 }, { a: [2] }]);
  });

  test('looks for the entries of the root only', async () => {
    expect((await split('{"contained": {"entry": [1]}, "entry": [2]}', 7)).elements).toEqual([2]);
  });

  test('names the place of a fault within an entry, in a file of one line as well', async () => {
    await expect(split('{"entry": [{"a": 1}, {"a": tru}]}', 9)).rejects.toThrow(
      'malformed JSON at line 1, column 28: a value is expected',
    );
    await expect(split('{"entry": [\n{"a": 1},\n{"a" 1}\n]}', 9)).rejects.toThrow(
      'malformed JSON at line 3, column 6: ":" is expected',
    );
  });

  test('says where what is cut off began', async () => {
    await expect(split('{"entry": [\n{"a": 1},\n{"a": "and so', 9)).rejects.toThrow(
      'the text ends within what begins at line 3',
    );
  });

  test('refuses an entry that is too large, and what has no entries', async () => {
    await expect(split(`{"entry": ["${'x'.repeat(20_000)}"]}`, 512)).rejects.toThrow(
      /what begins at line 1 is larger than/,
    );
    await expect(split(`{"note": "${'x'.repeat(20_000)}"}`, 512)).rejects.toThrow(/neither a Bundle nor an array/);
  });
});

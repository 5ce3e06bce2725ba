import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';
import { parseJson } from './parse-json.ts';

describe('a fault in JSON', () => {
  test.each([
    ['{"a": }', 1, 7, 'a value is expected'],
    ['{\n  "a": 1,\n  b: 2\n}', 3, 3, 'a property name in quotation marks is expected'],
    ['{"a" 1}', 1, 6, '":" is expected'],
    ['[1, 2', 1, 6, 'the text ends too early'],
    ['[1 2]', 1, 4, '"," or "]" is expected'],
    ['{"a": "x\ny"}', 1, 7, 'a string has a forbidden character'],
    ['{"a": 1} x', 1, 10, 'nothing may follow the end'],
    ['', 1, 1, 'the text ends too early'],
    ['["Rosa', 1, 2, 'the text ends within a string'],
  ])('%j is found at line %d, column %d', (text, line, column, what) => {
    expect(jsonFault(text)).toMatchObject({ line, column, what });
  });

  test('is found in whatever is cut off, and only there', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), fc.nat(), (value, cut) => {
        const text = JSON.stringify(value, undefined, 1);
        const part = text.slice(0, cut % text.length);
        expect(jsonFault(part).offset).toBeLessThanOrEqual(part.length);
        expect(() => parseJson(text)).not.toThrow();
      }),
    );
  });

  test('is told without what stands there, which may be a name', () => {
    expect(() => parseJson('{"family": "Benally" "given": "Rosa"}')).toThrow(
      /^malformed JSON at line 1, column 22: "," or "}" is expected$/,
    );
  });

  test('is told in the lines of the file, not of the part', () => {
    expect(() => parseJson('{"a": x}', { lines: 4, columns: 10 })).toThrow('line 5, column 17');
  });
});

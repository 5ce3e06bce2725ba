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
        expect(() => parseJson(Buffer.from(text))).not.toThrow();
      }),
    );
  });

  test('is told without what stands there, which may be a name', () => {
    expect(() => parseJson(Buffer.from('{"family": "Benally" "given": "Rosa"}'))).toThrow(
      /^malformed JSON at line 1, column 22: "," or "}" is expected$/,
    );
  });

  test('is told in the lines of the file, not of the part', () => {
    expect(() => parseJson(Buffer.from('{"a": x}'), { lines: 4, columns: 10 })).toThrow('line 5, column 17');
  });
});

describe('text that is no UTF-8', () => {
  test('is refused with its line: read all the same, a name would lose its letters', () => {
    const latin1 = Buffer.from('{\n  "given": "Rosa",\n  "family": "Müller"\n}', 'latin1');
    expect(() => parseJson(latin1, { lines: 4, columns: 0 })).toThrow('is not UTF-8, which FHIR demands, in line 7');
    expect(() => parseJson(Buffer.from('\uFEFF{}', 'utf16le'))).toThrow('is not UTF-8, which FHIR demands, in line 1');
  });

  test('does not mean a byte order mark, a replacement sign or letters beyond the first plane', () => {
    expect(parseJson(Buffer.from('\uFEFF{"name": "\uFFFD 👩🏽‍⚕️"}'))).toEqual({ name: '\uFFFD 👩🏽‍⚕️' });
  });
});

import { describe, expect, it } from 'vitest';
import { rowHash } from './row-encoding.ts';
import { GENESIS_HASH, sealHash } from './seal.ts';

// The expected values come from sha256sum: what is sealed today must be provable with other tools, years later.
describe('what is hashed', () => {
  it('is a row as a JSON array', () => {
    // printf '%s' '["12","734","1763780400.000001",null,"{oncology,\"a \\\"b\\\"\"}","","Diné"]' | sha256sum
    const row = ['12', '734', '1763780400.000001', null, '{oncology,"a \\"b\\""}', '', 'Diné'];
    expect(rowHash(row).toString('hex')).toBe('388e2066f14eb1baed0907c3c9807757cf3936e6f89b5df89585eac7e912bb3f');
  });

  it('is a seal as a JSON array of strings', () => {
    const seal = {
      batch: 1,
      encoding: 1,
      covers: '735:735:',
      rows: 1,
      content: 'ab'.repeat(32),
      sealedAt: '1763780401.000000',
      previousHash: GENESIS_HASH,
    };
    expect(sealHash(seal)).toBe('50f8569cd765ac2c4949ddb6fde0b544c6a39a6b15c2c30f734fedd1b7e8d007');
  });
});

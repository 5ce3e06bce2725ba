import { describe, expect, it } from 'vitest';
import { ascii, plainText } from '#portal/patient/plain-text.ts';

const head = {
  title: 'CANCER CENTRE SUMMARY (Portage)',
  identity: ['BEGAY, Rosalind Mae', 'born 12 Mar 1961 (65 y)', 'female', 'MRN 00412'],
  copiedBy: 'Dr Helen Tsosie, community clinician, Red Mesa Family Medicine',
  copiedAt: '21 Nov 2026, 20:31 MST',
  note: 'Facts are as of their sources, named at the end.',
};

describe('the summary as plain text', () => {
  const long = `${'a long sentence of words '.repeat(12)}to its end`;
  const text = plainText(head, [
    { title: 'Red flags', lines: [long, 'Call +1\u00a0505\u2011555\u20110100'] },
    { title: 'Sources', lines: ['Cancer centre EHR, as of 21 Nov 2026, 06:10 MST'] },
  ]);

  it('begins with two identifiers, who copied it and when', () => {
    expect(text).toMatch(
      /^CANCER CENTRE SUMMARY \(Portage\)\nBEGAY, Rosalind Mae \| born 12 Mar 1961 \(65 y\) \| female \| MRN 00412\n/,
    );
    expect(text).toContain('Copied 21 Nov 2026, 20:31 MST by Dr Helen Tsosie');
  });

  it('ends with where the facts come from and as of when', () => {
    expect(text).toMatch(/\nSOURCES\n- Cancer centre EHR, as of 21 Nov 2026, 06:10 MST\n$/);
  });

  it('keeps every line within the width of a note field, wrapped under its own text', () => {
    const lines = text.split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
    expect(lines.filter((line) => line.startsWith('  ')).length).toBeGreaterThan(2);
    expect(text.replaceAll(/\n {2}/g, ' ')).toContain(long);
  });

  it('does not break a telephone number', () => {
    expect(text).toContain('- Call +1 505-555-0100\n');
  });

  it('loses no sign to a field that keeps ASCII only, and leaves names alone', () => {
    expect(ascii('O’Brien – “yes” 6.1 10⁹/L, 3 µg ≥ 2…')).toBe('O\'Brien - "yes" 6.1 10^9/L, 3 ug >= 2...');
    expect(ascii('Fever 38.0\u00a0°C or 100.4°F')).toBe('Fever 38.0 C or 100.4 F');
    expect(ascii('MUÑOZ, José')).toBe('MUÑOZ, José');
  });
});

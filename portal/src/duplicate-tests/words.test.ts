import { describe, expect, it } from 'vitest';
import type { Check } from '#portal/duplicate-tests/check.query.ts';
import { intervalWords, noteText } from '#portal/duplicate-tests/words.ts';

const check: Check = {
  verdict: 'DUPLICATE',
  family: { key: 'hba1c', name: 'Hemoglobin A1c' },
  reasons: [],
  parts: [],
  priors: [
    {
      id: '1',
      name: 'A1c',
      at: '2026-11-02T10:00:00Z',
      text: '6.2 %',
      flag: 'HIGH',
      status: 'final',
      institution: 'Centre',
    },
    { id: '2', name: 'A1c', at: null, text: '', flag: null, status: 'final', institution: 'Clinic' },
  ],
  planned: [],
  nextDueOn: '2027-02-02',
  interval: { least: 'P3M', source: 'CMS 190.21', year: 2026, confidence: 'A', note: null },
  notKnown: [],
  nearest: [],
};

describe('words of a check', () => {
  it('say when it is due and by what source', () => {
    expect(intervalWords(check)).toBe('Next due 2 Feb 2027. CMS 190.21 (2026; read in the source).');
    expect(intervalWords({ ...check, interval: null })).toBeNull();
  });

  it('make a note of the earlier results', () => {
    expect(noteText(check, 'America/Phoenix')).toBe(
      'Hemoglobin A1c: not repeated, earlier result used\nA1c: 6.2 % (high), 2 Nov 2026, Centre\nA1c: no value sent, date not recorded, Clinic',
    );
  });
});

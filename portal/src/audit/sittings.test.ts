import { describe, expect, it } from 'vitest';
import { sittingsOf, type Entry } from '#portal/audit/sittings.ts';

const entry = (at: string, personName: string, action: string, sections: string[] = []): Entry => ({
  at: `2026-11-${at}:00Z`,
  personName,
  role: 'ONCOLOGIST',
  organization: 'Three Rivers',
  action,
  sections,
});
const told = (entries: Entry[]) =>
  sittingsOf(entries, 'America/Denver').map(({ last, from, deeds }) => ({
    who: last.personName,
    from: from.slice(8, 16),
    until: last.at.slice(8, 16),
    deeds: deeds.map(({ action, times, sections }) => [action, times, ...sections].join(' ')),
  }));

describe('who has viewed a record', () => {
  it('tells one look at a patient as one, with all that was seen', () => {
    expect(
      told([
        entry('22T13:30', 'Raman', 'patient:read', ['results']),
        entry('22T13:29', 'Raman', 'patient:list'),
        entry('22T13:28', 'Raman', 'patient:read', ['oncology', 'results']),
      ]),
    ).toEqual([
      {
        who: 'Raman',
        from: '22T13:28',
        until: '22T13:30',
        deeds: ['patient:read 2 oncology results', 'patient:list 1'],
      },
    ]);
  });

  it('keeps people apart, in the order in which they came', () => {
    const looks = told([
      entry('22T13:30', 'Raman', 'patient:read'),
      entry('22T13:29', 'Lindqvist', 'patient:read'),
      entry('22T13:28', 'Raman', 'patient:read'),
    ]);
    expect(looks.map(({ who }) => who)).toEqual(['Raman', 'Lindqvist', 'Raman']);
  });

  it('keeps days apart, as the reader’s clock has them', () => {
    // Midnight in Denver is seven o'clock of the next day in UTC.
    const looks = told([entry('22T07:10', 'Raman', 'patient:read'), entry('22T06:50', 'Raman', 'patient:read')]);
    expect(looks).toHaveLength(2);
  });
});

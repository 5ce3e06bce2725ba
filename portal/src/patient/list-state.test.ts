import { describe, expect, it } from 'vitest';
import { homeVariables, readListState, sorted, writeListState } from '#portal/patient/list-state.ts';
import type { PatientRow } from '#portal/patient/patients.query.ts';

describe('the list in the address', () => {
  it.each(['/', '/?q=smith', '/?q=smith&sort=born', '/?sort=changed&dir=down'])(
    '%s is read and written back',
    (address) => {
      expect(writeListState(readListState(address.slice(1)))).toBe(address);
    },
  );

  it('ignores what it does not know', () => {
    expect(readListState('?sort=price&dir=sideways&q=%20')).toEqual({ search: '', sort: null, descending: false });
  });

  it('asks for a page, or for as much as the server gives when the list is sorted here', () => {
    expect(homeVariables(readListState(''), ['DEMOGRAPHICS'])).toEqual({
      first: 50,
      after: null,
      search: null,
      oncology: false,
    });
    expect(homeVariables(readListState('?sort=name&q=x'), ['DEMOGRAPHICS', 'ONCOLOGY'])).toEqual({
      first: 200,
      after: null,
      search: 'x',
      oncology: true,
    });
  });
});

describe('sorting', () => {
  const row = (name: string, birthDate: string | null): PatientRow => ({
    id: name,
    name,
    birthDate,
    age: null,
    mrn: null,
    deceased: false,
    deceasedAt: null,
  });
  const rows = [row('CHEE, A', null), row('BEGAY, B', '1961-03-12'), row('ABEYTA, C', '1975-01-01')];
  const names = (search: string): string[] => sorted(rows, readListState(search)).map(({ name }) => name[0] ?? '');

  it('leaves the order alone unless one is asked for', () => {
    expect(names('')).toEqual(['C', 'B', 'A']);
    expect(names('?sort=name')).toEqual(['A', 'B', 'C']);
    expect(names('?sort=name&dir=down')).toEqual(['C', 'B', 'A']);
  });

  it('puts what is not recorded last in either direction', () => {
    expect(names('?sort=born')).toEqual(['B', 'A', 'C']);
    expect(names('?sort=born&dir=down')).toEqual(['A', 'B', 'C']);
  });
});

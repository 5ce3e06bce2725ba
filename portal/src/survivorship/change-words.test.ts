import { expect, it } from 'vitest';
import { changeWords } from '#portal/survivorship/change-words.ts';

it.each([
  ['owner', 'oncology', 'primary-care', 'owner: was Oncology, is Primary care'],
  ['owner', 'nobody', 'other, dermatologist', 'owner: was Nobody yet, is Somebody else, dermatologist'],
  ['firstDue', '2026-11-04', null, 'first due: was 4 Nov 2026, is not set'],
  ['chosenDue', null, '2027-03-15', 'day chosen by hand: was not set, is 15 Mar 2027'],
  ['interval', null, 'every year', 'how often: was not set, is every year'],
  ['applies', 'yes', 'not-applicable: Severe reaction.', 'applies: was yes, is no: Severe reaction.'],
  ['applies', 'declined: No wish.', 'yes', 'applies: was declined: No wish., is yes'],
  ['text', 'stage IIA', 'stage IIB', 'text: was stage IIA, is stage IIB'],
])('tells a change of %s in words', (field, before, after, words) =>
  expect(changeWords({ field, before, after })).toBe(words),
);

it('says no more of a line that came or went than its title', () =>
  expect(changeWords({ field: null, before: 'HbA1c', after: null })).toBeNull());

import { expect, it } from 'vitest';
import { dueAddress, dueVariables, readDueState } from '#portal/survivorship/due-state.ts';

it('shows the reader’s own lines where the address says nothing', () => {
  expect(readDueState('', 'PRIMARY_CARE')).toEqual({ owner: 'PRIMARY_CARE', overdue: false, withinDays: null });
});

it.each([
  { owner: null, overdue: false, withinDays: 90 },
  { owner: 'NOBODY', overdue: true, withinDays: null },
  { owner: 'ONCOLOGY', overdue: false, withinDays: null },
] as const)('reads %o back out of its address', (state) => {
  expect(readDueState(dueAddress(state).replace('/due', ''), 'PRIMARY_CARE')).toEqual(state);
});

it('takes no word and no number that it does not offer', () => {
  expect(readDueState('?owner=somebody&within=7', 'ONCOLOGY')).toEqual({
    owner: 'ONCOLOGY',
    overdue: false,
    withinDays: null,
  });
});

it('asks the server for what is overdue alone, whatever the days', () => {
  expect(dueVariables({ owner: null, overdue: true, withinDays: 90 }).filter).toEqual({
    owner: null,
    overdue: true,
    within: null,
  });
});

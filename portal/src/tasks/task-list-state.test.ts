import { describe, expect, it } from 'vitest';
import { readTaskList, taskGroups, taskListAddress, taskListVariables } from '#portal/tasks/task-list-state.ts';
import type { Task } from '#portal/tasks/task.query.ts';

describe('the address of the tasks', () => {
  it.each(['/tasks', '/tasks?whose=practice', '/tasks?show=overdue', '/tasks?whose=asked&show=declined'])(
    'says what is shown: %s',
    (address) => expect(taskListAddress(readTaskList(address.slice('/tasks'.length)))).toBe(address),
  );

  it('that asks for what there is not shows the reader’s open ones', () => {
    expect(readTaskList('?whose=all&show=secret')).toEqual({ whose: 'mine', show: 'open' });
  });

  it.each([
    ['?show=open', { open: true, overdue: null, declined: null }],
    ['?show=overdue', { open: null, overdue: true, declined: null }],
    ['?show=declined', { open: null, overdue: null, declined: true }],
    ['?show=closed', { open: false, overdue: null, declined: null }],
  ])('%s asks the server so', (search, filter) => {
    expect(taskListVariables(readTaskList(search)).filter).toEqual({ owner: 'MINE', ...filter });
  });
});

it('tasks stand under when they are due, the longest overdue first', () => {
  const task = (dueOn: string, overdue = false, status = 'REQUESTED') => ({ dueOn, overdue, status }) as Task;
  const tasks = [
    task('2026-11-01', true),
    task('2026-11-20', true, 'IN_PROGRESS'),
    task('2026-11-22'),
    task('2026-11-23', false, 'ACCEPTED'),
    task('2026-11-29'),
    task('2026-11-30'),
  ];
  expect(taskGroups(tasks, '2026-11-22').map(({ title, tasks: own }) => [title, own.length])).toEqual([
    ['Overdue', 2],
    ['Due today', 1],
    ['Due within a week', 2],
    ['Later', 1],
  ]);
  expect(taskGroups([task('2026-11-01', false, 'REJECTED')], '2026-11-22')[0]?.title).toBe('Declined: yours to settle');
});

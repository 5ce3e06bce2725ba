import { expect, test } from 'vitest';
import { ABOUT_ROSA, mapped } from '#test/ingest/mapped.ts';
import { digestsOf } from './digests.ts';
import { verdict, type Stored } from './verdict.ts';

const goal = (text: string, meta: object = {}) =>
  mapped({ resourceType: 'Goal', lifecycleStatus: 'active', description: { text }, ...ABOUT_ROSA, meta } as never);
const judge = (text: string, meta: object, stored?: Partial<Stored>) => {
  const resource = goal(text, meta);
  const whole = stored && {
    hash: 'other',
    version: null,
    updatedAt: null,
    withdrawn: false,
    seen: undefined,
    ...stored,
  };
  return verdict(resource, digestsOf(resource), whole);
};

test('what is not there is created, what is the same stays, what differs is updated', () => {
  expect(judge('walk', {})).toBe('created');
  expect(judge('walk', {}, { hash: digestsOf(goal('walk')).stored })).toBe('unchanged');
  expect(judge('walk', {}, {})).toBe('updated');
});

test('an older version never replaces a newer one, by time or by number', () => {
  const newest = { updatedAt: new Date('2022-02-02') };
  expect(judge('walk', { lastUpdated: '2022-01-01T00:00:00Z' }, newest)).toBe('stale');
  expect(judge('walk', { lastUpdated: '2022-03-03T00:00:00Z' }, newest)).toBe('updated');
  expect(judge('walk', { versionId: '2' }, { version: '10' })).toBe('stale');
  expect(judge('walk', { versionId: '11' }, { version: '10' })).toBe('updated');
});

test('two contents in one import conflict, unless one says that it is the later', () => {
  expect(judge('walk', {}, { seen: 'other' })).toBe('conflict');
  expect(judge('walk', { versionId: '2' }, { version: '1', seen: 'other' })).toBe('updated');
  expect(judge('walk', {}, { seen: digestsOf(goal('walk')).own })).toBe('unchanged');
});

test('what was withdrawn comes back only by a later version', () => {
  expect(judge('walk', {}, { withdrawn: true })).toBe('stale');
  expect(judge('walk', { versionId: '3' }, { withdrawn: true, version: '2' })).toBe('updated');
});

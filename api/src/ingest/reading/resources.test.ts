import { expect, test } from 'vitest';
import { resourcesOf } from './resources.ts';

const types = (json: unknown) => resourcesOf(json).map(({ resource }) => resource.resourceType);

test('a bundle of any type, a bundle in a bundle, an array and one resource are all read', () => {
  const goal = { resourceType: 'Goal', id: 'g' };
  expect(types({ resourceType: 'Bundle', type: 'history', entry: [{ resource: goal }] })).toEqual(['Goal']);
  expect(
    types({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Bundle', entry: [{ resource: goal }] } }] }),
  ).toEqual(['Goal']);
  expect(types([goal, goal])).toEqual(['Goal', 'Goal']);
  expect(types(goal)).toEqual(['Goal']);
  expect(types({ resourceType: 'Bundle' })).toEqual([]);
});

test('bundles that are wrapped again and again end in a reason', () => {
  const wrapped = (times: number): unknown =>
    times === 0
      ? { resourceType: 'Goal', id: 'g' }
      : { resourceType: 'Bundle', entry: [{ resource: wrapped(times - 1) }] };
  expect(types(wrapped(11))).toEqual(['Goal']);
  expect(() => types(wrapped(12))).toThrow('has bundles within bundles, more than 10 deep');
});

test('what is no resource is counted under a name that says so', () => {
  expect(
    types({
      resourceType: 'Bundle',
      entry: [{ request: { method: 'DELETE', url: 'Goal/1' } }, { response: {} }, { resource: 3 }, 'x'],
    }),
  ).toEqual(['(deletion)', '(entry without resource)', '(not FHIR)', '(not FHIR)']);
  expect(types({ name: 'package' })).toEqual(['(not FHIR)']);
});

test('a resource without an id takes that of its address or request', () => {
  const idOf = (entry: object) =>
    resourcesOf({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Goal' }, ...entry }] })[0]?.resource.id;
  expect(idOf({ fullUrl: 'urn:uuid:0c1' })).toBe('0c1');
  expect(idOf({ fullUrl: 'https://ehr.example/fhir/Goal/7' })).toBe('7');
  expect(idOf({ request: { method: 'PUT', url: 'Goal/8' } })).toBe('8');
  expect(idOf({ fullUrl: 'https://ehr.example/fhir/Flag/7' })).toBeUndefined();
});

test('places are named, so that a reason can name them', () => {
  expect(
    resourcesOf({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Goal', id: '1' } }] })[0]?.place,
  ).toBe('entry 1');
});

import { describe, expect, test } from 'vitest';
import { coursesOf, type Fraction } from './courses.ts';

const fraction = (on: string, facts: Partial<Fraction> = {}): Fraction => ({
  id: on,
  course_key: 'rt|breast',
  given_on: on,
  status: 'completed',
  source_system: 'urn:centre',
  source_updated_at: null,
  ...facts,
});

describe('radiotherapy fractions', () => {
  test('of one treatment for one reason are one course', () => {
    const [course, ...others] = coursesOf(['2022-06-19', '2022-06-21', '2022-06-30'].map((on) => fraction(on)));
    expect(course).toMatchObject({ sessions: 3, startedOn: '2022-06-19', endedOn: '2022-06-30', status: 'completed' });
    expect(others).toEqual([]);
  });

  test('for another reason, or from another source, are another course', () => {
    expect(
      coursesOf([
        fraction('2022-06-19'),
        fraction('2022-06-20', { course_key: 'rt|bone' }),
        fraction('2022-06-21', { source_system: 'urn:other' }),
      ]),
    ).toHaveLength(3);
  });

  test('after a pause of more than nine weeks are another course; monthly chemoradiation is one', () => {
    expect(
      coursesOf([fraction('2020-01-06'), fraction('2020-02-05'), fraction('2020-03-06'), fraction('2021-01-04')]).map(
        ({ sessions }) => sessions,
      ),
    ).toEqual([3, 1]);
  });

  test('that were not given do not count, and one under way keeps the course under way', () => {
    expect(
      coursesOf([
        fraction('2022-06-19', { status: 'not-done' }),
        fraction('2022-06-20', { status: 'in-progress' }),
        fraction('2022-06-21'),
      ])[0],
    ).toMatchObject({ sessions: 2, status: 'in-progress' });
  });

  test('give the course the same name in whatever order they come', () => {
    const all = [fraction('2022-06-19'), fraction('2022-06-20'), fraction('2023-06-20')];
    expect(coursesOf(all.toReversed()).map(({ name }) => name)).toEqual(coursesOf(all).map(({ name }) => name));
  });
});

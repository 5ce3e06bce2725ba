import { expect, it } from 'vitest';
import { once } from '#portal/app/use-more-pages.ts';

const page = (...ids: string[]) => ({ edges: ids.map((id) => ({ node: { id } })) });

it('tells nothing twice, though something moved between two pages, and keeps its first place', () => {
  expect(once([page('1', '3'), page('2', '3', '4')]).map(({ id }) => id)).toEqual(['1', '3', '2', '4']);
});

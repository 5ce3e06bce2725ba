import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { reader } from '#api/database/index.ts';
import { accessLog, resultSeries } from './result-sets.ts';
import { rowSets } from './row-sets.ts';
import { columnsOf, rowMaker } from './tuples.ts';

test('the columns of a query are named in the order in which it selects them', () => {
  const query = reader
    .selectFrom('condition as c')
    .select(['c.id', 'display', 'code as said'])
    .select(sql<number>`1 + 1`.as('two'));
  expect(columnsOf(query)).toEqual(['id', 'display', 'said', 'two']);
});

test('a query that selects whatever there is names none', () => {
  expect(columnsOf(reader.selectFrom('condition').selectAll())).toBeUndefined();
});

test('what is read by the hundred travels without names', () => {
  for (const query of [rowSets.oncologyObservations(), rowSets.testObservations(), resultSeries(), accessLog('log')]) {
    expect(columnsOf(query)).toContain('id');
  }
});

test('a row has its values under the names of its columns', () => {
  const row = rowMaker(['id', 'needs', 'value_number']);
  expect(row(['a', ['results'], null])).toEqual({ id: 'a', needs: ['results'], value_number: null });
});

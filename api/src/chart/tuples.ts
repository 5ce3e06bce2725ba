import { AliasNode, ColumnNode, IdentifierNode, ReferenceNode, sql, type OperationNode, type RawBuilder } from 'kysely';

/** Anything that Kysely can compile. */
export interface Composable {
  toOperationNode(): OperationNode;
}

/** The names of the columns that a query selects, in order; undefined when it selects whatever there is (`*`). */
export function columnsOf(query: Composable): readonly string[] | undefined {
  const { selections } = query.toOperationNode() as OperationNode & { selections?: { selection: OperationNode }[] };
  const names = (selections ?? []).map(({ selection }) => nameOf(selection));
  return names.length > 0 && names.every((name) => name !== undefined) ? names : undefined;
}

function nameOf(node: OperationNode): string | undefined {
  if (AliasNode.is(node)) return nameOf(node.alias);
  if (ReferenceNode.is(node)) return nameOf(node.column);
  if (ColumnNode.is(node)) return node.column.name;
  return IdentifierNode.is(node) ? node.name : undefined;
}

/**
 * The rows of `list` as one JSON array, of tuples when its columns are known: with its column's name at every value an
 * answer is half again as long, and takes twice as long to parse.
 */
export const asJson = (list: string, columns: readonly string[] | undefined): RawBuilder<unknown> =>
  columns === undefined
    ? sql`(select coalesce(json_agg(x), '[]') from ${sql.table(list)} x)`
    : sql`(select coalesce(json_agg(json_build_array(${sql.join(columns.map((name) => sql.ref(name)))})), '[]') from ${sql.table(list)})`;

export type RowMaker = (tuple: readonly unknown[]) => object;

/**
 * Makes rows of the tuples of these columns. Written as code for them: an object that is filled in a loop takes longer
 * than its tuple to parse, and this next to nothing.
 */
export function rowMaker(columns: readonly string[]): RowMaker {
  const entries = columns.map((name, place) => `${JSON.stringify(name)}:tuple[${place}]`);
  // oxlint-disable-next-line typescript/no-implied-eval -- the names are written in our own queries
  return new Function('tuple', `return {${entries.join(',')}}`) as RowMaker;
}

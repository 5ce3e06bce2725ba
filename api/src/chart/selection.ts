import type { GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';
import { isSection, type SectionName } from './sections.ts';

/** One section as a query asks for it, under its response key. */
export interface SelectedSection {
  readonly key: string;
  readonly name: SectionName;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Names of its own selected fields. */
  readonly fields: ReadonlySet<string>;
}

/** The sections that a query selects on Patient, `path` fields below the resolved one (`['edges', 'node']` for a list). */
export function selectedSections(info: GraphQLResolveInfo, path: readonly string[] = []): SelectedSection[] {
  let trees = [parseResolveInfo(info) as ResolveTree];
  for (const field of path) trees = trees.flatMap(childrenOf).filter((tree) => tree.name === field);
  return trees.flatMap(childrenOf).flatMap((tree) => {
    if (!isSection(tree.name)) return [];
    const fields = new Set(childrenOf(tree).flatMap((child) => [child.name, ...childrenOf(child).map((inner) => `${child.name}.${inner.name}`)]));
    return [{ key: tree.alias, name: tree.name, arguments: tree.args, fields }];
  });
}

function childrenOf(tree: ResolveTree): ResolveTree[] {
  return Object.values(tree.fieldsByTypeName).flatMap((fields) => Object.values(fields));
}

import { visit, type ASTNode, type GraphQLResolveInfo, type OperationDefinitionNode } from 'graphql';
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

/** Selections of one field of one operation, by the variables that decide on them. */
interface Known {
  readonly deciding: readonly string[];
  readonly selections: Map<string, readonly SelectedSection[]>;
}

// An operation comes again and again as the same node, for other patients; what it selects is worked out once.
const known = new WeakMap<OperationDefinitionNode, Map<string, Known>>();
/** Selections of one field that are kept: a client may page with ever new cursors. */
const SELECTIONS_LIMIT = 50;

/**
 * The sections that a query selects on Patient, `path` fields below the resolved one (`['edges', 'node']` for a list).
 * The same selection is the same array.
 */
export function selectedSections(info: GraphQLResolveInfo, path: readonly string[] = []): readonly SelectedSection[] {
  let fields = known.get(info.operation);
  if (fields === undefined) known.set(info.operation, (fields = new Map()));
  const field = String(info.path.key);
  let here = fields.get(field);
  if (here === undefined) fields.set(field, (here = { deciding: decidingVariables(info), selections: new Map() }));
  // By name, so that a variable left out is not the same as one that is null.
  const key = JSON.stringify(Object.fromEntries(here.deciding.map((name) => [name, info.variableValues[name]])));
  let selection = here.selections.get(key);
  if (selection === undefined) {
    selection = readSelection(info, path);
    if (here.selections.size >= SELECTIONS_LIMIT) here.selections.clear();
    here.selections.set(key, selection);
  }
  return selection;
}

/** Every variable but those that only the field's own arguments use, such as the patient's id. */
function decidingVariables(info: GraphQLResolveInfo): string[] {
  const own = new Set<ASTNode>(info.fieldNodes.flatMap((node) => node.arguments ?? []));
  const names = new Set<string>();
  const collect = {
    VariableDefinition: () => false as const,
    Argument: (node: ASTNode) => (own.has(node) ? (false as const) : undefined),
    Variable: (node: { name: { value: string } }) => void names.add(node.name.value),
  };
  for (const root of [info.operation, ...Object.values(info.fragments)]) visit(root, collect);
  return [...names];
}

function readSelection(info: GraphQLResolveInfo, path: readonly string[]): SelectedSection[] {
  let trees = [parseResolveInfo(info) as ResolveTree];
  for (const field of path) trees = trees.flatMap(childrenOf).filter((tree) => tree.name === field);
  return trees.flatMap(childrenOf).flatMap((tree) => {
    if (!isSection(tree.name)) return [];
    const fields = new Set(
      childrenOf(tree).flatMap((child) => [
        child.name,
        ...childrenOf(child).map((inner) => `${child.name}.${inner.name}`),
      ]),
    );
    return [{ key: tree.alias, name: tree.name, arguments: tree.args, fields }];
  });
}

function childrenOf(tree: ResolveTree): ResolveTree[] {
  return Object.values(tree.fieldsByTypeName).flatMap((fields) => Object.values(fields));
}

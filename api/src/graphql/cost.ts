import {
  getNamedType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
/** How many rows a page may hold, once the variables are known. */
type Rows = (variables: Variables) => number;

interface Plan {
  /** Fields that are answered once. */
  fields: number;
  /** Selections that are answered once for each row of a page. */
  readonly pages: { readonly rows: Rows; readonly plan: Plan }[];
}

const costOf = ({ fields, pages }: Plan, variables: Variables): number =>
  pages.reduce((sum, { rows, plan }) => sum + rows(variables) * costOf(plan, variables), fields);

/**
 * How many fields an operation may answer: each field once, and what lies under a field with an
 * argument `first` once for each row. The plan is made once per document; the variables change it.
 */
export class CostMeter {
  private readonly plans = new WeakMap<DocumentNode, Map<string, Plan>>();
  constructor(private readonly schema: GraphQLSchema) {}

  costOf(document: DocumentNode, operationName: string | null | undefined, variables: Variables): number {
    let plans = this.plans.get(document);
    if (!plans) this.plans.set(document, (plans = new Map()));
    const key = operationName ?? '';
    let plan = plans.get(key);
    if (!plan) plans.set(key, (plan = this.planOf(document, operationName)));
    return costOf(plan, variables);
  }

  private planOf(document: DocumentNode, operationName: string | null | undefined): Plan {
    const operation = getOperationAST(document, operationName);
    const root = operation && this.schema.getRootType(operation.operation);
    if (!root) return { fields: 0, pages: [] };
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    }
    const defaults = new Map(
      operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
    );
    return new Planner(this.schema, fragments, defaults).of(operation.selectionSet, root);
  }
}

class Planner {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly defaults: ReadonlyMap<string, ValueNode | undefined>,
  ) {}

  of(selectionSet: SelectionSetNode, type: GraphQLCompositeType): Plan {
    const plan: Plan = { fields: 0, pages: [] };
    this.collect(selectionSet, type, plan, new Set());
    return plan;
  }

  /** A fragment is answered once in a selection however often it is spread there, directly or through others. */
  private collect({ selections }: SelectionSetNode, type: GraphQLCompositeType, into: Plan, seen: Set<string>): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        into.fields += 1;
        this.addChildren(into, selection, type);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      const condition = fragment?.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
      if (fragment) this.collect(fragment.selectionSet, isCompositeType(condition) ? condition : type, into, seen);
    }
  }

  private addChildren(plan: Plan, node: FieldNode, parent: GraphQLCompositeType): void {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return;
    const children = this.of(node.selectionSet, type);
    const first = field.args.find((argument) => argument.name === 'first');
    if (!first) return add(plan, children);
    const given = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
    plan.pages.push({ rows: this.rowsOf(given, numberOr(first.defaultValue, 1)), plan: children });
  }

  private rowsOf(given: ValueNode | undefined, standard: number): Rows {
    if (given?.kind === Kind.VARIABLE) {
      const name = given.name.value;
      const fallback = numberOr(literal(this.defaults.get(name)), standard);
      return (variables) => numberOr(variables[name], fallback);
    }
    const rows = numberOr(literal(given), standard);
    return () => rows;
  }
}

function add(into: Plan, more: Plan): void {
  into.fields += more.fields;
  into.pages.push(...more.pages);
}

const literal = (node: ValueNode | undefined): unknown => (node?.kind === Kind.INT ? Number(node.value) : undefined);
/** A page size that is no number, or negative, is refused elsewhere. */
const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 ? value : otherwise;

import {
  GraphQLError,
  Kind,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/**
 * What one operation may ask for. A whole patient, every field of it, takes 820 tokens, 6 levels and
 * a cost of 2,800; a full page of 200 patients as the list shows them costs 2,200.
 */
export const LIMITS = {
  /** Lexical tokens of a document; checked while parsing. */
  tokens: 2_000,
  /** Fields inside fields; fragments do not count as a level. */
  depth: 8,
  aliases: 20,
  directives: 60,
  /** How often one selection set may name the same field. */
  repeats: 3,
  /** Fields that may be answered, a page's fields counted once for each row that it may hold. */
  cost: 20_000,
} as const;

interface Size {
  depth: number;
  aliases: number;
  directives: number;
  repeats: number;
}

/** Counts a selection as it will be executed: a fragment counts wherever it is spread, but is walked once. */
class Measure {
  private readonly known = new Map<string, Size>();
  constructor(private readonly fragment: (name: string) => FragmentDefinitionNode | null | undefined) {}

  of({ selections }: SelectionSetNode): Size {
    const size: Size = { depth: 0, aliases: 0, directives: 0, repeats: 0 };
    const repeated = new Map<string, number>();
    for (const selection of selections) {
      size.directives += selection.directives?.length ?? 0;
      let inner: Size | undefined;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const times = (repeated.get(key) ?? 0) + 1;
        repeated.set(key, times);
        size.repeats = Math.max(size.repeats, times);
        if (selection.alias) size.aliases += 1;
        size.depth = Math.max(size.depth, 1);
        // Introspection nests deeply and reads no data; where it is not wanted, another rule refuses it.
        if (!selection.name.value.startsWith('__') && selection.selectionSet) {
          inner = this.of(selection.selectionSet);
          inner = { ...inner, depth: inner.depth + 1 };
        }
      } else {
        inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? this.of(selection.selectionSet)
            : this.ofFragment(selection.name.value);
      }
      if (inner) {
        size.depth = Math.max(size.depth, inner.depth);
        size.aliases += inner.aliases;
        size.directives += inner.directives;
        size.repeats = Math.max(size.repeats, inner.repeats);
      }
    }
    return size;
  }

  private ofFragment(name: string): Size {
    const known = this.known.get(name);
    if (known) return known;
    // A fragment that spreads itself meets this and stops; another rule refuses it.
    this.known.set(name, { depth: 0, aliases: 0, directives: 0, repeats: 0 });
    const definition = this.fragment(name);
    const size = definition ? this.of(definition.selectionSet) : { depth: 0, aliases: 0, directives: 0, repeats: 0 };
    this.known.set(name, size);
    return size;
  }
}

const refusal = (message: string, reason: string, node: OperationDefinitionNode) =>
  new GraphQLError(message, { nodes: [node], extensions: { code: 'BAD_USER_INPUT', reason } });

/** Refuses operations that are larger than any that Portage has a use for. */
export const limitsRule: ValidationRule = (context: ValidationContext) => {
  const measure = new Measure((name) => context.getFragment(name));
  return {
    OperationDefinition(operation) {
      const size = measure.of(operation.selectionSet);
      for (const what of ['depth', 'aliases', 'directives', 'repeats'] as const) {
        if (size[what] <= LIMITS[what]) continue;
        const message = `The operation exceeds the limit of ${LIMITS[what]} ${MEANING[what]}.`;
        context.reportError(refusal(message, `${what.toUpperCase()}_LIMIT`, operation));
      }
      // One write in one request: a thousand guesses under a thousand aliases are one guess.
      if (operation.operation === 'mutation' && countRoots(operation.selectionSet, context) > 1) {
        context.reportError(refusal('A mutation has exactly one field.', 'ROOTS_LIMIT', operation));
      }
    },
  };
};

const MEANING = {
  depth: 'levels of fields',
  aliases: 'aliases',
  directives: 'directives',
  repeats: 'repetitions of one field',
} as const;

function countRoots({ selections }: SelectionSetNode, context: ValidationContext, seen = new Set<string>()): number {
  let roots = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) roots += selection.name.value.startsWith('__') ? 0 : 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT) roots += countRoots(selection.selectionSet, context, seen);
    else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const definition = context.getFragment(selection.name.value);
      if (definition) roots += countRoots(definition.selectionSet, context, seen);
    }
  }
  return roots;
}

import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CostMeter } from './cost.ts';
import { LIMITS, limitsRule } from './limits.ts';

const schema = buildSchema(`
  type Query { node: Node page(first: Int = 50): Page }
  type Page { edges: [Node!]! total: Int }
  type Node { id: ID node: Node page(first: Int = 10): Page }
  type Mutation { signIn(code: String): Boolean signOut: Boolean }
`);
const reasons = (text: string) =>
  validate(schema, parse(text), [...specifiedRules, limitsRule]).map(
    (error) => error.extensions['reason'] ?? error.message,
  );
const nested = (levels: number) => `{ ${'node { '.repeat(levels - 1)} id ${'}'.repeat(levels - 1)} }`;

describe('limits of an operation', () => {
  it('bound its depth, through fragments too, which are no level themselves', () => {
    expect(reasons(nested(LIMITS.depth))).toEqual([]);
    expect(reasons(nested(LIMITS.depth + 1))).toEqual(['DEPTH_LIMIT']);
    expect(
      reasons(`{ node { ...A } } fragment A on Node { node { ...B } } fragment B on Node ${nested(LIMITS.depth - 2)}`),
    ).toEqual([]);
    expect(
      reasons(`{ node { ...A } } fragment A on Node { node { ...B } } fragment B on Node ${nested(LIMITS.depth - 1)}`),
    ).toEqual(['DEPTH_LIMIT']);
  });

  it('bound aliases, counted wherever a fragment brings them', () => {
    const aliases = (count: number) => Array.from({ length: count }, (_, n) => `a${n}: id`).join(' ');
    expect(reasons(`{ node { ${aliases(LIMITS.aliases)} } }`)).toEqual([]);
    expect(reasons(`{ node { ${aliases(LIMITS.aliases + 1)} } }`)).toEqual(['ALIASES_LIMIT']);
    const half = LIMITS.aliases / 2;
    expect(reasons(`{ node { ...F node { ...F node { ...F } } } } fragment F on Node { ${aliases(half)} }`)).toEqual([
      'ALIASES_LIMIT',
    ]);
  });

  it('bound directives and the repetition of one field', () => {
    expect(reasons(`{ node { ${'... @include(if: true) { id } '.repeat(LIMITS.directives + 1)} } }`)).toContain(
      'DIRECTIVES_LIMIT',
    );
    expect(reasons(`{ node { ${'id '.repeat(LIMITS.repeats + 1)} } }`)).toEqual(['REPEATS_LIMIT']);
    expect(reasons(`{ ${'__typename '.repeat(500)} }`)).toEqual(['REPEATS_LIMIT']);
  });

  it('let one mutation through, however it is written', () => {
    expect(reasons('mutation { __typename signOut }')).toEqual([]);
    expect(reasons('mutation { a: signIn(code: "1") b: signIn(code: "2") }')).toEqual(['ROOTS_LIMIT']);
    expect(reasons('mutation { ...A ... { signOut } } fragment A on Mutation { signIn(code: "1") }')).toEqual([
      'ROOTS_LIMIT',
    ]);
  });

  it('take as long for fragments that spread each other twice as for any other', () => {
    const doubling = Array.from(
      { length: 200 },
      (_, n) => `fragment F${n} on Node { ...F${n + 1} node { ...F${n + 1} } }`,
    ).join('\n');
    const text = `{ node { ...F0 } } ${doubling} fragment F200 on Node { id }`;
    const started = performance.now();
    // Only our own rule: GraphQL's take their time with it, which is why tokens are bounded.
    expect(validate(schema, parse(text), [limitsRule]).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('survive a fragment that spreads itself', () => {
    expect(reasons('{ node { ...A } } fragment A on Node { id ...A }').length).toBeGreaterThan(0);
  });
});

describe('the cost of an operation', () => {
  const meter = new CostMeter(schema);
  const cost = (text: string, variables = {}) => meter.costOf(parse(text), undefined, variables);

  it('counts each field once, and what a page holds once for each row', () => {
    expect(cost('{ node { id } }')).toBe(2);
    expect(cost('{ page(first: 200) { edges { id } total } }')).toBe(1 + 200 * 3);
    expect(cost('{ page { edges { page(first: 5) { total } } } }')).toBe(1 + 50 * (2 + 5 * 1));
  });

  it('takes page sizes from variables, their defaults and the schema', () => {
    const text = 'query($n: Int = 7) { page(first: $n) { total } }';
    expect(cost(text)).toBe(8);
    expect(cost(text, { n: 100 })).toBe(101);
    expect(cost('query($n: Int) { page(first: $n) { total } }')).toBe(51);
    expect(cost(text, { n: -5 })).toBe(8);
  });

  it('counts fragments where they are spread', () => {
    expect(
      cost('{ node { ...F } page(first: 3) { edges { ...F } } } fragment F on Node { id page(first: 2) { total } }'),
    ).toBe(2 + (2 + 2) + 3 * (1 + 2 + 2));
  });

  it('does not blow up on fragments that spread each other twice', () => {
    const doubling = Array.from(
      { length: 60 },
      (_, n) => `fragment F${n} on Node { ...F${n + 1} ... { ...F${n + 1} } }`,
    ).join('\n');
    expect(cost(`{ node { ...F0 } } ${doubling} fragment F60 on Node { id }`)).toBe(2);
  });
});

// What a client may send that no client of ours would: documents that the schema half fits, torn ones, and soup.
import fc from 'fast-check';
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** Draws one value, from fast-check's seed. */
export type Draw = fc.GeneratorValue;

const STRANGE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  "' or 1=1 --",
  '%_%',
  '\\',
  '\ud800',
  '\u202e',
  '0'.repeat(300),
  'é'.repeat(5_000),
  '2026-02-30',
  '+275760-09-13',
  '-000001-01-01T00:00:00Z',
  '99999-12-31',
  'infinity',
  'NaN',
  '00000000-0000-0000-0000-000000000000',
  'bnVsbA==',
  'eyJhIjoxfQ==',
  '{"__proto__":{}}',
];
const STRANGE_NUMBERS = ['0', '-1', '2147483647', '2147483648', '-9223372036854775809', '1e400', '-0.0', '1.5'];
const STRANGE_LITERALS = [
  'null',
  'true',
  '{}',
  '[]',
  '[[[]]]',
  '{ a: { b: [null] } }',
  'RED',
  '$unknown',
  '"""block"""',
];
const TOKENS =
  String.raw`{ } ( ) [ ] : ! = | & @ ... $ " """ # , \\u0000 query mutation subscription fragment on null type schema extend __typename patient patients id viewer first Patient -1 1e99 "x" @include(if: true) @defer`.split(
    ' ',
  );
/** Would end the session that the others are sent in, or take the argon2 time of a password each. */
const NOT_ASKED = new Set(['signIn', 'signOut']);

type Root = readonly [kind: string, field: GraphQLField<unknown, unknown>];

const oneOf = <T>(draw: Draw, ...values: readonly T[]): T => values[draw(fc.nat, { max: values.length - 1 })] as T;
const quote = (text: string) => JSON.stringify(text);

export class DocumentMaker {
  readonly #roots: readonly Root[];
  #oneIn = Infinity;

  /** @param ids that exist, so that some documents get past the door of a record */
  constructor(
    schema: GraphQLSchema,
    private readonly ids: readonly string[],
  ) {
    const of = (kind: string, type: GraphQLObjectType | null | undefined) =>
      Object.values(type?.getFields() ?? {}).map((field): Root => [kind, field]);
    const roots = of('query', schema.getQueryType()).concat(of('mutation', schema.getMutationType()));
    this.#roots = roots.filter(([, { name }]) => !NOT_ASKED.has(name));
  }

  /** The body of a POST, as text. */
  body(draw: Draw): string {
    const shape = draw(fc.nat, { max: 19 });
    if (shape === 0) return draw(fc.string);
    if (shape === 1) return JSON.stringify(draw(fc.jsonValue, { maxDepth: 4 }));
    if (shape === 2) return `${'['.repeat(draw(fc.nat, { max: 20_000 }))}`;
    const query: unknown = shape === 3 ? draw(fc.jsonValue) : this.document(draw);
    return JSON.stringify({ query, variables: this.#variables(draw), operationName: this.#operationName(draw) });
  }

  document(draw: Draw): string {
    const kind = draw(fc.nat, { max: 9 });
    if (kind === 0) return this.#soup(draw);
    if (kind === 1) return this.#nested(draw);
    const whole = this.#fitting(draw);
    return kind === 2 ? this.#torn(draw, whole) : whole;
  }

  /** A document that the schema fits, some of them but for a value here and there. */
  #fitting(draw: Draw): string {
    const [kind, field] = oneOf(draw, ...this.#roots);
    // One strange thing in so many; none in a third of the documents.
    this.#oneIn = oneOf(draw, Infinity, 25, 6);
    const directive = this.#isStrange(draw) ? oneOf(draw, '@include(if: $a)', '@skip(if: "no")', '@x') : '';
    const selection = `{ ${this.#field(draw, field, 4)} ${directive} }`;
    const used = ['$a: Boolean!', '$b: String', '$id: ID!'].filter((declared) =>
      selection.includes(declared.slice(0, declared.indexOf(':'))),
    );
    return `${kind} Q${used.length > 0 ? `(${used.join(', ')})` : ''} ${selection}`;
  }

  #isStrange(draw: Draw): boolean {
    return this.#oneIn < Infinity && draw(fc.nat, { max: this.#oneIn }) === 0;
  }

  #field(draw: Draw, field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.filter((argument) =>
      isRequiredArgument(argument) ? !this.#isStrange(draw) : draw(fc.boolean),
    );
    const values = given.map(({ name, type }) => `${name}: ${this.#value(draw, type, 3)}`).join(', ');
    const alias = this.#isStrange(draw) ? `${oneOf(draw, 'a', '__a', 'id')}: ` : '';
    const type = getNamedType(field.type);
    return `${alias}${field.name}${values && `(${values})`}${isCompositeType(type) ? ` ${this.#selection(draw, type, depth)}` : ''}`;
  }

  #selection(draw: Draw, type: GraphQLOutputType, depth: number): string {
    if (isUnionType(type)) {
      const parts = type.getTypes().map((part) => `... on ${part.name} { __typename }`);
      return `{ __typename ${parts.join(' ')} }`;
    }
    if (!isObjectType(type)) return '{ __typename }';
    const fields = Object.values(type.getFields()).filter(
      (field) => !isCompositeType(getNamedType(field.type)) || depth > 0,
    );
    const some = fields.filter(() => draw(fc.nat, { max: 9 }) < 3);
    return `{ __typename ${some.map((field) => this.#field(draw, field, depth - 1)).join(' ')} }`;
  }

  #value(draw: Draw, type: GraphQLInputType, depth: number): string {
    if (this.#isStrange(draw)) {
      return oneOf(draw, ...STRANGE_LITERALS, ...STRANGE_NUMBERS, ...STRANGE_TEXTS.map(quote), '$a', '$b', '$id');
    }
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isListType(inner)) return `[${this.#value(draw, inner.ofType as GraphQLInputType, depth - 1)}]`;
    if (isEnumType(inner)) return oneOf(draw, ...inner.getValues().map(({ name }) => name));
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter(
        (field) => isRequiredInputField(field) || (depth > 0 && draw(fc.boolean)),
      );
      return `{ ${fields.map(({ name, type: of }) => `${name}: ${this.#value(draw, of, depth - 1)}`).join(', ')} }`;
    }
    if (inner.name === 'Int' || inner.name === 'Float') return String(draw(fc.integer, { min: -1, max: 60 }));
    if (inner.name === 'Boolean') return String(draw(fc.boolean));
    if (inner.name === 'ID') return quote(oneOf(draw, ...this.ids));
    // Strings take anything, so the strange ones get past the schema here.
    return quote(oneOf(draw, '2026-11-22', '2026-11-22T08:00:00Z', 'a word', 'P1D', ...STRANGE_TEXTS));
  }

  #variables(draw: Draw): unknown {
    const text = oneOf(draw, ...STRANGE_TEXTS, ...this.ids);
    const odd = draw(fc.jsonValue, { maxDepth: 3 });
    return oneOf<unknown>(draw, undefined, { a: true, b: text, id: text }, { a: odd, b: odd, id: odd }, odd);
  }

  #operationName(draw: Draw): unknown {
    return oneOf<unknown>(draw, undefined, undefined, undefined, 'Q', '', 'Other', '\u0000', 7, {});
  }

  #soup(draw: Draw): string {
    return Array.from({ length: draw(fc.nat, { max: 60 }) }, () => oneOf(draw, ...TOKENS)).join(' ');
  }

  #nested(draw: Draw): string {
    const depth = oneOf(draw, 9, 40, 700, 3_000);
    return oneOf(
      draw,
      `{ ${'viewer { '.repeat(depth)}id${' }'.repeat(depth)} }`,
      `{ patients(search: ${'['.repeat(depth)}${']'.repeat(depth)}) { totalCount } }`,
      `{ patients(search: ${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}) { totalCount } }`,
      `query ($a: ${'['.repeat(depth)}Int${']'.repeat(depth)}) { viewer { id } }`,
      `{ ...F } fragment F on Query { ${'... { '.repeat(depth)}viewer { id }${' }'.repeat(depth)} }`,
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    );
  }

  /** Without a piece, or with one twice, or cut off. */
  #torn(draw: Draw, whole: string): string {
    const [one, other] = [draw(fc.nat, { max: whole.length }), draw(fc.nat, { max: whole.length })];
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    return oneOf(
      draw,
      whole.slice(0, from) + whole.slice(to),
      whole.slice(0, to) + whole.slice(from),
      whole.slice(0, from),
    );
  }
}

import fc from 'fast-check';
import { buildSchema, execute, isObjectType, parse, validate, type ExecutionResult } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CompiledQueries } from './compiled.ts';
import type { RequestContext } from './context.ts';

const schema = buildSchema(`
  type Query { patient(id: ID!, first: Int = 2): Patient! check(input: Check!): String! gone: Patient fails: String! }
  input Check { test: String! situation: Situation! = ROUTINE }
  enum Situation { ROUTINE NEW_SYMPTOM }
  type Patient { id: ID! name: String! oncology: Oncology! hidden: Oncology list: [Oncology!]! fails: String }
  type Oncology { phase: String! reason: String treatments(first: Int = 2): [Treatment!]! fails: String! }
  type Treatment { name: String! dose: Float source: Source! }
  type Source { system: String! patient: Patient }
`);

const source = { system: 'three-rivers', patient: null };
const oncology = { phase: 'ACTIVE', reason: null };
const patient = (id: string) => ({ id, name: 'A', hidden: null, list: [oncology, oncology] });
const fail = () => {
  throw new Error('nothing of this may be lost');
};
// Every field that computes has a resolver, as type-graphql gives it one: a compiled query does not call functions that
// it finds among the data.
const resolvers: Record<string, Record<string, (parent: unknown, args: { id: string; first: number }) => unknown>> = {
  Query: { patient: (_, { id }) => patient(id), gone: () => null, fails: fail },
  Patient: { oncology: async () => oncology, fails: fail },
  Oncology: {
    treatments: async (_, { first }) =>
      [1, 2, 3].slice(0, first).map((n) => ({ name: `drug ${n}`, dose: n / 2, source })),
    fails: async () => fail(),
  },
};
for (const [name, fields] of Object.entries(resolvers)) {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`no type ${name}`);
  for (const [field, resolve] of Object.entries(fields)) type.getFields()[field]!.resolve = resolve as never;
}

const context = {} as RequestContext;
const plainly = (text: string, variables: Record<string, unknown>) =>
  execute({ schema, document: parse(text), variableValues: variables, contextValue: context });

/** The third run of a document is the first compiled one. */
async function compiled(text: string, variables: Record<string, unknown>): Promise<ExecutionResult | undefined> {
  const queries = new CompiledQueries(schema);
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  expect(queries.find(document, undefined, variables)).toBeUndefined();
  expect(queries.find(document, undefined, variables)).toBeUndefined();
  return queries.find(document, undefined, variables)?.(context, variables);
}

const outcome = (result: ExecutionResult) => ({
  data: JSON.parse(JSON.stringify(result.data ?? null)) as unknown,
  errors: result.errors?.map(({ message, path }) => ({ message, path: [...(path ?? [])] })),
});

describe('a compiled query', () => {
  it.each([
    [
      'nested lists and arguments',
      '{ patient(id: "1") { id name oncology { phase treatments { name dose source { system } } } list { phase } } }',
      {},
    ],
    [
      'variables and their defaults',
      'query($id: ID!, $n: Int = 3) { patient(id: $id) { id oncology { treatments(first: $n) { name } } } }',
      { id: '7' },
    ],
    ['aliases and __typename', '{ a: patient(id: "1") { __typename id } b: patient(id: "2") { id } }', {}],
    ['null where null may be', '{ gone { id } patient(id: "1") { hidden { phase } oncology { reason } } }', {}],
    ['an error that makes its own field null', '{ patient(id: "1") { id fails } }', {}],
    ['an error that travels up', '{ gone { id } patient(id: "1") { list { phase fails } } }', {}],
    ['an error at the root', '{ fails }', {}],
  ])('answers as the specification says: %s', async (_, text, variables) => {
    const result = await compiled(text, variables);
    const expected = outcome(await plainly(text, variables));
    expect(outcome(result!)).toEqual(expected);
  });

  it('leaves out what @skip and @include leave out, wherever fragments meet', { timeout: 60_000 }, async () => {
    const condition = fc.constantFrom(
      '',
      '@include(if: $a)',
      '@include(if: $b)',
      '@skip(if: $a)',
      '@skip(if: $b)',
      '@include(if: $a) @skip(if: $b)',
      '@skip(if: true)',
      '@include(if: false)',
    );
    const leaf = fc.tuple(fc.constantFrom('id', 'name', 'aka: name'), condition).map((parts) => parts.join(' '));
    const treatments = fc.tuple(condition, condition).map(([one, other]) => `treatments ${one} { name dose ${other} }`);
    const part = fc.oneof(
      fc.tuple(fc.constantFrom('phase', 'reason'), condition).map((parts) => parts.join(' ')),
      treatments,
      condition.map((when) => `...G ${when}`),
      fc.tuple(condition, treatments).map(([when, inner]) => `... on Oncology ${when} { ${inner} }`),
    );
    const parts = fc.array(part, { minLength: 1, maxLength: 4 }).map((some) => `{ __typename ${some.join(' ')} }`);
    const field = fc.oneof(
      leaf,
      fc.tuple(fc.constantFrom('oncology', 'hidden', 'list'), condition, parts).map((some) => some.join(' ')),
      condition.map((when) => `...F ${when}`),
      fc.tuple(condition, parts).map(([when, inner]) => `... on Patient ${when} { oncology ${inner} }`),
    );
    const document = fc
      .tuple(
        fc.array(field, { minLength: 1, maxLength: 5 }),
        fc.array(
          field.filter((one) => !one.includes('...F')),
          { minLength: 1, maxLength: 3 },
        ),
        parts.filter((one) => !one.includes('...G')),
      )
      .map(
        ([fields, inF, inG]) => `
          query($a: Boolean!, $b: Boolean = true) { patient(id: "1") { __typename ...F ...H ${fields.join(' ')} } }
          fragment F on Patient { ${inF.join(' ')} }
          fragment H on Patient { oncology { ...G @include(if: $a) } }
          fragment G on Oncology ${inG}`,
      );
    await fc.assert(
      fc.asyncProperty(document, fc.boolean(), fc.option(fc.boolean(), { nil: undefined }), async (text, a, b) => {
        const variables = { a, ...(b === undefined ? {} : { b }) };
        fc.pre(validate(schema, parse(text)).length === 0);
        expect(outcome((await compiled(text, variables))!)).toEqual(outcome(await plainly(text, variables)));
      }),
      { numRuns: 120 },
    );
  });

  it('is not run with variables that do not fit', async () => {
    const result = await compiled('query($id: ID!) { patient(id: $id) { id } }', {});
    expect(result).toMatchObject({ errors: [expect.anything()] });
    expect(result?.data).toBeUndefined();
  });

  it('is not made for input that may leave out what has a default, which its compiler would ask for', async () => {
    const variables = { input: { test: 'CEA' } };
    expect(await compiled('query ($input: Check!) { check(input: $input) }', variables)).toBeUndefined();
  });

  it('is not made for a condition that is no boolean, nor for more ways of answering than are kept', () => {
    const queries = new CompiledQueries(schema);
    const names = ['a', 'b', 'c', 'd', 'e'];
    const document = parse(
      `query(${names.map((name) => `$${name}: Boolean!`).join(' ')}) { patient(id: "1") { id ${names.map((name) => `${name}: name @include(if: $${name})`).join(' ')} } }`,
    );
    for (let run = 0; run < 3; run += 1) expect(queries.find(document, undefined, { a: 'yes' })).toBeUndefined();
    const made = Array.from({ length: 32 }, (_, bits) =>
      queries.find(document, undefined, Object.fromEntries(names.map((name, at) => [name, (bits & (1 << at)) !== 0]))),
    );
    expect(made.filter(Boolean)).toHaveLength(16);
  });

  it('is made for some hundreds of documents only, however many a client sends', () => {
    const queries = new CompiledQueries(schema);
    const isCompiled = (text: string) => {
      const document = parse(text);
      const runs = [1, 2, 3].map(() => queries.find(document, undefined, {}));
      return runs[2] !== undefined;
    };
    const made = Array.from({ length: 600 }, (_, n) => isCompiled(`{ patient(id: "${n}") { id } }`));
    expect(made.filter(Boolean)).toHaveLength(500);
  });
});

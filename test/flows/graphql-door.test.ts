import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type Reply } from '#test/kit/caller.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';

let served: ServedClinic;
let production: ServedClinic;
let caller: Caller;

beforeAll(async () => {
  served = await serveClinic();
  production = await serveClinic({ NODE_ENV: 'production' });
  caller = served.caller();
});
afterAll(async () => {
  await served.close();
  await production.close();
});

const html = { headers: { accept: 'text/html,application/xhtml+xml' } };
const codeOf = ({ json }: Reply) => json.errors?.[0]?.extensions;

describe('GraphQL', () => {
  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    caller.fetch('/graphql', { method: 'POST', headers, body });

  it.each([
    ['no JSON', '{"query":', 400],
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a word', '"query"', 400],
    ['an empty object', '{}', 400],
    ['no query', '{"variables":{}}', 400],
    ['a query that is no text', '{"query":{"kind":"Document"}}', 400],
    ['variables that are no object', '{"query":"{ viewer { id } }","variables":[1]}', 400],
    ['a poisoned prototype', '{"__proto__":{"x":1},"query":"{ viewer { id } }"}', 400],
    ['a batch', '[{"query":"{ viewer { id } }"},{"query":"{ viewer { id } }"}]', 400],
    ['too large a body', JSON.stringify({ query: `{ viewer { id } } #${'x'.repeat(150_000)}` }), 413],
    ['a query that does not parse', '{"query":"{"}', 400],
    ['a field that does not exist', '{"query":"{ nothing }"}', 400],
    [
      'a missing variable',
      JSON.stringify({ query: 'mutation($i: SignInInput!) { signIn(input: $i) { __typename } }' }),
      400,
    ],
    ['an operation that is not there', JSON.stringify({ query: 'query A { viewer { id } }', operationName: 'B' }), 400],
    [
      'a persisted query',
      JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
      200,
    ],
  ])('refuses %s with a typed error', async (_, body, status) => {
    const reply = await post(body);
    expect(reply.status).toBe(status);
    expect(codeOf(reply)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(reply.text).not.toMatch(/node_modules|\.ts:|\.js:|at \w+ \(/);
    expect(reply.headers.get('cache-control')).toContain('no-');
  });

  it('is asked with POST only', async () => {
    for (const path of ['/graphql?query=%7Bviewer%7Bid%7D%7D', '/graphql?query=mutation%7BsignOut%7D', '/graphql']) {
      const reply = await caller.fetch(path, { headers: { 'apollo-require-preflight': 'true', ...html.headers } });
      expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST']);
      expect(reply.text).not.toContain('<');
    }
  });

  it.each([
    ['aliases', `{ ${Array.from({ length: 30 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`, 'ALIASES_LIMIT'],
    ['repetition', `{ viewer { ${'id '.repeat(500)} } }`, 'REPEATS_LIMIT'],
    [
      'tokens',
      `{ viewer { ${Array.from({ length: 2_000 }, (_, n) => `... on Viewer { id } #${n}\n`).join('')} } }`,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['directives', `{ viewer { ${'... @include(if: true) { id } '.repeat(80)} } }`, 'DIRECTIVES_LIMIT'],
    [
      'cost',
      `{ patients(first: 200) { edges { node { results(first: 200) { edges { node { id } } } } } } }`,
      'COST_LIMIT',
    ],
    [
      'a thousand guesses in one request',
      `mutation { ${Array.from({ length: 15 }, (_, n) => `a${n}: signIn(input: { email: "a@b.example", password: "${n}" }) { __typename }`).join(' ')} }`,
      'ROOTS_LIMIT',
    ],
  ])('limits %s', async (_, query, reason) => {
    const reply = await caller.ask(query);
    expect(reply.status).toBe(400);
    expect(codeOf(reply)).toMatchObject({ code: 'BAD_USER_INPUT', reason });
  });

  it('shows its schema in development and keeps it to itself in production', async () => {
    const query = '{ __schema { types { name } } }';
    expect((await caller.ask(query)).json.data).toHaveProperty('__schema.types');
    for (const hidden of [query, '{ __type(name: "Patient") { fields { name } } }']) {
      const reply = await production.caller().ask(hidden);
      expect(reply.status).toBe(400);
      expect(reply.json.data).toBeUndefined();
    }
    const suggestion = await production.caller().ask('{ viewr { id } }');
    expect(suggestion.text).toContain('viewr');
    expect(suggestion.text).not.toMatch(/did you mean|viewer/i);
  });

  it('answers whoever is signed out with nothing, and says so', async () => {
    const reply = await served.caller().ask('{ viewer { id } patients { totalCount } }');
    expect(reply.json.data).toBeNull();
    expect(codeOf(reply)).toEqual({ code: 'UNAUTHENTICATED' });
    expect((await served.caller().ask('{ viewer { id } }')).json).toEqual({ data: { viewer: null } });
  });

  it('says what is wrong with a null where none may be, compiled or not', async () => {
    const query = 'query Page($n: Int) { patients(first: $n) { totalCount } }';
    for (let run = 0; run < 4; run += 1) {
      const reply = await caller.ask(query, { n: null });
      expect(codeOf(reply)).toEqual({ code: 'BAD_USER_INPUT' });
      expect(reply.json.errors?.[0]?.message).toContain('first');
    }
  });

  it('answers a compiled query as it answered the first time', async () => {
    const ask = () =>
      served.caller().ask('query Again($id: ID!) { patient(id: $id) { id } viewer { id } }', { id: 'no uuid' });
    const answers = [await ask(), await ask(), await ask(), await ask()].map(
      ({ text, status }) => `${status} ${text.replace(/"locations":\[.*?\],/, '')}`,
    );
    expect(new Set(answers).size).toBe(1);
  });
});

describe('the log', () => {
  it('names operations and outcomes, and nothing that a person typed or is', async () => {
    const person = await served.clinic.person('community-clinician').of(await served.clinic.organization());
    await served.admit(person);
    const patient = await served.clinic.patient({ withRecord: true });
    await served.clinic.grant(patient).to(person);
    const browser = served.caller();
    await browser.signIn(person.email, PASSWORD);
    await browser.ask('query Chart($id: ID!) { patient(id: $id) { name mrn problems { items { name } } } }', {
      id: patient.id,
    });
    await browser.ask('query Find($search: String) { patients(search: $search) { edges { node { name } } } }', {
      search: patient.canary,
    });
    await browser.ask(`{ patient(id: "${patient.id}") { ${patient.canary} } }`);
    await browser.fetch(`/patients/${patient.id}?search=${patient.canary}`, html);
    await browser.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query": ${patient.canary}`,
    });
    const log = served.logged();
    expect(log).toContain('"operation":"Chart"');
    expect(log).toMatch(/"requestId":"[0-9a-f-]{36}","method":"POST","route":"\/graphql"/);
    for (const secret of [
      patient.canary,
      patient.id,
      person.email,
      person.id,
      PASSWORD,
      browser.token!,
      'search=',
      'query Chart',
    ]) {
      expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGN_IN, type Caller, type Reply } from '#test/kit/caller.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';

let served: ServedClinic;
let production: ServedClinic;
let portal: string;
let caller: Caller;

beforeAll(async () => {
  portal = await mkdtemp(join(tmpdir(), 'portage-portal-'));
  await mkdir(join(portal, 'assets'));
  await writeFile(join(portal, 'index.html'), '<!doctype html><title>Portage</title>');
  await writeFile(join(portal, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(portal, 'assets', 'main-4f2a.js'), `// ${'x'.repeat(4_000)}`);
  served = await serveClinic({}, portal);
  production = await serveClinic({ NODE_ENV: 'production' }, portal);
  caller = served.caller();
});
afterAll(async () => {
  await served.close();
  await production.close();
  await rm(portal, { recursive: true, force: true });
});

const html = { headers: { accept: 'text/html,application/xhtml+xml' } };
const codeOf = ({ json }: Reply) => json.errors?.[0]?.extensions;

describe('every answer', () => {
  const paths = ['/', '/patients/1', '/assets/gone.js', '/health/live', '/nothing.png', '/graphql'];

  it.each(paths)('forbids what pages do not need: %s', async (path) => {
    const { headers } = await caller.fetch(path, html);
    const policy = headers.get('content-security-policy')?.split(';') ?? [];
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
      ]),
    );
    expect(policy.join()).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('says of a script what binds a script, and not what binds pages', async () => {
    const { headers } = await production.caller().fetch('/assets/main-4f2a.js');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=63072000/);
    expect([...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('').length).toBeLessThan(600);
  });

  it('says of an answer to a query what binds an answer, and not what binds pages', async () => {
    const { headers } = await caller.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
      body: '{"query":"{ viewer { id } }"}',
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect([...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('').length).toBeLessThan(600);
  });

  it('asks for HTTPS in production only', async () => {
    expect((await caller.fetch('/')).headers.get('strict-transport-security')).toBeNull();
    expect((await production.caller().fetch('/')).headers.get('strict-transport-security')).toMatch(
      /^max-age=63072000/,
    );
  });
});

describe('the portal', () => {
  it.each(['/', '/patients/2c3a', '/sign-in?next=%2F'])('is one page at every address: %s', async (path) => {
    const { status, headers, text } = await caller.fetch(path, html);
    expect(status).toBe(200);
    expect(text).toContain('<title>Portage</title>');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it('keeps hashed assets for ever, and other files not', async () => {
    expect((await caller.fetch('/assets/main-4f2a.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await caller.fetch('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/assets/gone.js', '/health', '/health/x', '/graphql/x', '/robots.txt', '/..%2f..%2fpackage.json', '/.env'])(
    'is not the answer to %s',
    async (path) => {
      const reply = await caller.fetch(path, html);
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.text).not.toContain('<title>');
    },
  );

  it('is not the answer to a program', async () => {
    const reply = await caller.fetch('/patients/1', { headers: { accept: 'application/json' } });
    expect(reply.status).toBe(404);
    expect(codeOf(reply)).toEqual({ code: 'NOT_FOUND' });
  });

  it.each(['br', 'gzip'])('is compressed: %s', async (encoding) => {
    const { headers } = await caller.fetch('/assets/main-4f2a.js', { headers: { 'accept-encoding': encoding } });
    expect(headers.get('content-encoding')).toBe(encoding);
    expect(headers.get('vary')).toContain('accept-encoding');
  });
});

describe('health', () => {
  it('is live, and ready while the database answers', async () => {
    expect((await caller.fetch('/health/live')).status).toBe(200);
    expect((await caller.fetch('/health/ready')).status).toBe(200);
  });

  it('is not ready while it does not', async () => {
    const other = await serveClinic();
    await other.clinic.database.drop();
    expect((await other.caller().fetch('/health/ready')).status).toBe(503);
    expect((await other.caller().fetch('/health/live')).status).toBe(200);
    const { json, text } = await other.caller().ask(SIGN_IN, { input: { email: 'a@b.example', password: 'x' } });
    expect(json.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL', referenceId: expect.any(String) });
    expect(text).not.toMatch(/database|postgres|test_/i);
    await other.clinic.close().catch(() => undefined);
    await other.close().catch(() => undefined);
  });
});

describe('a request that another site brought about', () => {
  const query = JSON.stringify({ query: 'mutation { signOut }' });
  const json = { 'content-type': 'application/json' };

  it.each([
    ['by its origin', { ...json, origin: 'https://evil.example' }, 403],
    ['by a sandboxed frame', { ...json, origin: 'null' }, 403],
    ['as the browser says', { ...json, 'sec-fetch-site': 'cross-site' }, 403],
    ['from a neighbouring site', { ...json, 'sec-fetch-site': 'same-site' }, 403],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as text, which needs no asking', { 'content-type': 'text/plain' }, 415],
    ['as a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ])('is refused: %s', async (_, headers, status) => {
    const reply = await caller.fetch('/graphql', { method: 'POST', headers, body: query });
    expect(reply.status).toBe(status);
    expect(codeOf(reply)?.['code']).toMatch(/^(FORBIDDEN|BAD_USER_INPUT)$/);
    expect(reply.json.data).toBeUndefined();
  });

  it('is none when it comes from our own page', async () => {
    const headers = { ...json, origin: served.url, 'sec-fetch-site': 'same-origin' };
    expect((await caller.fetch('/graphql', { method: 'POST', headers, body: query })).json.data).toEqual({
      signOut: false,
    });
  });

  it('gets no leave to ask (CORS)', async () => {
    const headers = {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const reply = await caller.fetch('/graphql', { method: 'OPTIONS', headers });
    expect(reply.status).toBe(405);
    expect([...reply.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('finds no cookie that goes along: in production it is bound to this host and to HTTPS', async () => {
    const person = await production.clinic.person('navigator').of(await production.clinic.organization());
    await production.admit(person);
    const { cookies } = await production.caller().ask(SIGN_IN, { input: { email: person.email, password: PASSWORD } });
    expect(cookies[0]).toMatch(/^__Host-portage=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });
});

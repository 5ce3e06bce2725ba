// What a browser does for a page: keeps the cookie, sends it back, says where it is.
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Set-Cookie, as sent. */
  readonly cookies: readonly string[];
  readonly text: string;
  /** The body as GraphQL answers. */
  readonly json: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  };
}

export const SIGN_IN = /* GraphQL */ `
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignedIn {
        viewer {
          id
          email
          name
          role
          scopes
          previousSignInAt
          sessionExpiresAt
          organization {
            name
            kind
          }
        }
      }
      ... on SignInRefused {
        reason
        message
        retryAfterSeconds
      }
    }
  }
`;

export interface SignInAnswer {
  __typename: 'SignedIn' | 'SignInRefused';
  viewer: {
    id: string;
    email: string;
    role: string;
    scopes: string[];
    previousSignInAt: string | null;
    sessionExpiresAt: string;
  };
  reason: string;
  message: string;
  retryAfterSeconds: number | null;
}

export class Caller {
  /** The cookie jar; the test may look into it and tamper with it. */
  readonly jar = new Map<string, string>();
  constructor(readonly url: string) {}

  get token(): string | undefined {
    return [...this.jar.values()][0];
  }

  /** Another browser that was handed this one's cookies. */
  clone(): Caller {
    const other = new Caller(this.url);
    for (const [name, value] of this.jar) other.jar.set(name, value);
    return other;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Reply> {
    const headers = new Headers(init.headers);
    if (this.jar.size > 0) headers.set('cookie', [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(new URL(path, this.url), { redirect: 'manual', ...init, headers });
    const cookies = response.headers.getSetCookie();
    for (const cookie of cookies) this.#keep(cookie);
    const text = await response.text();
    return { status: response.status, headers: response.headers, cookies, text, json: parsed(text) };
  }

  ask(query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Reply> {
    return this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  }

  async signIn(email: string, password: string): Promise<SignInAnswer> {
    const { json } = await this.ask(SIGN_IN, { input: { email, password } });
    return json.data?.['signIn'] as SignInAnswer;
  }

  async signOut(): Promise<boolean> {
    return (await this.ask('mutation { signOut }')).json.data?.['signOut'] as boolean;
  }

  /** E-mail address of who is signed in, null when nobody is. */
  async viewer(): Promise<string | null> {
    const { json } = await this.ask('{ viewer { email } }');
    return (json.data?.['viewer'] as { email: string } | null)?.email ?? null;
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /max-age=0(;|$)/i.test(cookie)) this.jar.delete(name);
    else this.jar.set(name, value);
  }
}

function parsed(text: string): Reply['json'] {
  try {
    return JSON.parse(text) as Reply['json'];
  } catch {
    return {};
  }
}

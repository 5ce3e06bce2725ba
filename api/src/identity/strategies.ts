import { Authenticator, type Strategy } from '@fastify/passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Pool } from 'pg';
import type { AuthenticatedMember, Authentication, Door } from '#api/graphql/context.ts';
import { isPassword } from './password.ts';
import { normalizeEmail } from './sign-in-throttle.ts';

type PassportStrategy = InstanceType<typeof Strategy>;

type VerifyDone = (error: unknown, member?: AuthenticatedMember | false, info?: object) => void;

interface CredentialRow {
  person_id: string;
  membership_id: string;
  password_hash: string;
}

/**
 * The ways of signing in, as passport strategies. The password comes through a GraphQL mutation, so
 * its strategy is run by hand; one that needs redirects (SAML, OpenID Connect) gets routes of its own.
 * @param pool of the role `portage_door`
 */
export function createStrategies(pool: Pool): Door['authenticate'] {
  const passport = new Authenticator();
  passport.use('local', localStrategy(pool) as unknown as PassportStrategy);
  return (name, credentials) => run(passport.strategy(name) as PassportStrategy, credentials);
}

function localStrategy(pool: Pool): LocalStrategy {
  const verify = async (email: string, password: string, done: VerifyDone): Promise<void> => {
    try {
      const { member, ...info } = await checkPassword(pool, email, password);
      done(null, member ?? false, info);
    } catch (error) {
      done(error);
    }
  };
  const fields = { usernameField: 'email', passwordField: 'password', session: false };
  return new LocalStrategy(fields, (email, password, done) => void verify(email, password, done as VerifyDone));
}

/** One query and one comparison, whether or not the account exists. */
async function checkPassword(pool: Pool, email: string, password: string): Promise<Authentication> {
  const { rows } = await pool.query<CredentialRow>({
    name: 'credentials',
    text: 'select * from app.credentials($1)',
    values: [normalizeEmail(email)],
  });
  const [account] = rows;
  if (!(await isPassword(password, account?.password_hash)) || !account) {
    return { member: undefined, attemptedPersonId: account?.person_id };
  }
  return { member: { personId: account.person_id, membershipId: account.membership_id } };
}

/** Runs a strategy outside of a route: what passport would do to the response becomes the result. */
function run(strategy: PassportStrategy, credentials: { email: string; password: string }): Promise<Authentication> {
  return new Promise((resolve, reject) => {
    const refuse = (info?: { attemptedPersonId?: string }) =>
      resolve({ member: undefined, attemptedPersonId: info?.attemptedPersonId });
    const once = Object.assign(Object.create(strategy) as PassportStrategy, {
      success: (member: AuthenticatedMember) => resolve({ member }),
      fail: refuse,
      error: reject,
      pass: () => refuse(),
      redirect: () => reject(new Error('this strategy needs a route')),
    });
    const request = { body: credentials, query: {} };
    (once.authenticate as (request: unknown) => void)(request);
  });
}

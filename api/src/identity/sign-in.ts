import type { RequestContext } from '#api/graphql/context.ts';
import { SignedIn, SignInRefused, type SignInInput, type SignInRefusal } from './identity.types.ts';
import { findViewer } from './viewer.queries.ts';
import { viewerOf } from './viewer.view.ts';

/**
 * Signs a person in: a new session whose token goes into the cookie. A session that the browser had
 * before ends with it. Refusals are audited, and an unknown account is refused like a wrong password.
 */
export async function signIn(
  context: RequestContext,
  { email, password }: SignInInput,
): Promise<SignedIn | SignInRefused> {
  const { door } = context;
  const attempt = { email, address: context.address };
  const admission = await door.admit(attempt);
  if (!admission.admitted) {
    // One row for each wait: whoever keeps knocking must not be able to fill the audit.
    if (admission.first) await door.recordRefusal('too-many-attempts', { email }, context);
    return refused('too-many-attempts', admission.retryAfterSeconds);
  }
  const found = await door.authenticate('local', { email, password });
  if (!found.member) {
    const whose = found.attemptedPersonId === undefined ? { email } : { personId: found.attemptedPersonId };
    await door.recordRefusal('wrong-credentials', whose, context);
    return refused('wrong-credentials', null);
  }
  const token = await door.open(found.member, context.token, context);
  await door.succeeded(attempt);
  const viewer = await findViewer(context.pool, token);
  // Null when the account was closed between its password and this line.
  if (!viewer) return refused('wrong-credentials', null);
  context.setSessionCookie(token, viewer.session.expires_at);
  return Object.assign(new SignedIn(), { viewer: viewerOf(viewer.row, viewer.session) });
}

function refused(reason: SignInRefusal, retryAfterSeconds: number | null): SignInRefused {
  const message =
    reason === 'wrong-credentials'
      ? 'The e-mail address or the password is not right.'
      : `Too many attempts. Try again in ${retryAfterSeconds} seconds.`;
  return Object.assign(new SignInRefused(), { reason, message, retryAfterSeconds });
}

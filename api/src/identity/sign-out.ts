import type { RequestContext } from '#api/graphql/context.ts';

/** Ends the session and takes the cookie away. @returns whether there was a session to end. */
export async function signOut(context: RequestContext): Promise<boolean> {
  const ended = context.token !== undefined && (await context.door.close(context.token, context));
  context.clearSessionCookie();
  return ended;
}

import { createHmac } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Login roles; `migrations/…_database_open.ts` says what each may do. */
export const LOGIN_ROLES = [
  'portage_app',
  'portage_door',
  'portage_ingest',
  'portage_steward',
  'portage_sealer',
  'portage_worker',
] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];
export type RoleUrls = Readonly<Record<LoginRole, string>>;

/** Passwords are derived, so every replica that knows the secret can log in and none is stored. */
const passwordOf = (role: LoginRole, secret: string) =>
  createHmac('sha256', secret).update(`database-role:${role}`).digest('base64url');

/** Connection addresses of the login roles for the database that `ownerUrl` names. */
export function roleUrls(ownerUrl: string, secret: string): RoleUrls {
  const urls = LOGIN_ROLES.map((role) => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = passwordOf(role, secret);
    return [role, url.href] as const;
  });
  return Object.fromEntries(urls) as Record<LoginRole, string>;
}

/** Lets the login roles in with their derived passwords. Needs the owner's connection; changes nothing when they are right already. */
export async function admitRoles(ownerUrl: string, secret: string): Promise<void> {
  const urls = roleUrls(ownerUrl, secret);
  if (await canLogIn(urls.portage_app)) return;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const role of LOGIN_ROLES) {
      await client.query(
        `alter role ${escapeIdentifier(role)} login password ${escapeLiteral(passwordOf(role, secret))}`,
      );
    }
  } finally {
    await client.end();
  }
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

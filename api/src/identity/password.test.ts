import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

describe('passwords', () => {
  it('are kept as argon2id with OWASP parameters and a salt of their own', async () => {
    const [one, other] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('are right only for the account that has them', async () => {
    const hash = await hashPassword('correct horse');
    expect(await isPassword('correct horse', hash)).toBe(true);
    expect(await isPassword('Correct horse', hash)).toBe(false);
    expect(await isPassword('', hash)).toBe(false);
    expect(await isPassword('correct horse', undefined)).toBe(false);
  });

  it('are refused when nobody can have typed them', async () => {
    const long = 'x'.repeat(2_000);
    expect(await isPassword(long, await hashPassword(long))).toBe(false);
  });
});

import { createHash, randomBytes } from 'node:crypto';
import type { Job } from '#api/jobs/index.ts';
import { codeMail } from './mail-text.ts';
import { writeMail } from './write-mail.ts';

export const hashOfCode = (code: string): Buffer => createHash('sha256').update(code).digest();

/** Writes a link with a new code to a contact; the code before it no longer counts. */
export const sendCode =
  (linkTo: (path: string) => string): Job =>
  async ({ contact = '' }, { pool }) => {
    const code = randomBytes(18).toString('base64url');
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`update contact set code_hash = $2, code_sent_at = now() where id = $1`, [
        contact,
        hashOfCode(code),
      ]);
      await writeMail(client, contact, 'code', codeMail(linkTo(`/notifications?code=${code}`)));
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  };

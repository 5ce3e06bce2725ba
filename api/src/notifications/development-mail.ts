import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';

interface MailRow {
  readonly written_at: Date;
  readonly sent_at: Date | null;
  readonly failure: string | null;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** An address in a mail can be followed, as in a mail program. */
const linked = (text: string) =>
  escaped(text).replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

const state = ({ sent_at, failure }: MailRow) =>
  failure !== null ? `failed: ${failure}` : sent_at ? `sent ${sent_at.toISOString()}` : 'waits';

const article = (mail: MailRow) => `
  <article>
    <h2>${escaped(mail.subject)}</h2>
    <p>To ${escaped(mail.address)}, written ${mail.written_at.toISOString()}, ${escaped(state(mail))}</p>
    <pre>${linked(mail.body)}</pre>
  </article>`;

const page = (mails: readonly MailRow[]) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mail that Portage wrote</title></head>
  <body>
    <main>
      <h1>Mail that Portage wrote</h1>
      <p>The last hundred, newest first. This page is not there in production.</p>
      ${mails.length === 0 ? '<p>None yet.</p>' : mails.map(article).join('<hr>')}
    </main>
  </body>
</html>`;

/**
 * Shows what was written at /development/mail, to whoever asks: for development and demos only.
 * @param pool of the role `portage_worker`
 */
export function serveDevelopmentMail(app: FastifyInstance, pool: Pool): void {
  app.get('/development/mail', async (_request, reply) => {
    const { rows } = await pool.query<MailRow>(
      'select written_at, sent_at, failure, address, subject, body from mail order by written_at desc limit 100',
    );
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page(rows));
  });
}

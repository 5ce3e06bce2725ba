import { createTransport } from 'nodemailer';
import type { Channel } from './channel.ts';

export interface EmailOptions {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string;
  /** Address, or name and address, that mails come from. */
  readonly from: string;
}

/** Together less than a job may take. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, dnsTimeout: 10_000, socketTimeout: 20_000 };

/** What the server says of an envelope or a message for good, as against of us or of this moment. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE']);

/**
 * E-mail by SMTP. A mail counts as accepted when the server has answered so after its last line; when the
 * line breaks just before that answer the mail is sent again, with the same Message-ID.
 */
export function emailChannel({ url, from }: EmailOptions): Channel {
  const transport = createTransport({ url, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true });
  const domain = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    async deliver({ id, address, subject, body }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address },
          subject,
          text: body,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return 'accepted';
      } catch (error) {
        const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
        if (ABOUT_THE_MAIL.has(code ?? '') && responseCode >= 500) return 'rejected';
        throw error;
      }
    },
  };
}

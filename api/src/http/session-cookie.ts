import '@fastify/cookie';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSessionToken } from '#api/identity/index.ts';

/**
 * The cookie that holds the session token. In production browsers keep it to HTTPS and to this very
 * host (`__Host-`), so that a neighbouring site can neither read nor plant it.
 */
export class SessionCookie {
  readonly name: string;
  private readonly options: CookieSerializeOptions;

  constructor({ secure }: { secure: boolean }) {
    this.name = secure ? '__Host-portage' : 'portage';
    // Strict: not sent on any request that another site brought about, following a link included.
    // The page itself is the same for everybody, so nothing is lost.
    this.options = { path: '/', httpOnly: true, sameSite: 'strict', secure };
  }

  /** The token that a request carries; undefined when there is none or it cannot be one. */
  read(request: FastifyRequest): string | undefined {
    const value = request.cookies[this.name];
    return value !== undefined && isSessionToken(value) ? value : undefined;
  }

  set(reply: FastifyReply, token: string, expires: Date): void {
    // An age and not a date: the browser's clock may be wrong.
    const maxAge = Math.max(0, Math.floor((expires.getTime() - Date.now()) / 1_000));
    void reply.setCookie(this.name, token, { ...this.options, maxAge });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }
}

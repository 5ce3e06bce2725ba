import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from './refusal.ts';
import { ONLY_OF_DOCUMENTS } from './security-headers.ts';

const PAGE = 'index.html';
/** Paths that are never a page of the portal. */
const NOT_A_PAGE = /^\/(graphql|health|assets)(\/|\?|$)|\.[a-z0-9]+(\?|$)/i;

/**
 * Serves the built portal from `folder`: assets, whose names change with their content, for ever;
 * the page itself never without asking again. Every address of the portal is answered with the page.
 */
export async function servePortal(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, PAGE));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      index: [PAGE],
      dotfiles: 'ignore',
      cacheControl: false,
      // The build has compressed what a poor line waits for, better than there is time for at a request.
      preCompressed: true,
      setHeaders: (reply, path) => {
        if (!/[\\/]assets[\\/]/.test(path)) {
          void reply.header('cache-control', 'no-cache');
          return;
        }
        void reply.header('cache-control', 'public, max-age=31536000, immutable');
        for (const name of ONLY_OF_DOCUMENTS) reply.removeHeader(name);
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (!wantsPage(request)) return refuse(reply, 404, 'NOT_FOUND', 'There is nothing at this address.');
    if (!isBuilt) return notBuilt(reply);
    return reply.sendFile(PAGE);
  });
}

const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !NOT_A_PAGE.test(url) && (headers.accept ?? '').includes('text/html');

const notBuilt = (reply: FastifyReply): FastifyReply =>
  reply
    .code(503)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send('The portal has not been built. Run: npm start\n');

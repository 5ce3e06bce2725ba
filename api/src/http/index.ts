export { closeServer, demandFreePort, listen } from './listen.ts';
export { createLogger } from './logger.ts';
export { refuse } from './refusal.ts';
export { requestContext, type ContextOf } from './request-context.ts';
export { createServer } from './server.ts';
export { SessionCookie } from './session-cookie.ts';

import { destination, pino, type DestinationStream, type Logger } from 'pino';
import { describeFault } from '#api/graphql/fault.ts';

/** Values that are struck out wherever a log call should ever bring one along. */
const SECRETS = ['token', 'password', 'cookie', 'authorization', 'variables', 'body', 'query', 'headers', 'email'];

/**
 * Writes JSON lines to standard error: standard output belongs to the operator. A line says what
 * happened to a request and never about whom.
 */
export function createLogger(level: string, stream: DestinationStream = destination({ dest: 2, sync: true })): Logger {
  return pino(
    {
      level,
      base: undefined,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        // pino makes an error's own message the line's text when there is no other.
        logMethod(args, method) {
          const [first, text] = args as [unknown, ...unknown[]];
          if (first instanceof Error) method.call(this, { fault: describeFault(first) }, 'error');
          else if (text === undefined && typeof first === 'object') method.call(this, first as object, 'event');
          else method.apply(this, args);
        },
      },
      // Whatever Fastify or a plugin hands over as `req`, `res` or `err` is cut down to what is known to be harmless.
      serializers: {
        req: (request: { method?: string; routeOptions?: { url?: string } }) => ({
          method: request.method,
          route: request.routeOptions?.url,
        }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
        err: (error: { name?: string; code?: string }) => ({ type: error.name, code: error.code }),
      },
    },
    stream,
  );
}

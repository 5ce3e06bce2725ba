import { destination, pino, type DestinationStream, type Logger } from 'pino';

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

import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

interface Address {
  readonly host: string;
  readonly port: number;
}

/** The port cannot be listened on; the message is one line for the operator. */
export class PortUnavailableError extends Error {
  override readonly name = 'PortUnavailableError';
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'needs rights that this user does not have',
  EADDRNOTAVAIL: 'belongs to an address that this machine does not have',
  ENOTFOUND: 'belongs to a host that cannot be found',
};

function unavailable({ host, port }: Address, error: NodeJS.ErrnoException): Error {
  const reason = REASONS[error.code ?? ''];
  return reason ? new PortUnavailableError(`Port ${port} on ${host} ${reason}. Set PORT or HOST.`) : error;
}

/**
 * Finds out whether a port can be listened on, by listening on it for a moment.
 * @throws {PortUnavailableError}
 */
export async function demandFreePort(address: Address): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(unavailable(address, error)));
    probe.listen({ host: address.host, port: address.port }, () => probe.close(() => resolve()));
  });
}

/**
 * Listens, and says where it is reached from this machine.
 * @throws {PortUnavailableError}
 */
export async function listen(app: FastifyInstance, address: Address): Promise<string> {
  try {
    await app.listen({ host: address.host, port: address.port });
  } catch (error) {
    throw unavailable(address, error as NodeJS.ErrnoException);
  }
  const { address: bound, family, port } = app.server.address() as AddressInfo;
  const everywhere = bound === '0.0.0.0' || bound === '::';
  const host = everywhere ? 'localhost' : family === 'IPv6' ? `[${bound}]` : bound;
  return `http://${host}:${port}`;
}

/** Takes no new requests, answers those under way, and cuts off what is still open after `patienceMs`. */
export async function closeServer(app: FastifyInstance, patienceMs: number): Promise<void> {
  const impatience = setTimeout(() => app.server.closeAllConnections(), patienceMs);
  // A connection that was busy when the closing began goes on waiting for more once it has its answer.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearTimeout(impatience);
    clearInterval(idle);
  }
}

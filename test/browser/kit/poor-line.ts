import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the server that can be cut: at once, or after what was asked has arrived and before the answer has. */
export interface Line {
  /** The server's address by this line. */
  readonly url: string;
  /** From now on answers stay on the way. */
  hush(): void;
  /** Whatever is under way is lost, and nothing gets through. */
  drop(): void;
  back(): void;
  close(): Promise<void>;
}

export async function openLine(to: string): Promise<Line> {
  const { hostname, port } = new URL(to);
  const calls = new Set<[page: Socket, server: Socket]>();
  let state: 'up' | 'hushed' | 'down' = 'up';
  const line = createServer((page) => {
    page.on('error', () => undefined);
    if (state === 'down') return page.destroy();
    const server = connect(Number(port), hostname);
    const call: [Socket, Socket] = [page, server];
    calls.add(call);
    const end = () => {
      calls.delete(call);
      for (const socket of call) socket.destroy();
    };
    server.on('error', () => undefined);
    server.on('close', end);
    page.on('close', end);
    page.pipe(server);
    server.on('data', (chunk) => state === 'up' && page.write(chunk));
    return undefined;
  });
  line.listen(0, hostname);
  await once(line, 'listening');
  const cut = () => {
    for (const call of calls) for (const socket of call) socket.destroy();
  };
  return {
    url: Object.assign(new URL(to), { port: String((line.address() as AddressInfo).port) }).origin,
    hush: () => void (state = 'hushed'),
    drop() {
      state = 'down';
      cut();
    },
    back: () => void (state = 'up'),
    async close() {
      cut();
      line.close();
      await once(line, 'close');
    },
  };
}

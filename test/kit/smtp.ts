// A real mail server, and one that behaves as badly as real ones do.
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export type Behaviour =
  | 'takes it'
  | 'is slow'
  | 'refuses for now'
  | 'refuses for good'
  | 'hangs up at once'
  | 'hangs up after the last line';

export interface ReceivedMail {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  readonly port: number;
  /** Every mail that it has, those included whose sender it hung up on. */
  readonly received: ReceivedMail[];
  close(): Promise<void>;
}

/** @param behave decides for each connection; a mail that is taken is received before its sender is answered */
export async function openMailServer(behave: () => Behaviour = () => 'takes it', port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const behaviours = new WeakMap<object, Behaviour>();
  const refusal = (message: string, responseCode: number) => Object.assign(new Error(message), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onConnect(session, done) {
      const behaviour = behave();
      behaviours.set(session, behaviour);
      if (behaviour === 'hangs up at once') socketOf(session)?.destroy();
      else done();
    },
    onRcptTo(_address, session, done) {
      const behaviour = behaviours.get(session);
      if (behaviour === 'refuses for now') done(refusal('Greylisted, try again later', 451));
      else if (behaviour === 'refuses for good') done(refusal('No such user', 550));
      else done();
    },
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      const end = async () => {
        const behaviour = behaviours.get(session);
        if (behaviour === 'is slow') await sleep(400);
        const to = session.envelope.rcptTo[0]?.address ?? '';
        received.push({ to, messageId: /^message-id: (\S+)/im.exec(raw)?.[1] ?? '', raw });
        if (behaviour === 'hangs up after the last line') socketOf(session)?.destroy();
        else done();
      };
      stream.on('end', () => void end());
    },
  });
  // The session knows its connection's id only; the server keeps the connections.
  const socketOf = (session: { id: string }): Socket | undefined => {
    for (const connection of (server as unknown as { connections: Set<{ id: string; _socket: Socket }> }).connections) {
      if (connection.id === session.id) return connection._socket;
    }
    return undefined;
  };
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

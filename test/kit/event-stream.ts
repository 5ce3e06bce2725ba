// What a browser's EventSource does: opens the stream with its cookie, reads events, comes back with the last id.
import type { Caller } from './caller.ts';

export interface StreamedEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
  /** The subscription's answer. */
  readonly live: { id: string; kind: string; subjectId: string | null; at: string } | undefined;
  readonly codes: readonly string[];
}

export const LIVE = 'subscription Live($after: ID) { live(after: $after) { id kind subjectId at } }';

export class OpenStream {
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #decoder = new TextDecoder();
  #text = '';
  /** Everything that came, heartbeats included. */
  bytes = '';

  constructor(
    readonly response: Response,
    readonly abort: AbortController,
  ) {}

  /** The next event; undefined at the end of the stream. */
  async next(): Promise<StreamedEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        const read = eventIn(block);
        if (read) return read;
        continue;
      }
      const { done, value } = await (this.#reader ??= this.response.body!.getReader()).read();
      if (done) return undefined;
      const more = this.#decoder.decode(value, { stream: true });
      this.bytes += more;
      this.#text += more;
    }
  }

  close(): void {
    this.abort.abort();
  }
}

/** Opens the stream as `caller`'s browser. */
export async function openStream(
  caller: Caller,
  options: { lastEventId?: string; query?: string; headers?: Record<string, string> } = {},
): Promise<OpenStream> {
  const abort = new AbortController();
  const address = new URL('/graphql/stream', caller.url);
  address.searchParams.set('query', options.query ?? LIVE);
  const headers = new Headers({ accept: 'text/event-stream', ...options.headers });
  headers.set('cookie', [...caller.jar].map(([name, value]) => `${name}=${value}`).join('; '));
  if (options.lastEventId !== undefined) headers.set('last-event-id', options.lastEventId);
  return new OpenStream(await fetch(address, { headers, signal: abort.signal }), abort);
}

function eventIn(block: string): StreamedEvent | undefined {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at), line.slice(at + 1).trim()] as const;
      }),
  );
  const event = fields.get('event');
  if (event === undefined) return undefined;
  const data = fields.get('data') ?? '';
  const answer = (data === '' ? {} : JSON.parse(data)) as {
    data?: { live: StreamedEvent['live'] };
    errors?: { extensions: { code: string } }[];
  };
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
  return { id: fields.get('id'), event, data, live: answer.data?.live, codes };
}

import type { CDPSession } from 'playwright-core';
import type { Reader } from './portal.ts';

export interface Asked {
  /** The operation, or the path of a file. */
  readonly name: string;
  /** Of the answer, with its headers; 0 while it is still to come. */
  bytes: number;
}

export interface SlowLine {
  /** What was asked over the line since the last look. */
  since(): Asked[];
}

/** Puts the reader behind 400 kbps and 400 ms, with an empty cache; the page itself asks, so that nothing goes past the line. */
export async function slowLine({ page, context }: Reader): Promise<SlowLine> {
  await context.unroute('**/graphql');
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: (400 * 1000) / 8,
    uploadThroughput: (400 * 1000) / 8,
  });
  return { since: counted(session) };
}

function counted(session: CDPSession): SlowLine['since'] {
  let asked = new Map<string, Asked>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const operation = /"operationName":"(\w+)"/.exec(request.postData ?? '')?.[1];
    asked.set(requestId, { name: operation ?? new URL(request.url).pathname, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = asked.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  return () => {
    const told = [...asked.values()];
    asked = new Map();
    return told;
  };
}

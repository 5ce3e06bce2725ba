import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepAlive } from './keep-alive.ts';

const lines: string[] = [];
const log = pino(
  { level: 'error' },
  { write: (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg) },
);

afterEach(() => {
  lines.length = 0;
});

/** An address at which nobody answers. */
async function deadAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return `postgres://nobody@127.0.0.1:${port}/postgres`;
}

describe('an embedded database that keeps dying', { timeout: 60_000 }, () => {
  it('is left alone after five deaths, and each is told', async () => {
    const revive = vi.fn<() => Promise<boolean>>(async () => true);
    const letGo = keepAlive({ superuserUrl: await deadAddress(), revive }, log);
    await vi.waitFor(() => expect(lines.at(-1)).toContain('again and again'), 10_000);
    expect(revive).toHaveBeenCalledTimes(5);
    expect(lines.filter((line) => line.includes('was started again'))).toHaveLength(5);
    await letGo();
  });

  it('whose machine does not let it start is tried a few times, and then told once', async () => {
    const revive = vi.fn<() => Promise<boolean>>(async () => Promise.reject(new Error('no space left')));
    const letGo = keepAlive({ superuserUrl: await deadAddress(), revive }, log, [0, 20, 40]);
    await vi.waitFor(() => expect(lines).toEqual(['PostgreSQL died and cannot be started again']));
    expect(revive).toHaveBeenCalledTimes(3);
    await letGo();
  });

  it('is not started again once it is let go', async () => {
    const revive = vi.fn<() => Promise<boolean>>(async () => Promise.reject(new Error('no')));
    const letGo = keepAlive({ superuserUrl: await deadAddress(), revive }, log);
    await vi.waitFor(() => expect(revive).toHaveBeenCalled());
    const begun = performance.now();
    await letGo();
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(lines).toEqual([]);
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

it('waits for what has still to be said, whether it succeeds or not', async () => {
  const { beforeLeaving, lastWords } = await import('#portal/app/leaving.ts');
  let heard = false;
  beforeLeaving(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    heard = true;
  });
  beforeLeaving(() => Promise.reject(new Error('the line is down')));
  const left = lastWords();
  await vi.advanceTimersByTimeAsync(500);
  await left;
  expect(heard).toBe(true);
});

it('waits two seconds and no longer', async () => {
  const { beforeLeaving, lastWords } = await import('#portal/app/leaving.ts');
  beforeLeaving(() => new Promise(() => undefined));
  let over = false;
  void lastWords().then(() => (over = true));
  await vi.advanceTimersByTimeAsync(1_900);
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(over).toBe(true);
});

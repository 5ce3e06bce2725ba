import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftDesk, type SaveAnswer } from '#portal/messaging/draft-desk.ts';
import { emptyFields, type Fields } from '#portal/messaging/draft-fields.ts';
import type { Draft } from '#portal/messaging/compose.query.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const stored = (version: number, body: string): Draft => ({
  ...emptyFields,
  recipientIds: [],
  attachments: [],
  references: [],
  id: 'd',
  threadId: 't',
  patientId: 'p',
  version,
  savedAt: '2026-11-22T07:00:00Z',
  body,
});

/** A desk whose server keeps what it is given, or answers as told. */
function desk(answers: SaveAnswer[] = []): { desk: DraftDesk; saves: [body: string, version: number][] } {
  const saves: [string, number][] = [];
  const one = new DraftDesk();
  one.save = (fields: Fields, version) => {
    saves.push([fields.body, version]);
    const next = answers.shift();
    return Promise.resolve(
      next === undefined ? { saved: { version: version + 1, savedAt: '2026-11-22T07:00:00Z' } } : next,
    );
  };
  return { desk: one, saves };
}

describe('a message while it is written', () => {
  it('is saved a moment after the last change, each time over the version before', async () => {
    const { desk: one, saves } = desk();
    one.change({ body: 'a' });
    one.change({ body: 'ab' });
    expect(one.now().keeping).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(one.now().keeping).toBe('saved');
    one.change({ body: 'abc' });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(saves).toEqual([
      ['ab', 0],
      ['abc', 1],
    ]);
  });

  it('is not saved while there is nothing in it', async () => {
    const { desk: one, saves } = desk();
    one.change({ recipientIds: ['x'] });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saves).toEqual([]);
    expect(one.isSafe).toBe(true);
  });

  it('waits while the line is down, and is saved when it is back', async () => {
    const { desk: one } = desk([null, null]);
    one.change({ body: 'a' });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(one.now().keeping).toBe('waiting');
    expect(one.isSafe).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(one.now().keeping).toBe('saved');
  });

  it('typed before it is known that an emptied draft is kept, replaces that without a question', async () => {
    const { desk: one, saves } = desk();
    one.change({ body: 'typed early' });
    one.load({ ...stored(3, ''), subject: 'Of the conversation' });
    await vi.advanceTimersByTimeAsync(0);
    expect(saves).toEqual([['typed early', 3]]);
    expect(one.now()).toMatchObject({ keeping: 'saved', newer: null });
  });

  it('that an address proposes is shown, and kept once its writer changes it', async () => {
    const { desk: one, saves } = desk();
    one.propose({ subject: 'Order the MRI' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.now()).toMatchObject({ fields: { subject: 'Order the MRI' }, keeping: 'empty' });
    one.change({ body: 'May I?' });
    one.propose({ subject: 'Another' });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(saves).toEqual([['May I?', 0]]);
    expect(one.now().fields.subject).toBe('Order the MRI');
  });

  it('shows a version from elsewhere beside it, and overwrites that only when told to', async () => {
    const { desk: one, saves } = desk([{ stored: stored(4, 'theirs') }]);
    one.change({ body: 'mine' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.now()).toMatchObject({ fields: { body: 'mine' }, newer: { body: 'theirs' } });
    expect(saves).toHaveLength(1);
    one.keepMine();
    await vi.advanceTimersByTimeAsync(0);
    expect(saves.at(-1)).toEqual(['mine', 4]);
    expect(one.now()).toMatchObject({ keeping: 'saved', newer: null });
  });

  it('keeps what was typed before the server told what it holds', () => {
    const { desk: one } = desk();
    one.change({ body: 'typed early' });
    one.load(stored(2, 'kept before'));
    expect(one.now()).toMatchObject({ fields: { body: 'typed early' }, newer: { body: 'kept before' } });
  });

  it('leaves no draft behind that was saved too late, after the message was sent', async () => {
    const { desk: one, saves } = desk();
    one.change({ body: 'sent' });
    vi.advanceTimersByTime(1_500);
    one.clear();
    await vi.advanceTimersByTimeAsync(0);
    expect(saves).toEqual([
      ['sent', 0],
      ['', 1],
    ]);
    expect(one.now().fields.body).toBe('');
  });

  it('takes back a message that was refused, in front of what was begun since', () => {
    const { desk: one } = desk();
    one.restore({ ...emptyFields, body: 'refused' });
    expect(one.now().fields.body).toBe('refused');
    one.restore({ ...emptyFields, body: 'refused too' });
    expect(one.now().fields.body).toBe('refused too\n\nrefused');
  });
});

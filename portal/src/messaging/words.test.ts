import { describe, expect, it } from 'vitest';
import { deliveryRemarks, deliverySteps, listWords, replyTimeWords, sizeWords } from '#portal/messaging/words.ts';
import type { Delivery } from '#portal/messaging/thread.query.ts';

describe('words of messages', () => {
  it.each([
    [null, 'usual reply time not known yet'],
    [0.4, 'usually answers within the hour'],
    [1, 'usually answers within 1 hour'],
    [4.2, 'usually answers within 5 hours'],
    [36, 'usually answers within 2 days'],
  ])('a reply time of %s hours: %s', (hours, words) => {
    expect(replyTimeWords(hours)).toBe(words);
  });

  it('names people as a sentence does', () => {
    expect(listWords([])).toBe('');
    expect(listWords(['A'])).toBe('A');
    expect(listWords(['A', 'B', 'C'])).toBe('A, B and C');
  });

  it.each([
    [1, '1 byte'],
    [2048, '2 KB'],
    [10 * 1024 * 1024, '10.0 MB'],
  ])('%i bytes: %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it('tells the way of a message, and why it failed', () => {
    const delivery: Delivery = {
      recipient: { id: '1', name: 'Priya Raman' },
      state: 'FAILED',
      storedAt: '2026-11-22T07:00:00Z',
      notifiedAt: '2026-11-22T07:01:00Z',
      channel: 'e-mail',
      openedAt: null,
      openedBy: null,
      answeredAt: null,
      failedAt: '2026-11-22T08:00:00Z',
      failure: 'They have no address.',
      escalatedTo: { id: '3', name: 'Rosa Delgadillo' },
    };
    expect(deliverySteps(delivery).map(({ word, at }) => `${word} ${at ? 'yes' : 'no'}`)).toEqual([
      'stored yes',
      'notified by e-mail yes',
      'opened no',
      'answered no',
      'failed yes',
    ]);
    expect(deliverySteps(delivery).at(-1)?.why).toBe('They have no address.');
    const passedOn = 'Passed on to Rosa Delgadillo, because it was not opened in time.';
    expect(deliveryRemarks(delivery)).toEqual(['They have no address.', passedOn]);
    expect(deliveryRemarks({ ...delivery, state: 'OPENED' })).toEqual([passedOn]);
    expect(deliveryRemarks({ ...delivery, failure: null, escalatedTo: null })).toEqual(['The reason is not recorded.']);
    expect(deliverySteps({ ...delivery, openedBy: { id: '2', name: 'Nora Whitfield' } })[2]?.word).toBe(
      'opened by Nora Whitfield',
    );
  });
});

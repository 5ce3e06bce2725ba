import { describe, expect, it } from 'vitest';
import { escalateAt, nextStep } from './escalate-message.ts';
import { MONDAY_TO_FRIDAY } from './working-time.ts';
import type { PostHolder } from './waiting-delivery.ts';

const waiting = {
  recipient: { id: 'recipient' },
  sender: { id: 'sender' },
  coverId: 'cover',
  secondContactId: 'second',
};

describe('who is asked about a message that nobody opens', () => {
  it('is the cover, then the second contact, then the sender, then nobody', () => {
    expect(nextStep(waiting, [], [])).toEqual({ kind: 'cover', personId: 'cover' });
    expect(nextStep(waiting, ['cover'], ['cover'])).toEqual({ kind: 'second-contact', personId: 'second' });
    expect(nextStep(waiting, ['cover', 'second-contact'], ['cover', 'second'])).toEqual({
      kind: 'sender',
      personId: 'sender',
    });
    expect(nextStep(waiting, ['cover', 'second-contact', 'sender'], ['cover', 'second', 'sender'])).toBeUndefined();
  });

  it.each([
    ['nobody covers', { coverId: null }, 'second-contact'],
    ['nobody was named', { coverId: null, secondContactId: null }, 'sender'],
    ['the recipient is their own second contact', { coverId: null, secondContactId: 'recipient' }, 'sender'],
    ['the sender covers', { coverId: 'sender', secondContactId: null }, 'sender'],
  ] as const)('is somebody else where %s', (_, change, kind) => {
    expect(nextStep({ ...waiting, ...change }, [], [])?.kind).toBe(kind);
  });

  it('is not asked twice where cover and second contact are one', () => {
    expect(nextStep({ ...waiting, secondContactId: 'cover' }, ['cover'], ['cover'])?.kind).toBe('sender');
  });

  it('is asked onwards when somebody begins to cover late', () => {
    expect(nextStep(waiting, ['second-contact'], ['second'])?.kind).toBe('sender');
  });
});

describe('a message has waited too long', () => {
  const recipient = { timeZone: 'America/Denver' } as PostHolder;
  const settings = { urgentAfterMinutes: 240, routineAfterDays: 3, workingDays: MONDAY_TO_FRIDAY, recipient };
  const friday = new Date('2026-10-30T21:00:00Z');

  it('after four hours by the clock, when it is urgent', () => {
    expect(escalateAt({ ...settings, urgent: true }, friday).toISOString()).toBe('2026-10-31T01:00:00.000Z');
  });

  it('after three working days of the practice, when it is not: over a weekend on which clocks are put back', () => {
    expect(escalateAt({ ...settings, urgent: false }, friday).toISOString()).toBe('2026-11-04T22:00:00.000Z');
  });
});

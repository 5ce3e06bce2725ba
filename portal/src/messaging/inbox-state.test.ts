import { describe, expect, it } from 'vitest';
import { inboxVariables, isNarrowed, readInboxState, writeInboxState } from '#portal/messaging/inbox-state.ts';

const patient = '6f1a2b3c-0000-4000-8000-000000000001';

describe('the inbox in the address bar', () => {
  it.each([
    '/messages',
    '/messages?unread',
    '/messages?urgent&closed',
    `/messages?q=low+ferritin&patient=${patient}&unread`,
    `/messages?person=${patient}`,
  ])('%s survives a reload', (address) => {
    expect(writeInboxState(readInboxState(address.split('?')[1] ?? ''))).toBe(address);
  });

  it('takes nothing for an id that is none', () => {
    expect(readInboxState('patient=smith').patientId).toBeNull();
  });

  it('shows open conversations, closed ones when they are asked for, and both while words are looked for', () => {
    const stateOf = (search: string) => inboxVariables(readInboxState(search)).filter?.state;
    expect(stateOf('')).toBe('OPEN');
    expect(stateOf('closed')).toBe('CLOSED');
    expect(stateOf('q=iron')).toBeNull();
  });

  it('knows whether anything narrows it', () => {
    expect(isNarrowed(readInboxState('closed'))).toBe(false);
    expect(isNarrowed(readInboxState('urgent'))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyTask } from '#portal/messaging/draft-fields.ts';
import { proposedFields, readProposal } from '#portal/messaging/proposal.ts';

const fields = (address: string, subject: string | null = null) =>
  proposedFields(readProposal(new URLSearchParams(address)), subject);

describe('what an address proposes for a new message', () => {
  it.each([
    ['nothing but a patient', 'patient=1', {}],
    ['a hand-over, which needs a task', 'intent=HAND_OVER', { intent: 'HAND_OVER', task: emptyTask }],
    ['an intent that there is not', 'intent=SHOUT', {}],
  ])('%s', (_, address, expected) => expect(fields(address)).toEqual(expected));

  it('a question about a task, whose title the server tells', () => {
    const address = 'patient=1&to=2&intent=ASK&task=3';
    expect(readProposal(new URLSearchParams(address)).taskId).toBe('3');
    expect(fields(address, 'Order the MRI')).toEqual({ subject: 'Order the MRI', intent: 'ASK', task: null });
  });
});

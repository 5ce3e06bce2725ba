import { describe, expect, it } from 'vitest';
import { emptyTask } from '#portal/messaging/draft-fields.ts';
import { proposedFields, readProposal } from '#portal/messaging/proposal.ts';

const fields = (address: string) => proposedFields(readProposal(new URLSearchParams(address)));

describe('what an address proposes for a new message', () => {
  it.each([
    ['nothing but a patient', 'patient=1', {}],
    [
      'a question about a task',
      'patient=1&to=2&intent=ASK&about=Order+the+MRI',
      { subject: 'Order the MRI', intent: 'ASK', task: null },
    ],
    ['a hand-over, which needs a task', 'intent=HAND_OVER', { intent: 'HAND_OVER', task: emptyTask }],
    ['an intent that there is not', 'intent=SHOUT&about=%20', {}],
    ['a subject that is too long', `about=${'x'.repeat(300)}`, { subject: 'x'.repeat(200) }],
  ])('%s', (_, address, expected) => expect(fields(address)).toEqual(expected));
});

import { expect, it } from 'vitest';
import type { Viewer } from '#portal/identity/viewer.query.ts';
import { threadText } from '#portal/messaging/thread-text.ts';
import type { Message, Thread } from '#portal/messaging/thread.query.ts';

const organization = { id: '9', name: 'Alder Street Family Medicine' };
const hannah = { id: '1', name: 'Hannah Lindqvist', role: 'COMMUNITY_CLINICIAN' as const, organization };
const rosa = { id: '2', name: 'Rosa Delgadillo', role: 'PRACTICE_STAFF' as const, organization };
const viewer = { ...hannah, organization: { ...organization, timeZone: 'America/Phoenix' } } as Viewer;

const handOver: Message = {
  id: '10',
  sender: rosa,
  onBehalfOf: hannah,
  mine: true,
  body: 'Please take over.\n\n<b>Not bold</b>',
  sentAt: '2026-11-22T18:00:00Z',
  undoUntil: null,
  undone: false,
  requests: [
    {
      kind: 'HAND_OVER',
      title: 'Check the blood count each week',
      dueOn: '2026-12-02',
      fallbackTelephone: '+1 505-555-0124',
      owner: { id: '3', name: 'Priya Raman' },
      task: { id: '4', status: 'REJECTED', overdue: false, reason: 'On leave' },
    },
  ],
  attachments: [],
  references: [{ kind: 'RESULT', id: '5', title: null, detail: null, at: null }],
  deliveries: [
    {
      recipient: { id: '3', name: 'Priya Raman' },
      state: 'FAILED',
      storedAt: '2026-11-22T18:00:00Z',
      notifiedAt: null,
      channel: null,
      openedAt: null,
      openedBy: null,
      answeredAt: null,
      failedAt: '2026-11-22T18:05:00Z',
      failure: 'Their e-mail address refuses mail, and they were not told.',
      escalatedTo: { id: '6', name: 'Nora Whitfield' },
    },
  ],
};

const threadOf = (hasNextPage: boolean) =>
  ({
    subject: 'Blood counts',
    intent: 'HAND_OVER',
    priority: 'URGENT',
    patient: { id: '7', name: 'BEGAY, Robin', birthDate: '1956-04-12', mrn: '77' },
    participants: [{ person: hannah }],
    messages: { pageInfo: { hasNextPage, endCursor: null }, edges: [] },
  }) as unknown as Thread;

const copied = (hasNextPage = false) =>
  threadText(
    threadOf(hasNextPage),
    [{ ...handOver, id: '11', undone: true, body: 'Taken back' }, handOver],
    viewer,
    0,
  ).replaceAll(/\s+/g, ' ');

it('copies a conversation with who it is about, in whose place it was written, what is asked, and what became of it', () => {
  const text = copied();
  for (const words of [
    'BEGAY, Robin | born 12 Apr 1956, MRN 77',
    'Blood counts (hand-over, urgent)',
    'ROSA DELGADILLO ON BEHALF OF HANNAH LINDQVIST, 22 NOV 2026, 11:00 MST',
    '<b>Not bold</b>',
    'Handed over: Check the blood count each week; Priya Raman, by 2 Dec 2026. Task: declined, On leave.',
    'If it cannot be done, call +1 505-555-0124.',
    'Result: not open to the reader',
    'Priya Raman: failed 22 Nov 2026, 11:05 MST. Their e-mail address refuses mail, and they were not told. Passed on to Nora Whitfield, because it was not opened in time.',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('Taken back');
});

it('says where older messages are left out', () => {
  expect(copied()).not.toMatch(/older messages/i);
  expect(copied(true)).toMatch(/older messages are left out/i);
});

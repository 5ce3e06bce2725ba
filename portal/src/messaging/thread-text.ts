import { roleWords } from '#portal/identity/roles.ts';
import type { Viewer } from '#portal/identity/viewer.query.ts';
import { attachmentWords, referenceWords } from '#portal/messaging/message-parts.tsx';
import type { Message, Thread } from '#portal/messaging/thread.query.ts';
import {
  aboutWords,
  deliveryMoment,
  deliveryRemarks,
  deliveryWords,
  intentWords,
  kindWords,
  placeWords,
  requestWords,
  taskWords,
} from '#portal/messaging/words.ts';
import type { OutlineBlock } from '#portal/patient/outline.ts';
import { plainText } from '#portal/patient/plain-text.ts';
import { dateWords, instantWords } from '#portal/ui/dates.ts';

/** Where only the newest messages are at hand: whoever reads a copy or a print must not take it for all of them. */
export const olderWords = 'Older messages are left out';

/** The conversation for the note of another record: oldest first, who wrote what and when, and what became of it. */
export function threadText(thread: Thread, messages: readonly Message[], viewer: Viewer, now: number): string {
  const zone = viewer.organization.timeZone;
  const { patient, subject, intent, priority, participants } = thread;
  const blocks: OutlineBlock[] = [
    {
      title: 'Conversation',
      lines: [
        `${subject} (${intentWords[intent].toLowerCase()}${priority === 'URGENT' ? ', urgent' : ''})`,
        ...participants.map(({ person }) => `${person.name}, ${placeWords(person)}`),
      ],
    },
    ...messages
      .filter(({ undone }) => !undone)
      .toReversed()
      .map((message) => messageBlock(message, zone)),
    ...(thread.messages.pageInfo.hasNextPage ? [{ title: olderWords, lines: ['They are in Portage.'] }] : []),
  ];
  return plainText(
    {
      title: 'CONVERSATION ABOUT A PATIENT (Portage)',
      identity: patient ? [patient.name, aboutWords(patient)] : ['Patient not shown to the reader'],
      copiedBy: `${viewer.name}, ${roleWords[viewer.role].toLowerCase()}, ${viewer.organization.name}`,
      copiedAt: instantWords(now, zone),
    },
    blocks,
  );
}

function messageBlock(message: Message, zone: string): OutlineBlock {
  const { sender, onBehalfOf, sentAt, body, requests, references, attachments, deliveries, mine } = message;
  const behalf = onBehalfOf ? ` on behalf of ${onBehalfOf.name}` : '';
  return {
    title: `${sender.name}${behalf}, ${instantWords(sentAt, zone)}`,
    lines: [
      ...body.split(/\n+/).filter((line) => line.trim() !== ''),
      ...requests.map(({ kind, title, owner, dueOn, fallbackTelephone, task }) =>
        [
          `${requestWords[kind]}: ${title}; ${owner.name}, by ${dateWords(dueOn)}.`,
          ...(task ? [taskWords(task)] : []),
          ...(fallbackTelephone ? [`If it cannot be done, call ${fallbackTelephone}.`] : []),
        ].join(' '),
      ),
      ...references.map((one) => `${kindWords[one.kind]}: ${referenceWords(one, zone) ?? 'not open to the reader'}`),
      ...attachments.map((one) => `Attached: ${one.name} (${attachmentWords(one)})`),
      ...(mine
        ? deliveries.map((one) => {
            const at = deliveryMoment(one);
            const stands = `${one.recipient.name}: ${deliveryWords[one.state]}${at ? ` ${instantWords(at, zone)}` : ''}`;
            const remarks = deliveryRemarks(one);
            return remarks.length > 0 ? `${stands}. ${remarks.join(' ')}` : stands;
          })
        : []),
    ],
  };
}

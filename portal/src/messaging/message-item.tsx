import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { Deliveries } from '#portal/messaging/delivery.tsx';
import { Attachments, References } from '#portal/messaging/message-parts.tsx';
import { PersonLine } from '#portal/messaging/person-line.tsx';
import { Requests } from '#portal/messaging/requests.tsx';
import type { Message } from '#portal/messaging/thread.query.ts';
import { instantWords } from '#portal/ui/dates.ts';

interface Props {
  message: Message;
  patientId: string | null;
  isNew: boolean;
  /** The one that the address asks for. */
  asked: boolean;
}

export function MessageItem({ message, patientId, isNew, asked }: Props): ReactElement {
  const zone = useTimeZone();
  const { id, sender, onBehalfOf, body, sentAt, mine, requests, references, attachments, deliveries } = message;
  return (
    <li
      id={`message-${id}`}
      className={asked ? 'message message-asked' : mine ? 'message message-mine' : 'message'}
      tabIndex={-1}
    >
      <p className="message-head">
        <span>
          <PersonLine person={sender} behalf={onBehalfOf} />
        </span>
        <span className="nowrap figures">
          {isNew && <strong className="unread">New</strong>} {instantWords(sentAt, zone)}
        </span>
      </p>
      <p className="message-body">{body}</p>
      <Requests requests={requests} patientId={patientId} />
      <References references={references} patientId={patientId} />
      <Attachments attachments={attachments} />
      {mine && <Deliveries deliveries={deliveries} />}
    </li>
  );
}

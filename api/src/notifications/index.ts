import type { Jobs } from '#api/jobs/index.ts';
import { localSink, unconfigured, type Channels } from './channel.ts';
import { emailChannel, type EmailOptions } from './email-channel.ts';
import { deliverMessage } from './deliver-message.ts';
import { deliverTask } from './deliver-task.ts';
import { escalateMessage } from './escalate-message.ts';
import { notifyPerson } from './notify-person.ts';
import { sendCode } from './send-code.ts';
import { sendMail } from './send-mail.ts';

export type { Channels } from './channel.ts';
export { serveDevelopmentMail } from './development-mail.ts';
export { writeMail } from './write-mail.ts';
export { ContactStateEnum, type ContactState } from './notifications.types.ts';
export { NotificationsResolver } from './notifications.resolver.ts';

export interface NotificationParts {
  readonly channels: Channels;
  /** The address of a page of the portal, as a mail's reader opens it. */
  readonly linkTo: (path: string) => string;
}

/** The ways to reach people that this installation has. Without a mail server: none in production, the local sink elsewhere. */
export function openChannels(mail: EmailOptions | undefined, production: boolean): Channels {
  const withoutServer = production ? unconfigured : localSink;
  return { email: mail ? emailChannel(mail) : withoutServer, fax: unconfigured, direct: unconfigured };
}

export const notificationJobs = ({ channels, linkTo }: NotificationParts): Jobs => ({
  'notifications.send': sendMail(channels),
  'notifications.code': sendCode(linkTo),
  'notifications.deliver': deliverMessage,
  'notifications.task': deliverTask,
  'notifications.notify': notifyPerson(linkTo),
  'notifications.escalate': escalateMessage(linkTo),
});

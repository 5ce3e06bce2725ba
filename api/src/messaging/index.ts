import type { Jobs } from '#api/jobs/index.ts';
import { forgetUploads } from './forget-uploads.ts';
import { releaseMessage } from './release-message.ts';

export { serveAttachments } from './attachments/serve.ts';
export { storeAttachment } from './attachments/store-attachment.ts';
export { MessagingResolver } from './messaging.resolver.ts';

export const messagingJobs: Jobs = {
  'messages.release': releaseMessage,
  'messages.forget-uploads': forgetUploads,
};

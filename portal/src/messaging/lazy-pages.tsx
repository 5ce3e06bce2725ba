import { lazyPage } from '#portal/app/lazy-page.tsx';

export const InboxPage = lazyPage<object>(
  async () => (await import('#portal/messaging/inbox-page.tsx')).InboxPage,
  'your messages',
).Page;

export const ThreadPage = lazyPage<{ id: string }>(
  async () => (await import('#portal/messaging/thread-page.tsx')).ThreadPage,
  'the conversation',
).Page;

export const ComposePage = lazyPage<object>(
  async () => (await import('#portal/messaging/compose-page.tsx')).ComposePage,
  'the composer',
).Page;

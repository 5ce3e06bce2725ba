import { lazyPage } from '#portal/app/lazy-page.tsx';

export const NotificationsPage = lazyPage<object>(
  async () => (await import('#portal/notifications/notifications-page.tsx')).NotificationsPage,
  'your notifications',
).Page;

export const PracticePage = lazyPage<object>(
  async () => (await import('#portal/notifications/practice-page.tsx')).PracticePage,
  'the practice',
).Page;

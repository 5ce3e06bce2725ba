import { lazyPage } from '#portal/app/lazy-page.tsx';

export const NotificationsPage = lazyPage<object>(
  async () => (await import('#portal/notifications/notifications-page.tsx')).NotificationsPage,
  'your notifications',
).Page;

import { lazyPage } from '#portal/app/lazy-page.tsx';

export const CoverPage = lazyPage<object>(
  async () => (await import('#portal/identity/cover-page.tsx')).CoverPage,
  'who covers for you',
).Page;

import { lazyPage } from '#portal/app/lazy-page.tsx';

/** Shared with the home page, so that the record's own file does not carry it twice. */
export const LazyWhoDoesWhat = lazyPage<{ patientId: string }>(
  async () => (await import('#portal/tasks/who-does-what-card.tsx')).WhoDoesWhatCard,
  'the tasks',
).Page;

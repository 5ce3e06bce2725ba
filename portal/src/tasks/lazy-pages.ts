import { lazyPage } from '#portal/app/lazy-page.tsx';

export const TasksPage = lazyPage<object>(
  async () => (await import('#portal/tasks/tasks-page.tsx')).TasksPage,
  'the tasks',
).Page;

export const AskPage = lazyPage<object>(
  async () => (await import('#portal/tasks/ask-page.tsx')).AskPage,
  'the form',
).Page;

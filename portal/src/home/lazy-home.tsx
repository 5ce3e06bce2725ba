import { rememberedScopes } from '#portal/app/early.ts';
import { lazyPage } from '#portal/app/lazy-page.tsx';

const region = lazyPage<{ ready: () => void }>(
  async () => (await import('#portal/home/home-region.tsx')).HomeRegion,
  'what asks you and what has changed',
);

/** A file of its own: the first paint does not wait for it. It is fetched with the page and not after it. */
export const LazyHomeRegion = region.Page;
// Not for who is about to sign in: that page has a budget of its own.
if (location.pathname === '/' && rememberedScopes() !== null) region.fetchEarly();

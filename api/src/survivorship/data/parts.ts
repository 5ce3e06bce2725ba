/** Treatment to cure: follow-up for a return of the cancer is for those who are thought to be free of it. */
export const CURATIVE = { intent: 'curative' } as const;

/** How often between two times after the anchor, in months. */
export const every = (from: number, until: number | null, least: number, most = least) => ({
  from,
  until,
  every: { least, most },
});

/** Done when all of these are of one day. */
export const by = (...keys: string[]) => [{ keys }];

export const VISIT = by('visit:oncology');

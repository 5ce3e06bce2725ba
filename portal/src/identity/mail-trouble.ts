import type { graphql } from '#portal/graphql.ts';

type Trouble = ReturnType<typeof graphql.scalar<'ContactState'>>;

const words: Record<Trouble, string> = {
  NONE: 'No address of theirs is known',
  UNVERIFIED: 'They have not confirmed their e-mail address',
  REJECTED: 'Mail to them bounces: their address refused the last one',
  NOT_CONFIGURED: 'This installation sends no mail',
};

/** For a sender, before sending: why no mail tells somebody that something waits for them. */
export const mailTroubleWords = (trouble: Trouble): string =>
  `${words[trouble]}, so no mail tells them of this. If it matters today, call them as well.`;

/**
 * The summary as titled lines: what is copied into another record and what is printed are the same words.
 * Each slice writes its own blocks.
 */
export interface OutlineBlock {
  title: string;
  lines: readonly string[];
  /** To be seen first: set apart in print. */
  urgent?: boolean;
}

/** Drops what is missing and joins the rest: facts of one line. */
export const joined = (parts: readonly (string | null | undefined | false)[], between = ', '): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(between);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Keeps a number or a name on one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011');

export const notRecorded = 'Not recorded.';

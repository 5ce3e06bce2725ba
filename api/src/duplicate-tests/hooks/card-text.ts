/** Exclusive, by CDS Hooks 2.0. */
const SUMMARY_LIMIT = 140;

export const SOURCE = { label: 'Portage duplicate-test check' };

/** A card's one line. */
export const summaryOf = (text: string): string =>
  text.length < SUMMARY_LIMIT ? text : `${text.slice(0, SUMMARY_LIMIT - 2)}…`;

/** Lines as a list in Markdown. Names come from feeds and from other EHRs: nothing of theirs may be read as Markdown. */
export const listOf = (lines: readonly string[]): string =>
  lines.map((line) => `- ${line.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ')}`).join('\n');

import type { OutlineBlock } from '#portal/patient/outline.ts';

export interface TextHead {
  title: string;
  /** Two identifiers and what goes with them. */
  identity: readonly string[];
  /** Who copied it, and when, in words. */
  copiedBy: string;
  copiedAt: string;
  /** What a reader of the copy must know besides. */
  note?: string;
}

const width = 78;

/** Other records' note fields often keep ASCII punctuation only; letters of names are left as they are. */
const plainer: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019]/g, "'"],
  [/[\u201c\u201d]/g, '"'],
  [/[\u2011\u2013\u2014\u2212]/g, '-'],
  [/\u00a0/g, ' '],
  [/\u2026/g, '...'],
  [/\u00b5|\u03bc/g, 'u'],
  [/10\u2079/g, '10^9'],
  [/10\u00b9\u00b2/g, '10^12'],
  [/\u00b2/g, '2'],
  [/\u2265/g, '>='],
  [/\u2264/g, '<='],
  [/\s*\u00b0\s*([CF])\b/g, ' $1'],
];

export const ascii = (text: string): string =>
  plainer.reduce((result, [sign, plain]) => result.replace(sign, plain), text);

function wrapped(text: string, first: string, rest: string): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/[ \t\r\n]+/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** Text for the note of another record: narrow lines, no signs that a note field loses, who and when in it. */
export function plainText(
  { title: head, identity, copiedBy, copiedAt, note = '' }: TextHead,
  blocks: readonly OutlineBlock[],
): string {
  const lines = [
    head,
    wrapped(identity.join(' | '), '', ''),
    wrapped(`Copied ${copiedAt} by ${copiedBy}. ${note}`.trimEnd(), '', ''),
  ];
  const body = blocks.map(({ title, lines: facts }) =>
    [title.toUpperCase(), ...facts.map((line) => wrapped(line, '- ', '  '))].join('\n'),
  );
  return `${ascii([lines.join('\n'), ...body].join('\n\n'))}\n`;
}

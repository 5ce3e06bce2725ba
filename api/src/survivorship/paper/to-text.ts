import type { Block, Sheet } from './sheet.ts';

/** Notes of other systems break longer lines where they like. */
const WIDTH = 78;

/** Plain text for another system's note: no table, no tab, nothing that a note could break. */
export function toText({ title, subtitle, warning, parts, stamp }: Sheet): string {
  return [
    title.toUpperCase(),
    ...wrap(subtitle),
    ...(warning === null ? [] : ['', ...wrap(`NOTE: ${warning}`)]),
    ...parts.flatMap(({ heading, blocks }) => ['', heading.toUpperCase(), ...blocks.flatMap(linesOf)]),
    '',
    ...wrap(stamp),
    '',
  ].join('\n');
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'words':
      return wrap(block.text);
    case 'subheading':
      return ['', ...wrap(block.text)];
    case 'list':
      return block.items.flatMap((item) => wrap(item, '- ', '  '));
    case 'pairs':
      return block.pairs.flatMap(([name, value]) => wrap(`${name}: ${value}`, '  ', '    '));
    case 'table':
      return block.rows.flatMap(([first = '', ...others]) => [
        ...wrap(first, '- ', '  '),
        ...wrap(
          others
            .map((cell, index) => (cell === '' ? '' : `${block.columns[index + 1]?.head}: ${cell}`))
            .filter((cell) => cell !== '')
            .join(' | '),
          '  ',
          '    ',
        ),
      ]);
  }
}

function wrap(text: string, first = '', rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(/\s+/)) {
    const spaced = line === first || line === rest ? `${line}${word}` : `${line} ${word}`;
    if (spaced.length > WIDTH && line !== first && line !== rest) {
      lines.push(line);
      line = `${rest}${word}`;
    } else {
      line = spaced;
    }
  }
  return [...lines, line];
}

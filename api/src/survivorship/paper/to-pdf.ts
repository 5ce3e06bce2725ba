import { openSync, type Font } from 'fontkit';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Block, Part, Sheet } from './sheet.ts';

const require = createRequire(import.meta.url);
/** Names are written as people write them: the fonts that every PDF reader has would lose ł and ą́. */
const FONTS = {
  regular: () => require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: () => require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
};

/** Read once: pdfkit would read a font's file again at each change of weight. */
const opened = new Map<string, Font>();
function font(name: keyof typeof FONTS): Font {
  let found = opened.get(name);
  if (found === undefined) opened.set(name, (found = openSync(FONTS[name]()) as Font));
  return found;
}

/** US Letter, in points; half an inch all round, and room for the stamp. */
const MARGIN = 40;
const FOOT = 34;
const INK = '#1b2430';
const MUTED = '#56606d';
const ACCENT = '#1f5f6b';
/** Behind every second row: lines between rows would be tags that readers trip over. */
const BAND = '#f4f2ec';
/** Lines that a subheading and the first words under it take. */
const UNDER_HEADING = 5;
/** From what reads easily to the least that paper bears. */
const SIZES = [10, 9.5, 9, 8.5, 8];

type Structure = PDFKit.PDFStructureElement;

/**
 * A tagged PDF (PDF/UA-1) of a sheet. The type shrinks until it fits on `pages`; what does not fit at the smallest
 * size goes on to more pages: nothing is ever cut off.
 */
export async function toPdf(sheet: Sheet, pages: number | null): Promise<Uint8Array> {
  for (const size of SIZES) {
    const printed = print(sheet, size);
    if (pages === null || printed.pages <= pages || size === SIZES.at(-1)) return printed.bytes();
  }
  throw new Error('there is no size of type to print with');
}

function print(sheet: Sheet, size: number): { pages: number; bytes: () => Promise<Uint8Array> } {
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOT },
    pdfVersion: '1.7',
    // The library knows it, its types do not.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    bufferPages: true,
    info: { Title: `${sheet.title}: ${sheet.subtitle}`, Producer: 'Portage', Creator: 'Portage' },
  });
  for (const name of ['regular', 'bold'] as const)
    doc.registerFont(name, font(name) as unknown as PDFKit.Mixins.PDFFontSource);
  doc.font('regular').fontSize(size).fillColor(INK);
  const root = doc.struct('Document');
  doc.addStructure(root);
  printHead(doc, root, sheet, size);
  for (const part of sheet.parts) printPart(doc, root, part, size);
  root.end();
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) printFoot(doc, sheet, page, count);
  return {
    pages: count,
    bytes: async () => {
      doc.end();
      const chunks: Buffer[] = [];
      for await (const chunk of doc) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

function printHead(doc: PDFKit.PDFDocument, root: Structure, { title, subtitle, warning }: Sheet, size: number): void {
  const head = doc.struct('Sect');
  root.add(head);
  doc
    .font('bold')
    .fontSize(size * 1.6)
    .fillColor(ACCENT)
    .text(title, { structParent: head, structType: 'H1' });
  doc
    .fontSize(size * 1.1)
    .fillColor(INK)
    .text(subtitle, { structParent: head, structType: 'P' });
  if (warning !== null) doc.fontSize(size).moveDown(0.3).text(warning, { structParent: head, structType: 'P' });
  doc.font('regular').fontSize(size);
  head.end();
}

function printPart(doc: PDFKit.PDFDocument, root: Structure, { heading, blocks }: Part, size: number): void {
  const part = doc.struct('Sect');
  root.add(part);
  // A heading is not the last on its page, nor is the one below it.
  keepTogether(doc, size * (blocks[0]?.kind === 'subheading' ? 6 + UNDER_HEADING : 6));
  doc.moveDown(0.6);
  doc
    .font('bold')
    .fontSize(size * 1.15)
    .fillColor(ACCENT);
  doc.text(heading, MARGIN, doc.y, { structParent: part, structType: 'H2' });
  doc.font('regular').fontSize(size).fillColor(INK).moveDown(0.2);
  for (const block of blocks) printBlock(doc, part, block, size);
  part.end();
}

function printBlock(doc: PDFKit.PDFDocument, parent: Structure, block: Block, size: number): void {
  switch (block.kind) {
    case 'words':
      doc.text(block.text, { structParent: parent, structType: 'P' });
      return;
    case 'subheading':
      keepTogether(doc, size * UNDER_HEADING);
      doc.moveDown(0.2).font('bold').text(block.text, { structParent: parent, structType: 'H3' }).font('regular');
      return;
    case 'list':
      printList(doc, parent, block.items, size);
      return;
    case 'pairs':
      printTable(doc, parent, [22, 78], block.pairs, size, 'Row');
      return;
    case 'table':
      printTable(
        doc,
        parent,
        block.columns.map(({ share }) => share),
        [block.columns.map(({ head }) => head), ...block.rows],
        size,
        'Column',
      );
  }
}

/** What belongs together begins on a new page where so many points are not left on this one. */
function keepTogether(doc: PDFKit.PDFDocument, points: number): void {
  if (doc.y + points > doc.page.height - doc.page.margins.bottom) doc.addPage();
}

function printList(doc: PDFKit.PDFDocument, parent: Structure, items: readonly string[], size: number): void {
  const list = doc.struct('L');
  parent.add(list);
  for (const text of items) {
    keepTogether(doc, size * 2);
    const item = doc.struct('LI');
    list.add(item);
    const { y } = doc;
    doc.text('•', MARGIN + 3, y, { structParent: item, structType: 'Lbl', lineBreak: false });
    doc.text(text, MARGIN + 3 + size, y, { structParent: item, structType: 'LBody', paragraphGap: 2 });
    item.end();
  }
  list.end();
  doc.x = MARGIN;
}

/** With `headers: 'Column'` the first row names the columns; with 'Row' the first cell of each row names the row. */
function printTable(
  doc: PDFKit.PDFDocument,
  parent: Structure,
  shares: readonly number[],
  rows: readonly (readonly string[])[],
  size: number,
  headers: 'Column' | 'Row',
): void {
  const width = doc.page.width - 2 * MARGIN;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const isHeader = (row: number, column: number) => (headers === 'Column' ? row === 0 : column === 0);
  doc.x = MARGIN;
  doc.table({
    structParent: parent,
    columnStyles: shares.map((share) => (width * share) / whole),
    defaultStyle: {
      border: 0,
      padding: [size * 0.15, size * 0.4, size * 0.2, size * 0.3],
    },
    rowStyles: (row: number) => (row % 2 === (headers === 'Column' ? 1 : 0) ? { backgroundColor: BAND } : {}),
    data: rows.map((row, y) =>
      row.map((text, x) =>
        isHeader(y, x)
          ? { text, type: 'TH', scope: headers, font: { src: 'bold', size }, textColor: MUTED }
          : { text, type: 'TD', textColor: INK },
      ),
    ),
    // The types know neither the place in the structure nor a header's scope, which the library does.
  } as PDFKit.Mixins.TableOptionsWithData);
  doc.x = MARGIN;
  doc.fillColor(INK).font('regular').fontSize(size);
}

/** Said on every page, and read aloud on none: a reader has it from the document's own end. */
function printFoot(doc: PDFKit.PDFDocument, { subtitle, stamp }: Sheet, page: number, count: number): void {
  doc.switchToPage(page);
  const top = doc.page.height - MARGIN - FOOT + 8;
  // pdfkit would begin another page for what stands below the margin.
  doc.page.margins.bottom = 0;
  doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
  doc.font('regular').fontSize(7.5).fillColor(MUTED);
  doc.text(subtitle, MARGIN, top, { lineBreak: false });
  doc.text(stamp, MARGIN, top + 10, { lineBreak: false });
  doc.text(`Page ${page + 1} of ${count}`, doc.page.width - MARGIN - 60, top, {
    width: 60,
    align: 'right',
    lineBreak: false,
  });
  doc.endMarkedContent();
}

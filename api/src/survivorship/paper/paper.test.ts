import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { planPaper } from '#test/kit/plan-paper.ts';
import { said } from '#test/survivorship/records.ts';
import { fullForm } from './full-form.ts';
import type { PlanPaper } from './plan-paper.ts';
import type { Sheet } from './sheet.ts';
import { shortForm } from './short-form.ts';
import { toPdf } from './to-pdf.ts';
import { toText } from './to-text.ts';
import { callPairs, saidInWords } from './treatment-parts.ts';

interface Printed {
  readonly pages: readonly string[];
  readonly marked: boolean;
  /** Roles of the structure tree, in reading order. */
  readonly roles: readonly string[];
  /** The last of them on each page. */
  readonly lastRoles: readonly (string | undefined)[];
  readonly title: unknown;
  readonly language: unknown;
}

interface StructureNode {
  readonly role?: string;
  readonly children?: readonly StructureNode[];
}

const rolesOf = ({ role, children }: StructureNode): string[] => [
  ...(role === undefined ? [] : [role]),
  ...(children ?? []).flatMap(rolesOf),
];

/** What a reader's program finds in the file. */
async function read(pdf: Uint8Array): Promise<Printed> {
  const file = await getDocumentProxy(new Uint8Array(pdf));
  const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1);
  const all = await Promise.all(numbers.map((number) => file.getPage(number)));
  const texts = await Promise.all(all.map((page) => page.getTextContent()));
  const trees = await Promise.all(all.map((page) => page.getStructTree()));
  const info = await file.getMetadata();
  const words = texts.map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join(' '));
  return {
    pages: words.map((text) => text.replaceAll(/\s+/g, ' ')),
    marked: (await file.getMarkInfo())?.Marked === true,
    roles: trees.flatMap((tree) => rolesOf(tree as StructureNode)),
    lastRoles: trees.map((tree) => rolesOf(tree as StructureNode).at(-1)),
    title: (info.info as { Title?: unknown }).Title,
    language: (info.info as { Language?: unknown }).Language,
  };
}

// Setting type takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const squeezed = (text: string) => text.replaceAll(/\s+/g, '');
const planned = (paper: PlanPaper) => paper.plan.lines.filter(({ state }) => state !== 'not-applicable');

describe('the short form', () => {
  const paper = planPaper();
  let printed: Printed;
  beforeAll(async () => {
    printed = await read(await toPdf(shortForm(paper), 2));
  });

  test('has two pages', () => {
    expect(printed.pages).toHaveLength(2);
  });

  test('names the patient by two identifiers, the version, the signer, the day and the rules on each page', () => {
    for (const page of printed.pages) {
      for (const said of ['TSOSIE, Łucja Ą́nn', '12 Mar 1961', 'MRN 00412', 'version 2', 'Dr Ann Reyes', '20 Nov 2026'])
        expect(squeezed(page)).toContain(squeezed(said));
      expect(squeezed(page)).toContain(squeezed(paper.plan.ruleSetVersion));
    }
  });

  test('tells every line that is planned, with who does it', () => {
    const text = squeezed(printed.pages.join(' '));
    for (const line of planned(paper)) expect(text).toContain(squeezed(line.what));
    expect(planned(paper).length).toBeGreaterThan(15);
  });

  test('is tagged: a reader hears headings, tables with their heads, and lists', () => {
    expect(printed.marked).toBe(true);
    for (const role of ['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody'])
      expect(printed.roles).toContain(role);
    expect(printed.title).toContain('Survivorship care plan');
    expect(printed.language).toBe('en-US');
  });

  test('of a draft says that nobody has signed it', async () => {
    const draft = await read(await toPdf(shortForm(planPaper({ signature: null })), 2));
    expect(draft.pages[0]).toContain('Nobody has signed it');
    for (const page of draft.pages) expect(page).toContain('DRAFT, not signed');
  });

  test('of a suspended plan says so first', () => {
    const { warning } = shortForm(planPaper({}, { suspendedBecause: 'The cancer is back.' }));
    expect(warning).toBe('This plan is suspended. The cancer is back.');
  });
});

test('whom to call names the line that answers day and night once, and keeps whoever shares its number', () => {
  const { centre, facts } = planPaper();
  const line = { ...facts.contacts[0]!, name: 'Oncology nurse line', role: null, telephone: centre.telephone24x7 };
  const sharing = { ...facts.contacts[0]!, telephone: centre.telephone24x7 };
  const told = JSON.stringify(callPairs(planPaper({}, { contacts: [line, sharing] })));
  expect(told).not.toContain('Oncology nurse line');
  expect(told).toContain('Dr Ann Reyes, medical oncologist');
  const other = { ...line, telephone: '+1 505-555-0199' };
  expect(JSON.stringify(callPairs(planPaper({}, { contacts: [other] })))).toContain('Oncology nurse line');
});

test('what does not fit on two pages goes on to a third and is not cut off', async () => {
  const items = Array.from({ length: 150 }, (_, index) => `Line number ${index} of a very long plan`);
  const sheet: Sheet = {
    title: 'Long',
    subtitle: 'One',
    stamp: 'Two',
    warning: null,
    parts: [{ heading: 'All', blocks: [{ kind: 'list', items }] }],
  };
  const { pages } = await read(await toPdf(sheet, 2));
  expect(pages.length).toBeGreaterThan(2);
  const text = squeezed(pages.join(' '));
  for (const item of items) expect(text).toContain(squeezed(item));
});

test.each(Array.from({ length: 8 }, (_, more) => 44 + more))(
  'no heading stands alone at the end of a page, after %i lines',
  async (count) => {
    const items = Array.from({ length: count }, (_, index) => `Line number ${index}`);
    const sheet: Sheet = {
      title: 'Long',
      subtitle: 'One',
      stamp: 'Two',
      warning: null,
      parts: [
        { heading: 'First', blocks: [{ kind: 'list', items }] },
        {
          heading: 'Second',
          blocks: [
            { kind: 'subheading', text: 'Below' },
            { kind: 'pairs', pairs: [['Who', 'Oncology']] },
          ],
        },
      ],
    };
    const { lastRoles } = await read(await toPdf(sheet, null));
    expect(lastRoles.filter((role) => role === 'H2' || role === 'H3')).toEqual([]);
  },
);

test('a day that was filled in is told as people write one', () => {
  const [day, words] = [said('end-of-treatment', '2026-05-02'), said('stage', 'IIA')];
  expect([saidInWords(day), saidInWords(words)]).toEqual(['2 May 2026', 'IIA']);
});

test('the full form tells each line with its reason, its source and the answer, and what was looked at and not planned', async () => {
  const paper = planPaper();
  const text = squeezed((await read(await toPdf(fullForm(paper), null))).pages.join(' '));
  for (const { what, why, reason, source, state } of paper.plan.lines) {
    expect(text).toContain(squeezed(what));
    expect(text).toContain(squeezed(reason));
    if (state !== 'not-applicable') expect(text).toContain(squeezed(why));
    if (state !== 'not-applicable') expect(text).toContain(squeezed(`${source.source}, ${source.year}`));
  }
  expect(text).toContain(squeezed('accepted by Dr Sam Begay, 21 Nov 2026'));
});

describe('plain text for a note', () => {
  test.each([shortForm, fullForm])('has no line that a note would break, and no tab', (form) => {
    const lines = toText(form(planPaper())).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(lines.join('\n')).not.toContain('\t');
  });

  test('tells every line and the stamp', () => {
    const paper = planPaper();
    const text = squeezed(toText(shortForm(paper)));
    for (const { what } of planned(paper)) expect(text).toContain(squeezed(what));
    expect(text).toContain(squeezed('version 2, signed by Dr Ann Reyes on 20 Nov 2026'));
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPatient, openPortal, violations, type Portal, type Reader } from '#test/browser/kit/portal.ts';

let portal: Portal;
let reader: Reader;
let address: string;
beforeAll(async () => {
  portal = await openPortal();
  reader = await portal.reader();
  await reader.signIn('pcp');
  await openPatient(reader);
  address = new URL(reader.page.url()).pathname;
});
afterAll(() => portal?.close());

const identity = async (): Promise<{ name: string; facts: string }> => ({
  name: (await reader.page.locator('.banner-name').textContent()) ?? '',
  facts: (await reader.page.locator('.banner-facts').textContent()) ?? '',
});

describe('the record', () => {
  it('comes in one request, and that request leaves before the program has arrived', async () => {
    const { page } = reader;
    const asked = (name: string): number => reader.sent.filter((operation) => operation.name === name).length;
    // What the page before still asked for is not counted.
    await page.goto('about:blank');
    reader.sent.length = 0;
    let letProgramCome = (): void => undefined;
    const held = new Promise<void>((resolve) => (letProgramCome = resolve));
    await page.route('**/assets/main-*', (route) => held.then(() => route.continue()));
    try {
      const arriving = page.goto(address);
      await expect.poll(() => [asked('Viewer'), asked('Patient')], { timeout: 10_000 }).toEqual([1, 1]);
      letProgramCome();
      await arriving;
      await page.locator('.banner').waitFor();
    } finally {
      letProgramCome();
      await page.unroute('**/assets/main-*');
    }
    expect(asked('Patient')).toBe(1);
  });

  it('keeps two identifiers in sight however far the page is scrolled', async () => {
    const { page } = reader;
    await page.goto(address);
    await page.locator('.banner').waitFor();
    const { name, facts } = await identity();
    expect(name).toMatch(/^[^a-z]+, .+/);
    expect(facts).toMatch(/born .*MRN/);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const box = await page.locator('.banner').boundingBox();
    expect(box?.y).toBe(0);
  });

  it('has its parts in the address: by link, by key and after a reload', async () => {
    const { page } = reader;
    await page.goto(address);
    await page.locator('.banner').waitFor();
    for (const [key, part] of [
      ['2', 'plan'],
      ['3', 'tests'],
      ['4', 'palliative'],
      ['5', 'problems'],
      ['6', 'documents'],
      ['7', 'viewed'],
    ] as const) {
      await page.keyboard.press(key);
      await page.waitForURL(new RegExp(`${part}$`));
    }
    await page.reload();
    await page.getByRole('heading', { name: 'Who has viewed this' }).waitFor();
    await page.getByRole('link', { name: 'Summary' }).click();
    await page.getByRole('heading', { name: 'Diagnosis and phase' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
  });

  it('says whom to call, day and night, as a number that can be called', async () => {
    const { page } = reader;
    await page.goto(address);
    const call = page.getByRole('region', { name: 'Whom to call' }).getByRole('link').first();
    await call.waitFor();
    expect(await call.getAttribute('href')).toMatch(/^tel:\+?\d+/);
  });

  it('says of itself who has viewed it', async () => {
    const { page } = reader;
    await page.goto(`${address}/viewed`);
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
    expect(await page.getByRole('table').textContent()).toContain(
      (await page.locator('.top-person').textContent()) ?? '-',
    );
    // What was done stands in words, never as the name of an action.
    expect(await page.getByRole('table').textContent()).not.toMatch(/[a-z]:[a-z]/);
  });

  it('filters tests in the address', async () => {
    const { page } = reader;
    await page.goto(`${address}/tests`);
    await page.getByLabel('Show').waitFor();
    const family = await page.getByLabel('Show').locator('option').nth(1).getAttribute('value');
    await page.getByLabel('Show').selectOption(family);
    await page.waitForURL((url) => url.searchParams.get('family') === family);
    await page.getByText(/ of \d+ results, the latest first/).waitFor();
    expect(reader.sent.at(-1)).toMatchObject({ name: 'Results', variables: { family } });
  });

  it('never puts a name into the title, which histories keep', async () => {
    const { page } = reader;
    await page.goto(address);
    await page.locator('.banner').waitFor();
    const { name } = await identity();
    const family = name.split(',')[0] ?? name;
    expect(await page.title()).not.toContain(family);
    expect(page.url()).not.toContain(family);
  });
});

describe('taking the summary along', () => {
  it('copies it as plain text with identifiers, as-of and sources', async () => {
    const { page } = reader;
    await page.goto(address);
    await page.locator('.banner').waitFor();
    const { name } = await identity();
    await page.keyboard.press('c');
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(name);
    expect(text).toMatch(/MRN \S+/);
    expect(text).toMatch(/\nDIAGNOSIS\n- /);
    expect(text).toMatch(/\nSOURCES\n- .*\d{4}, \d\d:\d\d [A-Z]/s);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(78);
  });

  it('offers the text to select when the browser keeps the clipboard closed', async () => {
    const { page } = reader;
    await page.goto(address);
    await page.locator('.banner').waitFor();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('closed'));
    });
    await page.getByRole('button', { name: 'Copy as text' }).click();
    const text = page.getByLabel('Summary as plain text');
    await text.waitFor();
    expect(await text.inputValue()).toContain('CANCER CENTRE SUMMARY');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('prints at most two pages, with the identifiers on each', async () => {
    const { page } = reader;
    await page.goto(address);
    await page.locator('.banner').waitFor();
    const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(2);

    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.record').isVisible()).toBe(false);
    const head = page.locator('.paper thead');
    const { name } = await identity();
    expect(await head.textContent()).toContain(name);
    expect(await head.textContent()).toContain('MRN');
    // A table head is what browsers repeat on every page.
    expect(await head.evaluate((element) => getComputedStyle(element).display)).toBe('table-header-group');
    await page.emulateMedia({ media: null });
  });
});

describe('what is not shown', () => {
  it('denies a record without saying whether it exists, and asks for it once', async () => {
    const { page } = reader;
    reader.sent.length = 0;
    await page.goto('/patients/6f1a2b3c-0000-4000-8000-000000000000');
    await page.getByText('No record at this address is open to you.').waitFor();
    expect(await page.getByText('ask that access be given').count()).toBe(1);
    expect(reader.sent.filter(({ name }) => name === 'Patient')).toHaveLength(1);
    expect(await violations(page)).toEqual([]);
  });

  it('gives another practice’s patient the very same page', async () => {
    const { page } = reader;
    await page.goto('/patients/6f1a2b3c-0000-4000-8000-000000000000');
    await page.getByText('No record at this address is open to you.').waitFor();
    const absent = await page.locator('main').textContent();
    const other = await portal.reader();
    await other.signIn('pcp2');
    const ours = new Set(await names(other));
    await reader.page.goto('/');
    await page.locator('.patient-name').first().waitFor();
    const hidden = (await hrefs(reader)).find(({ name }) => !ours.has(name));
    expect(hidden, 'a patient of this practice that the other one may not read').toBeDefined();
    await other.page.goto(hidden?.href ?? '');
    await other.page.getByText('No record at this address is open to you.').waitFor();
    const practice = /be given to (.*?)\./;
    expect((await other.page.locator('main').textContent())?.replace(practice, '')).toBe(absent?.replace(practice, ''));
  });

  it('does not ask for what the role does not read, and says so', async () => {
    const navigator = await portal.reader();
    await navigator.signIn('navigator');
    await openPatient(navigator);
    await navigator.page.getByText('Your role, navigator, does not read the oncology summary.').waitFor();
    const asked = navigator.sent.find(({ name }) => name === 'Patient');
    expect(asked?.variables).toMatchObject({ oncology: false, palliative: false, clinical: false, documents: false });
    await navigator.page.getByRole('link', { name: 'Tests' }).click();
    await navigator.page.getByText('does not read test results').waitFor();
    expect(navigator.sent.some(({ name }) => name === 'Results')).toBe(false);
    expect(await violations(navigator.page)).toEqual([]);
  });

  it('shows the rest when one part fails, and says which', async () => {
    const one = await portal.reader();
    await one.signIn('pcp');
    one.fault('Patient', {
      code: 'INTERNAL',
      path: ['patient', 'palliative'],
      referenceId: 'ref-0815',
      unless: { palliative: false },
    });
    await one.page.locator('.patient-name').first().click();
    await one.page.getByText('The palliative summary could not be read.').waitFor();
    expect(await one.page.getByText('ref-0815').count()).toBe(1);
    await one.page.getByRole('heading', { name: 'Diagnosis and phase' }).waitFor();
    expect(await violations(one.page)).toEqual([]);
  });
});

const names = async ({ page }: Reader): Promise<string[]> => page.locator('.patient-name').allTextContents();

const hrefs = ({ page }: Reader): Promise<{ name: string; href: string }[]> =>
  page
    .locator('.patient-name')
    .evaluateAll((links) =>
      links.map((link) => ({ name: link.textContent ?? '', href: link.getAttribute('href') ?? '' })),
    );

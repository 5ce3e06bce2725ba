import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, violations, type Portal, type Reader } from '#test/browser/kit/portal.ts';

let portal: Portal;
let reader: Reader;
beforeAll(async () => {
  portal = await openPortal();
  reader = await portal.reader();
  await reader.signIn('pcp');
});
afterAll(() => portal?.close());

const names = (from = reader): Promise<string[]> => from.page.locator('.patient-name').allTextContents();
const nameOf = async (): Promise<string> => (await names())[0] ?? '';

describe('my patients', () => {
  it('gives name, birth date with age, MRN, diagnosis and what is new', async () => {
    const { page } = reader;
    await page.goto('/');
    await page.locator('.patient-name').first().waitFor();
    expect(await page.getByRole('columnheader').allTextContents()).toHaveLength(5);
    expect(await nameOf()).toMatch(/^[^a-z]+, .+/);
    const row = await page.getByRole('row').nth(1).textContent();
    expect(row).toMatch(/\d{1,2} [A-Z][a-z]{2} \d{4} \((\d+ y|died at \d+ y)\)/);
    expect(row).toMatch(/MRN/);
    expect(row).toMatch(/change|Nothing new/);
  });

  it('searches by name, birth date and MRN, in the address and on the server', async () => {
    const { page } = reader;
    await page.goto('/');
    await page.locator('.patient-name').first().waitFor();
    const first = await nameOf();
    const family = first.split(',')[0] ?? '';
    await page.keyboard.press('/');
    await page.keyboard.type(family.toLowerCase());
    await page.waitForURL(/[?&]q=/);
    await page.getByText(/ for “/).waitFor();
    expect((await names()).every((name) => name.toLowerCase().includes(family.toLowerCase()))).toBe(true);
    expect(reader.sent.at(-1)).toMatchObject({ name: 'Patients', variables: { search: family.toLowerCase() } });
    await page.reload();
    await page.getByText(/ for “/).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe(family.toLowerCase());

    const cell = page.getByRole('row').filter({ hasText: first }).getByRole('cell').nth(1);
    const mrn = ((await cell.textContent()) ?? '').replace('MRN', '').trim();
    await page.goto(`/?q=${encodeURIComponent(mrn)}`);
    await page.locator('.patient-name').first().waitFor();
    expect(await names()).toContain(first);
  });

  it('says what was searched when nothing matches, and the way back', async () => {
    const { page } = reader;
    await page.goto('/?q=zzzzzz');
    await page.getByText('None of your patients matches “zzzzzz”').waitFor();
    expect(await page.getByText('Searched: family and given names, birth dates and MRNs').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show all your patients' }).click();
    await page.locator('.patient-name').first().waitFor();
  });

  it('sorts, in the address, and keeps the order through a reload', async () => {
    const { page } = reader;
    await page.goto('/');
    await page.locator('.patient-name').first().waitFor();
    const header = page.getByRole('columnheader', { name: 'Patient' });
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    await page.getByRole('button', { name: 'Patient' }).click();
    await page.waitForURL(/sort=name&dir=down/);
    await page.locator('.patient-name').first().waitFor();
    const down = await names();
    expect(down.length).toBeGreaterThan(1);
    expect(down).toEqual(down.toSorted((a, b) => b.localeCompare(a, 'en')));
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    await page.reload();
    await page.locator('.patient-name').first().waitFor();
    expect(await names()).toEqual(down);
  });

  it('is walked with j, k and Enter, and left alone when keys are turned off', async () => {
    const { page } = reader;
    await page.goto('/?q=a');
    await page.locator('.patient-name').first().waitFor();
    const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.textContent ?? null);
    const [first, second] = await names();
    await page.keyboard.press('j');
    expect(await focused()).toBe(first);
    await page.keyboard.press('j');
    expect(await focused()).toBe(second);
    await page.keyboard.press('k');
    expect(await focused()).toBe(first);
    await page.keyboard.press('Enter');
    await page.locator('.banner').waitFor();
    expect(await page.locator('.banner-name').textContent()).toBe(first);

    await page.keyboard.press('?');
    await page.getByLabel('Use these keys on this computer').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await page.locator('.banner').waitFor();
    await page.keyboard.press('h');
    expect(page.url()).toContain('/patients/');
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByLabel('Use these keys on this computer').check();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('h');
    await page.waitForURL((url) => url.pathname === '/');
  });

  it('remembers the colours that were chosen', async () => {
    const { page } = reader;
    await page.goto('/');
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByLabel('Dark').check();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.reload();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(18, 23, 28)',
    );
    await page.getByRole('button', { name: 'Help' }).click();
    await page.getByLabel('As this computer is set').check();
    await page.getByRole('button', { name: 'Close' }).click();
  });
});

describe('a list without patients', () => {
  it('says that the role reads none', async () => {
    const administrator = await portal.reader();
    await administrator.signIn('practice-admin');
    await administrator.page.getByText('does not read patient records').waitFor();
    expect(administrator.sent.some(({ name }) => name === 'Patients')).toBe(false);
    expect(await administrator.page.getByRole('searchbox').count()).toBe(0);
    expect(await violations(administrator.page)).toEqual([]);
  });
});

describe('when the list cannot be read', () => {
  it('tells an error with its reference, and tries again', async () => {
    const { page } = reader;
    reader.fault('Patients', { code: 'INTERNAL', referenceId: 'ref-4711' });
    await page.goto('/?q=error');
    await page.getByRole('alert').getByText('Your list of patients could not be read.').waitFor();
    expect(await page.getByText('ref-4711').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    reader.fault('Patients', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('None of your patients matches').waitFor();
  });

  it('tells that too many requests were made', async () => {
    reader.fault('Patients', { code: 'RATE_LIMITED' });
    await reader.page.goto('/?q=limited');
    await reader.page.getByText('Too many requests came from your account').waitFor();
    reader.fault('Patients', null);
  });

  it('keeps the layout while it loads, with words only when the wait is noticeable', async () => {
    const { page } = reader;
    reader.fault('Patients', { delay: 1500 });
    await page.goto('/?q=slow');
    await page.locator('.loading').waitFor();
    await page.getByText('Loading your patients.').waitFor({ state: 'visible' });
    expect(await violations(page)).toEqual([]);
    await page.getByText('None of your patients matches').waitFor();
    reader.fault('Patients', null);
  });

  it('says as of when it shows what could not be read again', async () => {
    const late = await portal.reader();
    const { page } = late;
    await page.clock.install();
    await late.signIn('pcp');
    await page.locator('.patient-name').first().waitFor();
    const first = (await names(late))[0] ?? '';
    await page.locator('.patient-name').first().click();
    await page.locator('.banner').waitFor();
    await page.clock.fastForward('03:00');
    late.fault('Patients', { code: 'INTERNAL', referenceId: 'ref-0042' });
    await page.getByRole('link', { name: 'My patients' }).click();
    const note = page.getByRole('alert');
    await note.getByText(/^Not the latest: as loaded \d+ \w{3} \d{4}, \d\d:\d\d \w+/).waitFor();
    expect(await note.getByText('ref-0042').count()).toBe(1);
    expect((await names(late))[0]).toBe(first);
    expect(await violations(page)).toEqual([]);
    late.fault('Patients', null);
    await note.getByRole('button', { name: 'Try again' }).click();
    await note.waitFor({ state: 'detached' });
  });

  it('goes on showing what is open when the line is cut', async () => {
    const { page, context } = reader;
    await page.goto('/');
    await page.locator('.patient-name').first().waitFor();
    await page.locator('.patient-name').first().click();
    await page.locator('.banner').waitFor();
    const first = await page.locator('.banner-name').textContent();
    reader.fault('Patients', 'cut');
    reader.fault('Patient', 'cut');
    await context.setOffline(true);
    await page.getByText('This computer is offline.').waitFor();
    await page.getByRole('link', { name: 'My patients' }).click();
    await page
      .getByRole('link', { name: first ?? '' })
      .first()
      .click();
    await page.locator('.banner').waitFor();
    expect(await page.locator('.banner-name').textContent()).toBe(first);
    await context.setOffline(false);
    reader.fault('Patients', null);
    reader.fault('Patient', null);
  });
});

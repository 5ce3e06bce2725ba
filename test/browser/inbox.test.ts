import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, overflow, violations, type Portal, type Reader } from '#test/browser/kit/portal.ts';

let portal: Portal;
let pcp: Reader;
beforeAll(async () => {
  portal = await openPortal();
  pcp = await portal.reader();
  await pcp.signIn('pcp');
});
afterAll(() => portal?.close());

describe('an empty inbox', () => {
  it('says why it is empty and how to begin', async () => {
    const other = await portal.reader();
    await other.signIn('rural-pcp');
    await other.page.getByRole('link', { name: 'Messages' }).click();
    await other.page.getByText('No messages yet.').waitFor();
    expect(await violations(other.page)).toEqual([]);
    await other.page.getByRole('link', { name: 'New message' }).click();
    await other.page.getByRole('heading', { name: 'New message' }).waitFor();
    expect(await violations(other.page)).toEqual([]);
    await other.context.close();
  });
});

describe('what cannot be shown', () => {
  it('denies a conversation without saying whether there is one', async () => {
    const { page } = pcp;
    await page.goto('/messages/6f1a2b3c-0000-4000-8000-000000000000');
    await page.getByText('No conversation at this address is open to you.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('tells an error with its reference, and tries again', async () => {
    const { page } = pcp;
    pcp.fault('Threads', { code: 'INTERNAL', path: ['threads'], referenceId: 'ref-4711' });
    await page.goto('/messages');
    await page.getByText('ref-4711').waitFor();
    expect(await violations(page)).toEqual([]);
    pcp.fault('Threads', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.thread').first().waitFor();
  });

  it('is searched by half a word, by a patient and by a person', async () => {
    const { page } = pcp;
    for (const [typed, found] of [
      ['lenalid', 'Creatinine on lenalidomide'],
      ['tanaka', 'CEA: is one laboratory enough?'],
      ['nora whit', 'The colitis has stayed away'],
    ] as const) {
      await page.goto('/messages');
      await page.getByLabel('Search your messages').fill(typed);
      await page.getByText(`shown for “${typed}”`).waitFor();
      await page.locator('.thread').getByRole('link', { name: found }).waitFor();
    }
  });

  it('says what was looked for when nothing fits', async () => {
    const { page } = pcp;
    await page.goto('/messages?q=zzzzzz');
    await page.getByText('None of your conversations has “zzzzzz” in it.').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

it('fits every window', async () => {
  const { page } = pcp;
  for (const width of [320, 360, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/messages');
    await page.locator('.thread').first().waitFor();
    expect(await overflow(page), `inbox ${width}`).toBe(0);
    await page.locator('.thread-subject').first().click();
    await page.getByLabel(/^Reply to/).waitFor();
    expect(await overflow(page), `conversation ${width}`).toBe(0);
    await page.goto('/messages/new');
    await page.locator('.patient-choice-link').first().click();
    await page.getByLabel('Subject').waitFor();
    expect(await overflow(page), `composer ${width}`).toBe(0);
  }
});

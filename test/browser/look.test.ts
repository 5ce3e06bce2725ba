import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  focusIsSeen,
  openPatient,
  openPortal,
  overflow,
  picture,
  sizes,
  violations,
  type Portal,
  type Reader,
} from '#test/browser/kit/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal?.close());

const parts = ['', 'tests', 'palliative', 'problems', 'documents', 'viewed'] as const;

async function eachPage(reader: Reader, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = reader;
  await page.goto('/sign-in');
  await page.getByLabel('Password').waitFor();
  await look('sign-in');
  await reader.signIn('pcp');
  await page.locator('.patient-name').first().waitFor();
  await look('home');
  await openPatient(reader);
  const address = new URL(page.url()).pathname;
  for (const part of parts) {
    await page.goto(part ? `${address}/${part}` : address);
    await page.locator('.banner').waitFor();
    await page.locator('.loading').waitFor({ state: 'detached' });
    await look(`patient-${part || 'summary'}`);
  }
}

describe.each(['light', 'dark'] as const)('every page in %s', (colours) => {
  it.each(Object.entries(sizes))(
    'on a %s is accessible, fits and has no complaint',
    async (size, { width, height }) => {
      const reader = await portal.reader({ width, height, colours });
      await eachPage(reader, async (name) => {
        await picture(reader.page, `${name}-${width}-${colours}`);
        expect(await violations(reader.page), name).toEqual([]);
        expect(await overflow(reader.page), name).toBe(0);
      });
      expect(reader.complaints).toEqual([]);
      await reader.context.close();
    },
  );
});

it.each([320, 768, 1920])('every page fits a window of %i px', async (width) => {
  const reader = await portal.reader({ width, height: width === 320 ? 256 : 800 });
  await eachPage(reader, async (name) => {
    expect(await overflow(reader.page), name).toBe(0);
  });
  await reader.context.close();
});

it('targets are large enough for a finger', async () => {
  const reader = await portal.reader(sizes.phone);
  await eachPage(reader, async (name) => {
    const small = await reader.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, input, summary, nav a, .tel, a.button')]
        .filter((element) => element.checkVisibility())
        .filter((element) => element.getBoundingClientRect().height < 44 && !element.closest('label'))
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(small, name).toEqual([]);
  });
  await reader.context.close();
});

it('is used from sign-in to a test result with the keyboard alone, the focus always in sight', async () => {
  const reader = await portal.reader();
  const { page } = reader;
  await page.goto('/sign-in');
  await page.getByLabel('Password').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('pcp@demo.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type(portal.demoPassword);
  await page.keyboard.press('Enter');
  await page.locator('.patient-name').first().waitFor();

  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await tabTo(reader, '.patient-name');
  await page.keyboard.press('Enter');
  await page.locator('.banner').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

  await tabTo(reader, '.tab[href$="/tests"]');
  await page.keyboard.press('Enter');
  await tabTo(reader, 'select#family');
  await reader.context.close();
});

it('finds a patient and the number to call with the keyboard alone', async () => {
  const reader = await portal.reader();
  const { page } = reader;
  await reader.signIn('pcp');
  await page.locator('.patient-name').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('tanaka');
  await page.getByText('1 patient for “tanaka”').waitFor();
  // Between the field and what it found stands nothing that asks for a patient once more.
  expect(await page.getByLabel('Patient for whom you are about to order a test').count()).toBe(0);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^TANAKA/);
  await page.keyboard.press('Enter');
  await page.locator('.banner').waitFor();
  await tabTo(reader, '.banner-line .tel');
  await page.goBack();
  await page.getByText('1 patient for “tanaka”').waitFor();
  await reader.context.close();
});

async function tabTo({ page }: Reader, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    expect(await focusIsSeen(page)).toBe(true);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`${selector} was not reached with the Tab key`);
}

it('moves nothing for a reader who asked for less motion', async () => {
  const reader = await portal.reader();
  await reader.page.emulateMedia({ reducedMotion: 'reduce' });
  await reader.signIn('pcp');
  const moving = await reader.page.evaluate(
    () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0).length,
  );
  expect(moving).toBe(0);
  await reader.context.close();
});

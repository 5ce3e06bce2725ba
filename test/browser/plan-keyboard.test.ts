import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure } from '#test/access/figure.ts';
import {
  focusIsSeen,
  openPatient,
  openPortal,
  violations,
  type Portal,
  type Reader,
} from '#test/browser/kit/portal.ts';

// A common case: breast cancer, treated to cure, on anastrozole of which nobody recorded the planned end.
const PATIENT = 'LINDSTROM';

let portal: Portal;
let oncologist: Reader;
let keys: CountedKeys;
beforeAll(async () => {
  portal = await openPortal();
  oncologist = await portal.reader();
  await oncologist.signIn('oncologist');
  await openPatient(oncologist, PATIENT);
  keys = new CountedKeys(oncologist.page);
});
afterAll(() => portal?.close());

/** A person without a mouse: nothing here but keys, each of them counted. */
class CountedKeys {
  strokes = 0;
  steps = 0;
  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.strokes += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.strokes += text.length;
    await this.page.keyboard.type(text);
  }

  /** Goes on with Tab until the keyboard is on what is named so, and sees it there. */
  async tabTo(name: RegExp): Promise<void> {
    this.steps += 1;
    for (let tabs = 0; tabs < 40; tabs += 1) {
      if (name.test(await this.focused())) {
        expect(await focusIsSeen(this.page), `${name} is in sight`).toBe(true);
        return;
      }
      await this.press('Tab');
    }
    throw new Error(`40 times Tab did not lead to ${name}; the keyboard is on "${await this.focused()}"`);
  }

  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
      return element?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element?.textContent ?? '';
    });
  }
}

it('leads from "Write a draft" to "Sent" with the keyboard alone', async () => {
  const { page } = oncologist;
  await page.getByRole('link', { name: 'Plan', exact: true }).focus();
  await keys.press('Enter');
  await page.getByText('There is no follow-up plan for this patient yet.').waitFor();
  const begun = Date.now();
  await keys.tabTo(/^Write a draft from the record$/);
  await keys.press('Enter');

  // The builder opens by itself, on what is missing.
  await page.getByRole('region', { name: /^Missing from the record/ }).waitFor();
  await expect.poll(() => keys.focused()).toMatch(/^Planned end of anastrozole/);
  keys.steps += 1;
  await keys.type('11032028');
  await keys.press('Enter');
  // Then on the next fact that is missing.
  await expect.poll(() => keys.focused()).toMatch(/^Smoking/);
  keys.steps += 1;
  await keys.type('ne');
  await keys.press('Tab');
  await keys.press('Enter');
  await page.getByText('Nothing is missing any more').waitFor();
  expect(await page.getByText(/filled in by Priya Raman/).count()).toBeGreaterThanOrEqual(2);

  // One line is corrected: who does it.
  keys.steps += 1;
  await page.locator('.plan-correct').first().waitFor();
  await keys.press('j');
  await keys.press('j');
  const label = await keys.focused();
  await keys.press('Enter');
  await expect.poll(() => keys.focused()).toBe('Who does it');
  await keys.type('Pr');
  await keys.press('Control+Enter');
  await page.getByRole('form', { name: label }).waitFor({ state: 'detached' });
  // The keyboard goes back to where it came from; only then is the next key its own.
  await expect.poll(() => keys.focused()).toBe(label);

  // s leads to the signature from anywhere.
  await keys.press('s');
  await keys.tabTo(/^Sign version 1$/);
  await keys.press('Enter');
  await page.getByRole('dialog', { name: 'Sign version 1 of this plan?' }).waitFor();
  await keys.tabTo(/^Sign as Priya Raman$/);
  await keys.press('Enter');

  // Then whom to send it to has the keyboard.
  await expect.poll(() => keys.focused()).toBe('To');
  expect(await page.locator(':focus option:checked').textContent()).toContain('Hannah Lindqvist');
  keys.steps += 1;
  await keys.press('Tab');
  expect(await keys.focused()).toBe('Send the plan');
  await keys.press('Enter');
  await page.getByText(/^Sent .*; not opened yet\./).waitFor();
  figure(
    `plan by keyboard, ${PATIENT}: ${keys.steps} steps, ${keys.strokes} keystrokes from "Write a draft" to "Sent", ${((Date.now() - begun) / 1000).toFixed(1)} s of machine time`,
  );
  expect(keys.strokes).toBeLessThanOrEqual(60);
  expect(oncologist.complaints).toEqual([]);
});

it('ends oncology’s follow-up before the hand-over is done only with a reason, which stands on the plan', async () => {
  const { page } = oncologist;
  const card = page.getByRole('region', { name: 'End oncology’s follow-up' });
  await card.getByText(/The hand-over is not done: \d+ lines not taken on/).waitFor();
  await card.getByRole('button', { name: 'End oncology’s follow-up' }).click();
  const why = card.getByLabel('Why you close it without the hand-over');
  expect(await why.evaluate((field: HTMLInputElement) => field.validity.valueMissing)).toBe(true);
  expect(oncologist.sent.some(({ name }) => name === 'CloseFollowUp')).toBe(false);

  await why.fill('Moves to another centre in December');
  expect(await violations(page)).toEqual([]);
  await card.getByRole('button', { name: 'End oncology’s follow-up' }).click();
  await page.getByText('Closed: this plan is no longer kept up to date.').waitFor();
  await page
    .getByText(/Moves to another centre in December/)
    .first()
    .waitFor();
  expect(oncologist.sent.findLast(({ name }) => name === 'CloseFollowUp')?.variables).toMatchObject({
    input: { override: true, reason: 'Moves to another centre in December' },
  });
});

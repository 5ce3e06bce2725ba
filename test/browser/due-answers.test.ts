import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, violations, type Portal, type Reader } from '#test/browser/kit/portal.ts';
import { sendPlan } from '#test/kit/sent-plan.ts';

let portal: Portal;
let physician: Reader;
beforeAll(async () => {
  portal = await openPortal();
  await sendPlan(portal, 'TANAKA', 'pcp');
  physician = await portal.reader();
  await physician.signIn('pcp');
  await physician.page.goto('/due');
  await physician.page.locator('.due-link').first().waitFor();
});
afterAll(() => portal?.close());

const TITLE = 'Pneumococcal conjugate vaccine';
/** A line that waits for an answer. */
const row = () => {
  const { page } = physician;
  const waiting = page.getByRole('button', { name: new RegExp(`^Accept ${TITLE}`) });
  return page.getByRole('row').filter({ has: waiting }).first();
};
const notices = () => physician.page.getByRole('region', { name: 'Notices' });
const focused = () => physician.page.evaluate(() => document.activeElement?.textContent ?? '');

describe('what is due is answered where it stands', () => {
  it('is accepted with one key, and taken back', async () => {
    const { page } = physician;
    const accept = row().getByRole('button', { name: /^Accept / });
    const label = (await accept.getAttribute('aria-label')) ?? '';
    expect(label).toMatch(new RegExp(`^Accept ${TITLE}, [A-Z-]+, `));
    await accept.press('Enter');
    await page.getByRole('button', { name: label.replace('Accept', 'Hand back') }).waitFor();
    expect(await focused()).toBe(TITLE);
    expect(await violations(page)).toEqual([]);
    await notices().getByRole('button', { name: /^Undo/ }).click();
    await page.getByRole('button', { name: label }).waitFor();
    await notices().waitFor({ state: 'detached' });
  });

  it('is declined with ready words and leaves the list; the keyboard goes on, and undo brings it back', async () => {
    const { page } = physician;
    const label =
      (await row()
        .getByRole('button', { name: /^Decline / })
        .getAttribute('aria-label')) ?? '';
    const decline = page.getByRole('button', { name: label });
    await decline.press('Enter');
    expect(await decline.getAttribute('aria-expanded')).toBe('true');
    const words = page.getByRole('button', { name: 'Done elsewhere already' });
    await words.waitFor();
    expect(await violations(page)).toEqual([]);
    await words.press('Enter');
    await decline.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('due-link');
    await notices().getByRole('button', { name: /^Undo/ }).click();
    await decline.waitFor();
  });

  it('is asked about in one’s own words, which stand in the list for both', async () => {
    const { page } = physician;
    const label =
      (await row()
        .getByRole('button', { name: /^Ask about / })
        .getAttribute('aria-label')) ?? '';
    await page.getByRole('button', { name: label }).click();
    await page.getByLabel('Your question to oncology, in your own words').fill('Which of the two?');
    await page.keyboard.press('Enter');
    await page.getByText('Primary care. Asked: “Which of the two?”').waitFor();
    expect(await page.getByRole('button', { name: label }).count()).toBe(0);
    const oncologist = await portal.reader();
    await oncologist.signIn('oncologist');
    await oncologist.page.goto('/due?owner=primary_care');
    await oncologist.page.getByText('Asked: “Which of the two?”').waitFor();
    expect(await oncologist.page.getByRole('button', { name: /^Accept / }).count()).toBe(0);
    await oncologist.page.goto('/tasks');
    await oncologist.page.getByText(`Answer a question about: ${TITLE}`).first().waitFor();
    await oncologist.context.close();
  });

  it('tells why it was not taken, and keeps the row', async () => {
    const { page } = physician;
    physician.fault('RespondToCarePlanLine', 'cut');
    const accept = page.getByRole('button', { name: /^Accept / }).first();
    const label = (await accept.getAttribute('aria-label')) ?? '';
    await accept.click();
    await page.locator('.due-below [role=alert]').waitFor();
    physician.fault('RespondToCarePlanLine', null);
    await page.getByRole('button', { name: label }).click();
    await page.getByRole('button', { name: label.replace('Accept', 'Hand back') }).waitFor();
    expect(await page.locator('.due-below').count()).toBe(0);
  });
});

it('leads whoever is not asked to a task for it, with its words but not in the address', async () => {
  const { page, context, ...oncologist } = await portal.reader();
  await oncologist.signIn('oncologist');
  await page.goto('/due?owner=primary_care');
  await page
    .getByRole('link', { name: new RegExp(`^Ask somebody for ${TITLE}, `) })
    .first()
    .press('Enter');
  await page.getByRole('heading', { name: 'Ask for a task' }).waitFor();
  await expect.poll(() => page.getByLabel('What is to be done').inputValue()).toBe(`Arrange: ${TITLE}`);
  expect(page.url()).toMatch(/\/tasks\/new\?patient=[0-9a-f-]{36}&line=[0-9a-f-]{36}$/);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('What is to be done').fill('Give the pneumococcal vaccine');
  await page.goBack();
  await page
    .getByRole('link', { name: new RegExp(`^Ask somebody for ${TITLE}, `) })
    .first()
    .click();
  await expect.poll(() => page.getByLabel('What is to be done').inputValue()).toBe('Give the pneumococcal vaccine');
  await context.close();
});

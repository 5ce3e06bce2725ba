import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPatient, openPortal, violations, type Portal, type Reader } from '#test/browser/kit/portal.ts';

let portal: Portal;
let reader: Reader;
beforeAll(async () => {
  portal = await openPortal();
  reader = await portal.reader();
  await reader.signIn('pcp');
  await openPatient(reader);
  await reader.page.goto(`${reader.page.url()}/tests`);
  await reader.page.getByLabel('Test that you are about to order').waitFor();
});
afterAll(() => portal?.close());

describe('has this been done?', () => {
  it('answers two clicks after the first letters, with its source and what it does not know', async () => {
    const { page } = reader;
    await page.getByLabel('Test that you are about to order').fill('creat');
    await page.getByRole('button', { name: 'Creatinine', exact: true }).click();
    const answer = page.getByRole('region', { name: 'Answer: Creatinine' });
    await answer.waitFor();
    expect(await answer.textContent()).toContain('Restricted information may exist');
    expect(await violations(page)).toEqual([]);
  });

  it('records an order all the same with its reason, from the list or in words', async () => {
    const { page } = reader;
    const answer = page.getByRole('region', { name: 'Answer: Creatinine' });
    await answer.getByRole('button', { name: 'Order anyway' }).click();
    reader.sent.length = 0;
    await answer.getByRole('button', { name: 'Record the order' }).click();
    await answer.getByText('Say why: from the list, or in words.').waitFor();
    await answer.getByLabel('Why it is ordered all the same').selectOption('OTHER');
    await answer.getByRole('button', { name: 'Record the order' }).click();
    await answer.getByText('Say in words what it is.').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(reader.sent).toEqual([]);
    await answer.getByLabel('In words, if the list does not say it').fill('Before contrast');
    await answer.getByRole('button', { name: 'Record the order' }).click();
    await answer.getByText('Recorded: ordered anyway.').waitFor();
    expect(reader.sent.at(0)?.variables).toMatchObject({
      input: { decision: 'ORDERED', reason: 'OTHER', words: 'Before contrast' },
    });
    await answer.getByRole('button', { name: 'Put away' }).click();
    await answer.waitFor({ state: 'detached' });
    // Asked again, for what is decided next.
    await page.getByLabel('Test that you are about to order').fill('creat');
    await page.getByRole('button', { name: 'Creatinine', exact: true }).click();
    await answer.waitFor();
  });

  it('records what was decided', async () => {
    const { page } = reader;
    await page.getByLabel('Test that you are about to order').fill('Urine culture');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    const answer = page.getByRole('region', { name: 'Answer: Urine culture' });
    await answer.getByRole('button', { name: 'Put away' }).waitFor();
    await page.getByLabel('Why').selectOption('NEW_SYMPTOM');
    await answer.getByRole('button', { name: 'Put away' }).click();
    await answer.waitFor({ state: 'detached' });
    // Of every test that the demo has a result of, one is reused.
    await page
      .getByRole('region', { name: 'Answer: Creatinine' })
      .getByRole('button', { name: 'Reuse this result' })
      .click();
    await page.getByRole('region', { name: 'Answer: Creatinine' }).getByText('Recorded: reused.').waitFor();
  });

  it('offers tests to choose from when the words fit none', async () => {
    const { page } = reader;
    await page.getByLabel('Test that you are about to order').fill('creatinin');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    const answer = page.getByRole('region', { name: /^Answer: “/ });
    await answer.getByRole('button', { name: 'Creatinine', exact: true }).waitFor();
    await answer.getByRole('button', { name: 'Put away' }).click();
    await answer.waitFor({ state: 'detached' });
  });
});

describe('the box on the home page', () => {
  it('answers within two clicks, and prints the answer under the patient’s name', async () => {
    const { page } = reader;
    await page.goto('/');
    await page.getByLabel('Patient for whom you are about to order a test').fill('an');
    const patient = page.getByRole('list', { name: 'Your patients of this name' }).getByRole('button').first();
    const name = (await patient.textContent())!.split(',')[0]!;
    await patient.click();
    await page.getByLabel('Test that you are about to order').fill('creat');
    await page.getByRole('button', { name: 'Creatinine', exact: true }).click();
    const answer = page.getByRole('region', { name: 'Answer: Creatinine' });
    await answer.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-asked-to-print', '');
    });
    await answer.getByRole('button', { name: 'Print' }).click();
    await page.locator('[data-asked-to-print]').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await answer.textContent()).toContain(name);
    expect(await page.locator('.check-paper').isVisible()).toBe(true);
    expect(await answer.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  it('says that nobody matches', async () => {
    const { page } = reader;
    await page.goto('/');
    await page.getByLabel('Patient for whom you are about to order a test').fill('xyzzy');
    await page.getByText('None of your patients matches “xyzzy”.').waitFor();
  });
});

describe.each([1280, 360])('the centre’s page at %i px', (width) => {
  it('tells counts and no money without prices, to the administrator who alone finds it', async () => {
    const admin = await portal.reader({ width, height: 800 });
    const { page } = admin;
    await admin.signIn('admin');
    await page.getByRole('link', { name: 'Duplicate tests' }).click();
    await page.getByText('the centre has given no price table').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Counted over').selectOption('1');
    await page.waitForURL('**/centre/duplicate-tests?months=1');
    await admin.context.close();
    expect(await reader.page.getByRole('link', { name: 'Duplicate tests' }).count()).toBe(0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, sizes, violations, type Portal, type Reader } from '#test/browser/kit/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal?.close());

const PALLIATIVE = 'Consider a referral to palliative care';
const part = ({ page }: Reader, title: string) => page.getByRole('region', { name: title, exact: true });
const task = (reader: Reader, title: string) => reader.page.locator('.task', { hasText: title });

describe('home', { timeout: 60_000 }, () => {
  it('shows what asks the reader without a click, the first due first, in every size and colour', async () => {
    for (const options of [
      sizes.desk,
      { ...sizes.phone, colours: 'dark' as const },
      { width: 320, height: 700 },
      { width: 1920, height: 1000 },
    ]) {
      const reader = await portal.reader(options);
      await reader.signIn('pcp');
      const asks = part(reader, 'Asks you');
      await asks.waitFor();
      expect(await asks.locator('.task-title').allTextContents()).toEqual([
        PALLIATIVE,
        'Send the last weight, HbA1c and blood pressure',
        'Read a message for Daniel Achterhof',
        'Say who does the full skin examination',
        'Take over blood pressure, glucose and weight',
        'Examine the feet and check the HbA1c',
        'Answer the follow-up plan: accept, decline or ask, line by line',
        'Order the breast MRI',
      ]);
      expect(await asks.getByText('overdue, proposed').count()).toBe(2);
      // Nothing is closed by silence: what the other side has let pass stands here too.
      expect(await part(reader, 'For information').getByText('Send the report of the last CT').count()).toBe(1);
      expect(await violations(reader.page)).toEqual([]);
      const sideways = await reader.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(sideways).toBe(false);
      expect(reader.complaints).toEqual([]);
      await reader.context.close();
    }
  });

  it('takes a task on in one click and back in another; a reason is asked for where one is needed', async () => {
    const reader = await portal.reader();
    await reader.signIn('pcp');
    const { page } = reader;
    const row = task(reader, PALLIATIVE);
    await row.getByRole('button', { name: 'Accept' }).click();
    await row.getByText('accepted').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await row.getByText('overdue, proposed').waitFor();
    await row.getByText('Taken back by Hannah Lindqvist').waitFor();

    await row.getByRole('button', { name: 'Decline' }).click();
    await row.getByLabel('Why do you decline?').waitFor();
    expect(await violations(page)).toEqual([]);
    await row.locator('form').getByRole('button', { name: 'Decline' }).click();
    await row.getByRole('alert').getByText('Say it in words first.').waitFor();
    await row.getByRole('button', { name: 'Not possible by this day' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Undo/ }).click();
    await row.waitFor();
  });

  it('is walked with j and k from what asks the reader to the patients', async () => {
    const reader = await portal.reader();
    await reader.signIn('pcp');
    const { page } = reader;
    await page.locator('.patient-name').first().waitFor();
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      await page.locator('.task-patient').first().textContent(),
    );
  });

  it('tells an error with its reference beside the list of patients, and tries again', async () => {
    const reader = await portal.reader();
    reader.fault('Home', { code: 'INTERNAL', referenceId: 'ref-0815' });
    await reader.signIn('pcp');
    const { page } = reader;
    await page.getByText('What asks you and what has changed could not be read.').waitFor();
    await page.locator('.patient-name').first().waitFor();
    expect(await page.getByText('ref-0815').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    reader.fault('Home', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await part(reader, 'Asks you').waitFor();
  });

  it('says why it is empty, and keeps the layout while it loads', async () => {
    const reader = await portal.reader();
    reader.fault('Home', { delay: 1500 });
    await reader.signIn('admin');
    await reader.page.getByText('Loading what asks you').waitFor({ state: 'visible' });
    await reader.page.getByText('Nothing waits for you.').waitFor();
    // An administrator reads no records: nothing is said of changes in them.
    expect(await reader.page.getByText('Changes').count()).toBe(0);
    expect(await violations(reader.page)).toEqual([]);
    const newcomer = await portal.reader();
    await newcomer.signIn('rural-pcp');
    await newcomer.page.getByText('From your next visit on').waitFor();
    expect(await violations(newcomer.page)).toEqual([]);
  });

  it('tells an answer that was not taken, and that nothing was saved', async () => {
    const reader = await portal.reader();
    await reader.signIn('pcp2');
    const row = task(reader, 'Repeat the thyroid function test');
    reader.fault('AcceptTask', 'cut');
    await row.getByRole('button', { name: 'Accept' }).click();
    await row.getByRole('alert').getByText('Not saved.').waitFor();
    reader.fault('AcceptTask', null);
    await row.getByRole('button', { name: 'Accept' }).click();
    await row.getByRole('button', { name: 'Done' }).waitFor();
  });
});

it('a patient’s page says who does what', { timeout: 60_000 }, async () => {
  const reader = await portal.reader();
  await reader.signIn('pcp');
  const { page } = reader;
  await page.goto('/?q=gallagher');
  await page.locator('.patient-name').first().click();
  const card = part(reader, 'Who does what');
  await card.getByRole('region', { name: 'Oncology' }).getByText('Send the report of the last CT').waitFor();
  expect(await violations(page)).toEqual([]);
  reader.fault('PatientTasks', { code: 'FORBIDDEN' });
  await page.goto('/?q=tanaka');
  await page.locator('.patient-name').first().click();
  await card.getByText('This is not open to you.').waitFor();
  expect(await violations(page)).toEqual([]);
});

it('a clinician names who covers for them, and ends it', { timeout: 60_000 }, async () => {
  const reader = await portal.reader();
  await reader.signIn('pcp');
  const { page } = reader;
  await page.getByRole('link', { name: 'Who covers for you' }).click();
  await page.getByText('Nobody covers for you.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Name this colleague' }).click();
  await page.getByRole('button', { name: 'End the cover now' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'End the cover now' }).click();
  await page.getByText('Nobody covers for you.').waitFor();
  // A leave is named before it begins.
  const inAYear = String(new Date().getFullYear() + 1);
  await page.getByLabel('From the beginning of this day').fill(`${inAYear}-07-01`);
  await page.getByLabel('Until the end of this day').fill(`${inAYear}-07-14`);
  await page.getByRole('button', { name: 'Name this colleague' }).click();
  await page
    .getByRole('region', { name: 'Later' })
    .getByText(`from 1 Jul ${inAYear} until the end of 14 Jul ${inAYear}.`)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Call it off' }).click();
  await page.getByText('Nobody covers for you.').waitFor();
  const alone = await portal.reader();
  await alone.signIn('ihs-pcp');
  await alone.page.goto('/cover');
  await alone.page.getByText('Only a colleague of the same role and practice can').waitFor();
  expect(await violations(alone.page)).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, overflow, sizes, violations, type Portal, type Reader } from '#test/browser/kit/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal?.close());

const looks = [sizes.desk, { ...sizes.phone, colours: 'dark' as const }];
const day = (inDays: number): string => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
const row = ({ page }: Reader, title: string) => page.locator('.task', { hasText: title });
const alert = ({ page }: Reader) => page.getByRole('alert');

async function openForm(reader: Reader, patient = 'gallagher'): Promise<void> {
  const { page } = reader;
  await page.goto('/tasks/new');
  await page.getByLabel('Name, birth date or MRN', { exact: true }).fill(patient);
  await page.getByRole('link', { name: new RegExp(patient, 'i') }).click();
  await page.getByLabel('Who does it').waitFor();
}

describe('asking for a task', { timeout: 60_000 }, () => {
  it('says who is asked before it is sent, and the task is on both sides’ lists', async () => {
    for (const look of looks) {
      const reader = await portal.reader(look);
      await reader.signIn('oncologist');
      const { page } = reader;
      await openForm(reader);
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('What is to be done').fill(`Check the ferritin at ${look.width}`);
      await page
        .getByLabel('Who does it')
        .selectOption({ label: 'Any community clinician, Alder Street Family Medicine' });
      await page.getByRole('group', { name: 'Who is asked' }).getByText('Hannah Lindqvist').waitFor();
      const person = page.getByLabel('Who does it').locator('option', { hasText: 'Hannah Lindqvist' }).first();
      await page.getByLabel('Who does it').selectOption(await person.getAttribute('value'));
      await page
        .getByRole('group', { name: 'Who is asked' })
        .getByText(/Last here|Never signed in/)
        .waitFor();
      await page.getByLabel('By when').fill(day(2));
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.getByRole('button', { name: 'Ask for this task' }).click();
      await page.getByText(`Asked for: Check the ferritin at ${look.width}`, { exact: true }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: 'All that you asked for' }).click();
      await row(reader, `Check the ferritin at ${look.width}`).getByText('for Hannah Lindqvist').waitFor();
      expect(reader.complaints).toEqual([]);
      await reader.context.close();
    }
    const asked = await portal.reader();
    await asked.signIn('pcp');
    await asked.page.goto('/tasks');
    await row(asked, `Check the ferritin at ${sizes.desk.width}`).getByText('asked by Priya Raman').waitFor();
  });

  it('names what is missing beside its field, and keeps what was typed through an error and a log-off', async () => {
    const reader = await portal.reader();
    await reader.signIn('pcp');
    const { page } = reader;
    await openForm(reader);
    await page.getByRole('button', { name: 'Ask for this task' }).click();
    await page.getByText('Say what is to be done.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask-title');
    expect(await alert(reader).getByRole('link').allTextContents()).toEqual([
      'What is to be done',
      'Who does it',
      'By when',
    ]);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('What is to be done').fill('Send the ferritin');
    expect(await page.getByText('Say what is to be done.').count()).toBe(0);
    await page.getByLabel('Who does it').selectOption({ label: 'You, Hannah Lindqvist' });
    await page.getByLabel('By when').fill(day(-2));
    await page.getByRole('button', { name: 'Ask for this task' }).click();
    await page.locator('#ask-dueOn-fault', { hasText: 'The day has passed.' }).waitFor();

    await page.getByLabel('By when').fill(day(3));
    reader.fault('RequestTask', 'cut');
    await page.getByRole('button', { name: 'Ask for this task' }).click();
    await alert(reader).getByText('What you typed is kept here.').waitFor();
    expect(await violations(page)).toEqual([]);
    reader.fault('RequestTask', null);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail address').fill('pcp@demo.example');
    await page.getByLabel('Password').fill(portal.demoPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    // Back where the reader was, with what they had typed.
    await page.getByLabel('Who does it').waitFor();
    expect(await page.getByLabel('What is to be done').inputValue()).toBe('Send the ferritin');
    const keys = () =>
      reader.sent.filter(({ name }) => name === 'RequestTask').map(({ variables }) => variables['input']);
    await page.getByRole('button', { name: 'Ask for this task' }).click();
    await page.getByText('Asked for: Send the ferritin', { exact: true }).waitFor();
    expect(new Set(keys().map((input) => (input as { idempotencyKey: string }).idempotencyKey)).size).toBe(1);
  });

  it('is not offered to a role that reads no tasks', async () => {
    const reader = await portal.reader();
    await reader.signIn('practice-admin');
    expect(await reader.page.getByRole('link', { name: 'Ask for a task' }).count()).toBe(0);
    await reader.page.goto('/tasks/new');
    await reader.page.getByText('Your role does not read patients’ tasks').waitFor();
    expect(await violations(reader.page)).toEqual([]);
  });
});

describe('the list of tasks', { timeout: 60_000 }, () => {
  it('tells the overdue first, filters in the address, and is walked with j, k and Enter', async () => {
    for (const look of looks) {
      const reader = await portal.reader(look);
      await reader.signIn('pcp2');
      const { page } = reader;
      await page.goto('/tasks?whose=practice&show=closed');
      await page.getByText('Nothing here was closed yet.').waitFor();
      await page.getByLabel('Which').selectOption('Open');
      await page.waitForURL(/\/tasks\?whose=practice$/);
      await page.locator('.task').first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.keyboard.press('h');
      await page.waitForURL((url) => url.pathname === '/');
      await page.keyboard.press('t');
      await page.locator('.task').first().waitFor();
      await page.keyboard.press('j');
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      const names = await page.locator('.task-patient').allTextContents();
      expect(await focused()).toBe(names[0]);
      await page.keyboard.press('j');
      expect(await focused()).toBe(names[1] ?? names[0]);
      await page.keyboard.press('k');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/patients\//);
      await reader.context.close();
    }
  });

  it('says why it is empty, and tells an error with the way on', async () => {
    const reader = await portal.reader();
    await reader.signIn('hospice');
    const { page } = reader;
    reader.fault('Tasks', { code: 'INTERNAL', referenceId: 'ref-1177' });
    await page.goto('/tasks?show=overdue');
    await page.getByText('ref-1177').waitFor();
    expect(await violations(page)).toEqual([]);
    reader.fault('Tasks', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Nothing here is overdue.').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('a task', { timeout: 60_000 }, () => {
  it('is begun, done with a note, and taken back', async () => {
    const reader = await portal.reader();
    await reader.signIn('pcp');
    await reader.page.goto('/tasks');
    const task = row(reader, 'Examine the feet and check the HbA1c');
    await task.getByRole('button', { name: 'Accept' }).click();
    await task.getByRole('button', { name: 'Start' }).click();
    await task.getByText('in progress').waitFor();
    await task.getByRole('button', { name: 'More' }).click();
    expect(await violations(reader.page)).toEqual([]);
    await task.getByRole('button', { name: 'Done with a note' }).click();
    await task.getByLabel('What was done?').fill('Normal on both sides');
    await task.locator('form').getByRole('button', { name: 'Done' }).click();
    await task.waitFor({ state: 'detached' });
    await reader.page.getByRole('button', { name: /^Undo/ }).click();
    await task.getByText('in progress').waitFor();
  });

  it('is asked about, and the question can be a message', async () => {
    const reader = await portal.reader();
    await reader.signIn('pcp');
    await reader.page.goto('/tasks');
    const task = row(reader, 'Order the breast MRI');
    await task.getByRole('button', { name: 'Ask' }).click();
    await task.getByLabel('What do you ask?').fill('With contrast?');
    await task.locator('form').getByRole('button', { name: 'Ask' }).click();
    const link = task.getByRole('link', { name: 'Write to Priya Raman about it' });
    await link.waitFor();
    // Ids only: an address is kept in histories and logs.
    expect(await link.getAttribute('href')).toMatch(
      /^\/messages\/new\?patient=[\w-]{36}&to=[\w-]{36}&intent=ASK&task=[\w-]{36}$/,
    );
    expect(await violations(reader.page)).toEqual([]);
    await link.click();
    await reader.page.getByRole('button', { name: 'Send to Priya Raman' }).waitFor();
    expect(await reader.page.getByLabel('Subject').inputValue()).toBe('Order the breast MRI');
  });

  it('is handed on to somebody else, who has yet to answer', async () => {
    for (const look of looks) {
      const reader = await portal.reader(look);
      await reader.signIn('oncologist');
      const { page } = reader;
      await page.goto('/tasks?whose=asked');
      const task = row(reader, 'Order the bone density scan');
      await task.getByRole('button', { name: 'Hand on' }).click();
      const field = task.getByLabel('Who is to do it?');
      await field.waitFor();
      expect(await field.locator('option', { hasText: 'Halvorsdottir' }).count()).toBe(0);
      await task.getByRole('button', { name: 'Hand it on' }).click();
      await task.getByText('Choose who is to do it.').last().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await field.selectOption({ label: 'You, Priya Raman' });
      await task.getByRole('button', { name: 'Hand it on' }).click();
      await task.getByText('Handed on by Priya Raman').waitFor();
      await page.getByRole('button', { name: /^Undo/ }).click();
      await task.getByText('Taken back by Priya Raman').waitFor();
      await task.getByRole('button', { name: 'Hand on' }).click();
      await field.selectOption({ label: 'Any oncology nurse, Three Rivers Cancer Center' });
      await task.getByText('The first to take it on has it:').waitFor();
      await task.getByRole('button', { name: 'Hand it on' }).click();
      await task.getByText('for any oncology nurse, Three Rivers Cancer Center').waitFor();
      await page.getByRole('button', { name: /^Undo/ }).click();
      await task.getByText('Taken back by Priya Raman').waitFor();
      await reader.context.close();
    }
  });
});

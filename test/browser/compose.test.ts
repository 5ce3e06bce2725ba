import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPatient, openPortal, violations, type Portal } from '#test/browser/kit/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal?.close());

describe('a new message', { timeout: 60_000 }, () => {
  it('begins with what the address says, and nothing is kept before it is changed', async () => {
    const reader = await portal.reader();
    await reader.signIn('pcp');
    await openPatient(reader);
    const patient = new URL(reader.page.url()).pathname.split('/')[2];
    await reader.page.goto(`/messages/new?patient=${patient}&intent=INFORM`);
    await reader.page.getByRole('button', { name: 'Send to Priya Raman' }).waitFor();
    expect(await reader.page.getByRole('radio', { name: 'Inform' }).isChecked()).toBe(true);
    expect(reader.sent.filter(({ name }) => name === 'SaveDraft')).toEqual([]);
    await reader.context.close();
  });

  it('is written on behalf of a clinician by whoever stands in for them, and shows it', async () => {
    const staff = await portal.reader();
    await staff.signIn('staff');
    await openPatient(staff);
    const { page } = staff;
    await page.getByRole('link', { name: 'Write about this patient' }).click();
    await page.getByRole('button', { name: 'Send to Priya Raman' }).waitFor();
    expect(await page.getByLabel('Written by').inputValue()).toBe('');
    await page.getByLabel('Written by').selectOption({
      label: 'Rosa Delgadillo on behalf of Hannah Lindqvist, community clinician, Alder Street Family Medicine',
    });
    await page.getByText('You write on behalf of Hannah Lindqvist').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Subject').fill('Transport on Friday');
    await page.getByLabel('Message', { exact: true }).fill('His daughter drives him.');
    await page.getByRole('button', { name: 'Send to Priya Raman' }).click();
    await page.waitForURL(/\/messages\/[0-9a-f-]{36}/);
    await page.getByText('You read this on behalf of Hannah Lindqvist').waitFor();
    await page.locator('.message').getByText('Rosa Delgadillo on behalf of Hannah Lindqvist').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.message').getByText('on behalf of Hannah Lindqvist').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByLabel('Written by').waitFor();
    await page.getByText('You write on behalf of Hannah Lindqvist').waitFor();
    await staff.context.close();
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPatient, openPortal, type Portal, type Reader } from '#test/browser/kit/portal.ts';

let portal: Portal;
let oncologist: Reader;
beforeAll(async () => {
  portal = await openPortal();
  oncologist = await portal.reader();
  await oncologist.signIn('oncologist');
  await openPatient(oncologist, 'TANAKA');
  const { page } = oncologist;
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.getByRole('button', { name: 'Write a draft from the record' }).click();
  await page.getByRole('button', { name: 'Correct CEA' }).waitFor();
});
afterAll(() => portal?.close());

describe('correcting a line', () => {
  it('keeps what was stored when a line is opened again before a slow page has caught up', async () => {
    const page = oncologist.page;
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON()?.operationName === 'CarePlan') await new Promise((go) => setTimeout(go, 2000));
      await route.continue();
    });
    const form = page.getByRole('form', { name: 'Correct CEA' });
    const correct = async (label: string, fill: (field: ReturnType<Page['getByLabel']>) => Promise<unknown>) => {
      await page.getByRole('button', { name: 'Correct CEA' }).click();
      await fill(form.getByLabel(label, { exact: true }));
      await form.getByRole('button', { name: 'Save this line' }).click();
      await form.waitFor({ state: 'detached' });
    };
    await correct('Who does it', (field) => field.selectOption('Palliative care'));
    await correct('Name or role', (field) => field.fill('Dr Falk'));
    await page.unroute('**/graphql');
    const line = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Correct CEA' }) });
    await line.getByText('Dr Falk').waitFor();
    expect(await line.textContent()).toContain('Owner: Palliative care');

    await page.getByRole('button', { name: 'Correct CEA' }).click();
    await form.getByRole('button', { name: 'Back to its rule' }).click();
    await line.getByText('Owner: Oncology').waitFor();
  });
});

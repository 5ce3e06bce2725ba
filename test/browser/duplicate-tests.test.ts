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
    const answer = page.getByRole('region', { name: 'Answer: Test' });
    await answer.getByRole('button', { name: 'Creatinine', exact: true }).waitFor();
    await answer.getByRole('button', { name: 'Put away' }).click();
    await answer.waitFor({ state: 'detached' });
  });
});

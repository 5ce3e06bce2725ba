import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, violations, type Portal } from '#test/browser/kit/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal?.close());

describe('sign-in', () => {
  it('refuses in plain words, moves to the field and keeps what was typed', async () => {
    const { page, complaints } = await portal.reader();
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByLabel('E-mail address').evaluate((field) => field === document.activeElement)).toBe(true);

    await page.getByLabel('E-mail address').fill('pcp@demo.example');
    await page.getByLabel('Password').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByText('do not belong together').waitFor();
    const password = page.getByLabel('Password');
    expect(await password.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await password.getAttribute('aria-invalid')).toBe('true');
    expect(await password.getAttribute('aria-describedby')).toBe('refusal');
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('pcp@demo.example');
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says the same of an account that does not exist', async () => {
    const { page } = await portal.reader();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill('nobody@demo.example');
    await page.getByLabel('Password').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByText('do not belong together').waitFor();
    expect(await page.getByLabel('Password').getAttribute('aria-invalid')).toBe('true');
  });

  it('lets a password be pasted', async () => {
    const { page } = await portal.reader();
    await page.goto('/sign-in');
    await page.evaluate((text) => navigator.clipboard.writeText(text), portal.demoPassword);
    await page.getByLabel('Password').focus();
    await page.keyboard.press('Control+V');
    expect(await page.getByLabel('Password').inputValue()).toBe(portal.demoPassword);
  });

  it('says what to do when the server cannot be reached', async () => {
    const reader = await portal.reader();
    const { page } = reader;
    await page.goto('/sign-in');
    reader.fault('SignIn', 'cut');
    await page.getByLabel('E-mail address').fill('pcp@demo.example');
    await page.getByLabel('Password').fill(portal.demoPassword);
    await page.keyboard.press('Enter');
    const note = page.getByRole('alert');
    await note.getByText('cannot be reached').waitFor();
    expect(await note.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByLabel('Password').inputValue()).toBe(portal.demoPassword);
  });

  it('goes on to the page that was asked for, with its filters', async () => {
    const reader = await portal.reader();
    const { page } = reader;
    await reader.signIn('pcp');
    await page.locator('.patient-name').first().click();
    await page.locator('.banner').waitFor();
    const asked = `${new URL(page.url()).pathname}/tests?family=CEA`;

    const other = await portal.reader();
    await other.page.goto(asked);
    await other.page.getByText('The page that you asked for needs an account').waitFor();
    await other.page.getByLabel('E-mail address').fill('pcp@demo.example');
    await other.page.getByLabel('Password').fill(portal.demoPassword);
    await other.page.getByRole('button', { name: 'Sign in' }).click();
    await other.page.locator('.banner').waitFor();
    expect(new URL(other.page.url()).pathname + new URL(other.page.url()).search).toBe(asked);
  });

  it('never leads to another site', async () => {
    const { page } = await portal.reader();
    await page.goto('/sign-in?next=//evil.example/');
    await page.getByLabel('E-mail address').fill('pcp@demo.example');
    await page.getByLabel('Password').fill(portal.demoPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'My patients' }).waitFor();
    expect(new URL(page.url()).origin).toBe(new URL(portal.url).origin);
  });
});

describe('the end of a session', () => {
  it('is told when the server has ended it, and the page comes back after sign-in', async () => {
    const reader = await portal.reader();
    const { page, context } = reader;
    await reader.signIn('pcp');
    await page.locator('.patient-name').first().click();
    await page.locator('.banner').waitFor();
    const name = await page.locator('.banner-name').textContent();
    await page.getByRole('link', { name: 'Who has viewed this' }).click();
    await page.getByRole('table').waitFor();
    await context.clearCookies();
    // Whatever asks first learns of it: that may be before this click.
    await page
      .getByRole('link', { name: 'Tests' })
      .click({ timeout: 2000 })
      .catch(() => undefined);
    await page.getByText('Your session has ended.').waitFor();
    expect(await page.getByText(name ?? '').count()).toBe(0);
    await page.getByLabel('E-mail address').fill('pcp@demo.example');
    await page.getByLabel('Password').fill(portal.demoPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('.banner').waitFor();
    expect(page.url()).toMatch(/\/(viewed|tests)$/);
  });

  it('leaves nothing to read behind', async () => {
    const reader = await portal.reader();
    const { page } = reader;
    await reader.signIn('pcp');
    const name = (await page.locator('.patient-name').first().textContent()) ?? '';
    await page.locator('.patient-name').first().click();
    await page.locator('.banner').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.', { exact: true }).waitFor();
    await page.goBack();
    await page.getByLabel('Password').waitFor();
    expect(await page.content()).not.toContain(name);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(name);
  });

  it('warns after 13 minutes, keeps the session when asked to, and signs out after 15', async () => {
    const reader = await portal.reader();
    const { page } = reader;
    await page.clock.install();
    await reader.signIn('pcp');
    await page.clock.fastForward('13:02');
    const notice = page.getByRole('dialog', { name: 'Are you still there?' });
    await notice.getByText('2 minutes').waitFor();
    expect(await violations(page)).toEqual([]);
    await notice.getByRole('button', { name: 'Stay signed in' }).click();
    await notice.waitFor({ state: 'hidden' });

    await page.clock.fastForward('13:02');
    await notice.waitFor();
    await page.clock.fastForward('02:05');
    await page.getByText('nothing was done here for 15 minutes').waitFor();
    await page.reload();
    await page.getByLabel('Password').waitFor();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusIsSeen, openPortal, overflow, sizes, violations, type Portal } from '#test/browser/kit/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
  // In the demo every address is confirmed: this one is new.
  const { page, signIn, context } = await portal.reader();
  await signIn('pcp-cover');
  await page.goto('/notifications');
  await page.getByLabel('New address').fill('daniel@new.example');
  await page.getByRole('button', { name: 'Change the address' }).click();
  await page.getByText('A link is on its way to the new address.').waitFor();
  await context.close();
});
afterAll(() => portal?.close());

const looks = [sizes.desk, sizes.phone].flatMap((size) => [
  { ...size, colours: 'light' as const },
  { ...size, colours: 'dark' as const },
]);

describe('notifications', { timeout: 60_000 }, () => {
  it('say whether the address works, in every size and colour', async () => {
    for (const look of looks) {
      const reader = await portal.reader(look);
      await reader.signIn('pcp-cover');
      const { page } = reader;
      await page.goto('/notifications');
      await page.getByText('Not confirmed yet').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(reader.complaints).toEqual([]);
      await reader.context.close();
    }
  });

  it('are changed by keyboard alone, and stay', async () => {
    const reader = await portal.reader();
    await reader.signIn('pcp');
    const { page } = reader;
    await page.goto('/notifications');
    await page.getByLabel('One mail a day, at').focus();
    await page.keyboard.type('17');
    await page.keyboard.press('Tab');
    expect(await focusIsSeen(page)).toBe(true);
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('20');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Quiet hours need a beginning and an end.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('06');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Kept.').waitFor();
    await page.reload();
    expect(await page.getByLabel('One mail a day, at').inputValue()).toBe('17');
    expect(await page.getByLabel('Urgent items at once').isChecked()).toBe(false);
    expect(await page.getByLabel('Mail again from').inputValue()).toBe('6');
  });

  it('refuse what is no address, and a link that is not good', async () => {
    const reader = await portal.reader();
    await reader.signIn('pcp2');
    const { page } = reader;
    await page.goto('/notifications');
    await page.getByLabel('New address').fill('nobody@');
    await page.getByRole('button', { name: 'Change the address' }).click();
    await page.getByText('This is no address that can be written to.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto('/notifications?code=made-up');
    await page.getByText('This link is not, or no longer, good.').waitFor();
    await page.waitForURL((url) => url.search === '');
    expect(await violations(page)).toEqual([]);
  });

  it('tell an error with its reference, and try again', async () => {
    const reader = await portal.reader();
    reader.fault('Notifications', { code: 'INTERNAL', referenceId: 'ref-3301' });
    await reader.signIn('pcp');
    const { page } = reader;
    await page.goto('/notifications');
    await page.getByText('ref-3301').waitFor();
    expect(await violations(page)).toEqual([]);
    reader.fault('Notifications', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('One mail a day, at').waitFor();
  });
});

describe('the practice', { timeout: 60_000 }, () => {
  it('shows its administrator whose mail does not arrive, in every size and colour', async () => {
    for (const look of looks) {
      const reader = await portal.reader(look);
      await reader.signIn('practice-admin');
      const { page } = reader;
      await page.getByRole('link', { name: 'Practice', exact: true }).click();
      const card = page.getByRole('region', { name: 'Not reached by mail' });
      await card.getByText('Daniel Achterhof', { exact: true }).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(reader.complaints).toEqual([]);
      await reader.context.close();
    }
  });

  it('is set by its administrator, and stays', async () => {
    const reader = await portal.reader();
    await reader.signIn('practice-admin');
    const { page } = reader;
    await page.goto('/practice');
    await page.getByLabel('Second contact of the practice').selectOption({ label: 'Rosa Delgadillo' });
    await page.getByLabel('An urgent message has waited too long after').selectOption({ label: '2 hours' });
    await page.getByLabel('Any other after').selectOption({ label: '1 working day' });
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) await page.getByLabel(day).uncheck();
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByText('Choose one day at least.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Monday').check();
    await page.getByLabel('Saturday').check();
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByText('Kept. It counts for messages from now on.').waitFor();
    await page.reload();
    const second = page.getByLabel('Second contact of the practice');
    expect(await second.locator('option:checked').textContent()).toBe('Rosa Delgadillo');
    expect(await page.getByLabel('Any other after').inputValue()).toBe('1');
    expect(await page.getByLabel('Saturday').isChecked()).toBe(true);
    expect(await page.getByLabel('Tuesday').isChecked()).toBe(false);
  });

  it('is not offered to anybody else', async () => {
    const reader = await portal.reader();
    await reader.signIn('pcp');
    const { page } = reader;
    expect(await page.getByRole('link', { name: 'Practice', exact: true }).count()).toBe(0);
    await page.goto('/practice');
    await page.getByText('Its administrator sets how this practice is reached.').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openPortal,
  overflow,
  picture,
  sizes,
  violations,
  type Portal,
  type Reader,
} from '#test/browser/kit/portal.ts';
import { sendPlan } from '#test/kit/sent-plan.ts';

let portal: Portal;
let physician: Reader;
/** /patients/<id> */
let address: string;
beforeAll(async () => {
  portal = await openPortal();
  address = `/patients/${await sendPlan(portal, 'TANAKA', 'pcp')}`;
  physician = await portal.reader();
  await physician.signIn('pcp');
});
afterAll(() => portal?.close());

describe('the physician’s page one', () => {
  const own = () => physician.page.getByRole('region', { name: /^You: \d+ lines/ });

  it('shows the first lines and what is still open without scrolling', async () => {
    const { page } = physician;
    await page.goto(`${address}/plan`);
    await own().waitFor();
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll('.plan-own .plan-line h3, .plan-rest button')].map(
        (element) => element.getBoundingClientRect().bottom <= window.innerHeight,
      ),
    );
    expect(seen.filter(Boolean).length).toBeGreaterThanOrEqual(4);
    expect(seen.at(-1)).toBe(true);
  });

  it('accepts the rest with one click, leaves what was declined, and takes it back with one', async () => {
    const { page } = physician;
    await own()
      .getByRole('button', { name: /^Decline / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Cannot be done here' }).click();
    await page.getByText('“Cannot be done here”').waitFor();
    const waiting = own()
      .getByRole('listitem')
      .getByRole('button', { name: /^Accept / });
    const before = await waiting.count();
    await own().getByRole('button', { name: 'Accept the rest' }).click();
    await page.getByText('You have answered every line.').waitFor();
    expect(await page.getByText(`Answers of primary care: ${before} accepted, 1 declined.`).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await own().getByRole('button', { name: 'Undo all' }).click();
    await page.getByText(`For you to answer: ${before} lines.`).waitFor();
    expect(await waiting.count()).toBe(before);
  });
});

describe('the worklist', () => {
  it('begins with what is the reader’s own, and keeps its filters in the address', async () => {
    const { page } = physician;
    await page.goto('/due');
    await page.getByRole('heading', { name: 'Due in follow-up' }).waitFor();
    expect(await page.getByLabel('Whose').inputValue()).toBe('PRIMARY_CARE');
    await page.getByLabel('Whose').selectOption('');
    await page.getByLabel('When').selectOption('365');
    await page.waitForURL(/owner=all&within=365/);
    await page.locator('.due-link').first().waitFor();
    expect(await page.getByRole('link', { name: /^TANAKA/ }).count()).toBe(1);
    expect(physician.sent.at(-1)).toMatchObject({
      name: 'DueItems',
      variables: { filter: { owner: null, within: 365 } },
    });
    await page.reload();
    await page.locator('.due-link').first().waitFor();
    expect(await page.getByLabel('When').inputValue()).toBe('365');
    expect(await violations(page)).toEqual([]);
  });

  it('is walked with j, k and Enter', async () => {
    const { page } = physician;
    const first = await page.locator('.due-link').first().getAttribute('href');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.locator('.plan-head').waitFor();
    const { hash, pathname } = new URL(page.url());
    expect(`${pathname}${hash}`).toBe(first);
    await expect.poll(() => page.evaluate(() => `#${document.activeElement?.id}`)).toBe(hash);
    expect(hash).toMatch(/^#line-/);
  });

  it('leads oncology to what is overdue at primary care', async () => {
    const oncologist = await portal.reader();
    await oncologist.signIn('oncologist');
    await oncologist.page.goto('/due');
    await oncologist.page.getByRole('link', { name: 'Overdue at primary care' }).click();
    await oncologist.page.waitForURL(/owner=primary_care&overdue=1/);
    expect(await oncologist.page.getByLabel('Whose').inputValue()).toBe('PRIMARY_CARE');
    expect(await oncologist.page.getByLabel('When').inputValue()).toBe('overdue');
    await oncologist.context.close();
  });

  it('says of an empty list what it does not mean', async () => {
    const { page } = physician;
    await page.goto('/due?owner=palliative&overdue=1');
    await page.getByText('Nothing here is due.').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('the patient’s copy', () => {
  it('is in English and in Spanish, signed', async () => {
    const { page } = physician;
    await page.goto(`${address}/plan/copy`);
    await page.getByRole('heading', { name: 'My plan after cancer care' }).waitFor();
    expect(await page.locator('.copy').textContent()).toMatch(/Plan 1, signed by /);
    await page.getByRole('link', { name: 'Español' }).click();
    await page.getByRole('heading', { name: 'Mi plan después del cáncer' }).waitFor();
    expect(await page.locator('.copy').getAttribute('lang')).toBe('es');
    expect(await violations(page)).toEqual([]);
  });

  it('is printed alone', async () => {
    const { page } = physician;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.copy').isVisible()).toBe(true);
    for (const around of ['.copy-tools', '.top', '.rail'])
      expect(await page.locator(around).isVisible(), around).toBe(false);
    await page.emulateMedia({ media: null });
  });
});

describe.each(['light', 'dark'] as const)('every view in %s', (colours) => {
  it.each([...Object.entries(sizes), ['narrow', { width: 320, height: 640 }] as const])(
    'on a %s is accessible, fits and has no complaint',
    async (_size, { width, height }) => {
      for (const [account, views] of [
        ['pcp', ['page', 'timeline', 'versions']],
        ['oncologist', ['build']],
      ] as const) {
        const reader = await portal.reader({ width, height, colours });
        await reader.signIn(account);
        const paths: (readonly [string, string])[] = views.map((name) => [name, `${address}/plan?view=${name}`]);
        if (account === 'pcp') paths.push(['copy', `${address}/plan/copy`], ['due', '/due?owner=all&within=365']);
        for (const [name, path] of paths) {
          await reader.page.goto(path);
          await reader.page.locator('.plan-line, .timeline, .table, .copy').first().waitFor();
          await reader.page.locator('.loading').waitFor({ state: 'detached' });
          await picture(reader.page, `plan-${name}-${width}-${colours}`);
          expect(await violations(reader.page), name).toEqual([]);
          expect(await overflow(reader.page), name).toBe(0);
        }
        expect(reader.complaints).toEqual([]);
        await reader.context.close();
      }
    },
  );
});

import { describe, expect, it } from 'vitest';
import { launchChromium, launchPackaged } from '#test/kit/chromium.ts';

describe('the browser for tests', () => {
  it.each([
    ['as found on this machine', launchChromium],
    ['from npm, without any system package', launchPackaged],
  ])('starts %s', async (_where, launch) => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.setContent('<h1>Portage</h1>');
      expect(await page.getByRole('heading').textContent()).toBe('Portage');
    } finally {
      await browser.close();
    }
  });
});

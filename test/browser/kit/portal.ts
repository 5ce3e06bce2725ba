// A reader in front of the portal: a real Chromium, a real Portage, and faults put between the two on request.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { launchChromium } from '#test/kit/chromium.ts';
import { startPortage } from '#test/kit/portage.ts';

export const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } } as const;

export interface ReaderOptions {
  width?: number;
  height?: number;
  colours?: 'light' | 'dark';
}

/** What the line does to the answer of one operation, unless it has these variables, instead of letting it through. */
export type Fault =
  | { code: string; path?: string[]; referenceId?: string; unless?: Record<string, unknown> }
  | 'cut'
  | { delay: number };

export interface Reader {
  page: Page;
  context: BrowserContext;
  /** Complaints of the browser's console: a violated security policy, an error of the program. */
  complaints: string[];
  /** From now on, an operation of this name meets the fault; null lets it through again. */
  fault(operation: string, fault: Fault | null): void;
  /** The operations sent so far, by name. */
  sent: { name: string; variables: Record<string, unknown> }[];
  signIn(account: string): Promise<void>;
}

export interface Portal {
  url: string;
  demoPassword: string;
  reader(options?: ReaderOptions): Promise<Reader>;
  close(): Promise<void>;
}

/** @param environment as of the process that serves, such as SMTP_URL */
export async function openPortal(environment: NodeJS.ProcessEnv = {}): Promise<Portal> {
  const portage = await startPortage(environment);
  const browser = await launchChromium();
  const { url, demoPassword } = portage;
  return {
    url,
    demoPassword,
    reader: (options = {}) => newReader(browser, url, demoPassword, options),
    async close() {
      await browser.close();
      await portage.stop();
    },
  };
}

async function newReader(browser: Browser, url: string, password: string, options: ReaderOptions): Promise<Reader> {
  const { width = sizes.desk.width, height = sizes.desk.height, colours = 'light' } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: colours,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const faults = new Map<string, Fault>();
  const sent: Reader['sent'] = [];
  await context.route('**/graphql', (route) => answer(route, faults, sent));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A request that a test lets fail is not the program's complaint.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  return {
    page,
    context,
    complaints,
    sent,
    fault: (operation, fault) => void (fault ? faults.set(operation, fault) : faults.delete(operation)),
    async signIn(account) {
      await page.goto('/sign-in');
      await page.getByLabel('E-mail address').fill(`${account}@demo.example`);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { level: 1, name: /^(My patients|Home)$/ }).waitFor();
    },
  };
}

async function answer(route: Route, faults: Map<string, Fault>, sent: Reader['sent']): Promise<void> {
  const { operationName = '', variables = {} } = route.request().postDataJSON() as {
    operationName?: string;
    variables?: Record<string, unknown>;
  };
  sent.push({ name: operationName, variables });
  const fault = faults.get(operationName);
  if (!fault) return route.continue();
  if (fault === 'cut') return route.abort('connectionreset');
  if ('delay' in fault) {
    await new Promise((resolve) => setTimeout(resolve, fault.delay));
    return route.continue();
  }
  const { code, path = [], referenceId, unless } = fault;
  if (unless && Object.entries(unless).every(([name, value]) => variables[name] === value)) return route.continue();
  const errors = [{ message: code, path, extensions: { code, ...(referenceId ? { referenceId } : {}) } }];
  return route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify({ data: null, errors }) });
}

/** Opens the first patient of the list, or the one whose name contains `name`. */
export async function openPatient({ page }: Reader, name?: string): Promise<void> {
  await page.goto('/');
  const links = page.locator('.patient-name');
  await (name ? links.filter({ hasText: name }) : links).first().click();
  await page.locator('.banner').waitFor();
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, as "rule: element". The page's own security policy stays on. */
export async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const run = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`;
  await session.send('Runtime.evaluate', { expression: axe });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: run,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(`axe did not run: ${exceptionDetails.text}`);
  return result.value as string[];
}

/** How many pixels the page is wider than the window: 0, or the reader has to scroll sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

const pictures = fileURLToPath(new URL('../../../.build/screenshots/', import.meta.url));

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
}

/** Whether the focused element can be seen: not under the sticky banner, not outside the window, with a ring. */
export const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return false;
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2);
    return (
      getComputedStyle(element).outlineStyle !== 'none' &&
      hit !== null &&
      (element.contains(hit) || hit.contains(element))
    );
  });

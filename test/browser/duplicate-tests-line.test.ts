// The box over a poor line: 400 kbps, 400 ms. The limit is the issue's own; what is counted is what makes it hold.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure } from '#test/access/figure.ts';
import { openPatient, openPortal, type Portal, type Reader } from '#test/browser/kit/portal.ts';
import { slowLine, type Asked, type SlowLine } from '#test/browser/kit/slow-line.ts';

const LIMIT_MS = 5_000;

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal?.close());

async function readerOn(path: (reader: Reader) => Promise<string>): Promise<Reader> {
  const reader = await portal.reader();
  await reader.signIn('pcp');
  await reader.page.goto(await path(reader));
  return reader;
}

/** How long something took, and what was asked over the line meanwhile. */
async function timed(line: SlowLine, work: () => Promise<void>): Promise<{ took: number; asked: Asked[] }> {
  line.since();
  const began = performance.now();
  await work();
  return { took: performance.now() - began, asked: line.since() };
}

async function clickTest({ page }: Reader): Promise<void> {
  await page.getByLabel('Test that you are about to order').fill('creat');
  await page.getByRole('button', { name: 'Creatinine', exact: true }).click();
  await page.getByRole('region', { name: 'Answer: Creatinine' }).waitFor();
}

const kilobytes = (asked: readonly Asked[]) => asked.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;

function tell(where: string, what: string, { took, asked }: Awaited<ReturnType<typeof timed>>): void {
  figure(
    `the box on ${where}, 400 kbps / 400 ms: ${what} after ${Math.round(took)} ms, ${asked.length} requests, ${kilobytes(asked).toFixed(1)} KiB`,
  );
}

it('answers beside a patient’s tests one click after the words, with two questions over the line', async () => {
  const reader = await readerOn(async (opened) => {
    await openPatient(opened);
    return `${opened.page.url()}/tests`;
  });
  await reader.page.getByLabel('Test that you are about to order').waitFor();
  // Two seconds after the record the files of its other tabs come by themselves.
  await reader.page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/viewed-part')),
  );
  const line = await slowLine(reader);
  const answer = await timed(line, () => clickTest(reader));
  tell('the patient page', 'an answer by one click', answer);
  expect(answer.asked.map(({ name }) => name)).toEqual(['TestFamilies', 'CheckTests']);
  expect(kilobytes(answer.asked)).toBeLessThan(16);
  expect(answer.took).toBeLessThanOrEqual(LIMIT_MS);
});

it('answers on home two clicks after the words, with three questions over the line', async () => {
  const reader = await readerOn(async () => '/');
  const { page } = reader;
  const whom = page.getByLabel('Patient for whom you are about to order a test');
  await whom.waitFor();
  const line = await slowLine(reader);
  const answer = await timed(line, async () => {
    await whom.fill('an');
    await page.getByRole('list', { name: 'Your patients of this name' }).getByRole('button').first().click();
    await clickTest(reader);
  });
  tell('home', 'an answer by two clicks', answer);
  expect(answer.asked.map(({ name }) => name)).toEqual(['ChoosePatients', 'TestFamilies', 'CheckTests']);
  expect(kilobytes(answer.asked)).toBeLessThan(24);
  expect(answer.took).toBeLessThanOrEqual(LIMIT_MS);
});

/** Looked for in each frame: a locator looks again after half a second only. */
const isShown = ({ page }: Reader, field: string) =>
  page.waitForFunction((id) => document.getElementById(id)?.checkVisibility() === true, field, { polling: 'raf' });

it.each([
  ['home', 'check-patient', async () => '/'],
  [
    'the patient page',
    'check-test',
    async (reader: Reader) => {
      await openPatient(reader);
      return `${reader.page.url()}/tests`;
    },
  ],
])('is there on %s of a browser that has nothing of it yet', async (where, field, path) => {
  const reader = await readerOn(path);
  await isShown(reader, field);
  const line = await slowLine(reader);
  const arrived = await timed(line, async () => {
    await reader.page.reload({ waitUntil: 'commit' });
    await isShown(reader, field);
  });
  tell(where, 'there, cold,', arrived);
  expect(kilobytes(arrived.asked)).toBeLessThan(150);
});

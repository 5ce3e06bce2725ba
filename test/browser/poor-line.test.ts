// Messages over 400 kbps and 400 ms: what a page takes to open and a message to be sent, and what becomes of one whose line drops.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure } from '#test/access/figure.ts';
import { openLine, type Line } from '#test/browser/kit/poor-line.ts';
import { openPortal, violations, type Portal } from '#test/browser/kit/portal.ts';
import { slowLine } from '#test/browser/kit/slow-line.ts';
import { Caller } from '#test/kit/caller.ts';

let portal: Portal;
let page: Page;
let line: Line;
/** The same physician at another desk, on a good line: what the server holds. */
let elsewhere: Caller;
/** Keys under which messages were sent, each try. */
const keys: string[] = [];

beforeAll(async () => {
  portal = await openPortal();
  elsewhere = new Caller(portal.url);
  await elsewhere.signIn('pcp@demo.example', portal.demoPassword);
  const reader = await portal.reader();
  await reader.signIn('pcp');
  ({ page } = reader);
  line = await openLine(portal.url);
  await slowLine(reader);
  page.on('request', (request) => {
    if (!request.url().endsWith('/graphql') || request.method() !== 'POST') return;
    const { operationName, variables } = request.postDataJSON() as {
      operationName: string;
      variables: { input: { idempotencyKey: string } };
    };
    if (operationName === 'SendMessage') keys.push(variables.input.idempotencyKey);
  });
});
afterAll(async () => {
  await line?.close();
  await portal?.close();
});

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return Math.round(performance.now() - start);
};

/** How many messages of the conversation that is shown the server holds with this text. */
async function stored(text: string): Promise<number> {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { json } = await elsewhere.ask(
    'query ($id: ID!) { thread(id: $id) { messages { edges { node { body } } } } }',
    { id },
  );
  const { messages } = json.data!['thread'] as { messages: { edges: { node: { body: string } }[] } };
  return messages.edges.filter(({ node }) => node.body === text).length;
}

const reply = () => page.getByLabel(/^Reply to/);
const outgoing = () => page.locator('.message-outgoing');
const shown = (text: string) => page.locator('.message-body').getByText(text, { exact: true }).count();
const soon = { timeout: 15_000 };

describe('messages over 400 kbps and 400 ms', { timeout: 90_000 }, () => {
  it('open and are sent', async () => {
    const inbox = await timed(async () => {
      await page.goto(`${line.url}/messages`);
      await page.locator('.thread').first().waitFor();
    });
    const thread = await timed(async () => {
      await page.locator('.thread-subject').first().click();
      await page.locator('.message-body').first().waitFor();
      await reply().waitFor();
    });
    await reply().fill('Over the poor line');
    const seen = await timed(async () => {
      await reply().press('Control+Enter');
      await outgoing().getByText('Sending').waitFor();
    });
    const sent = await timed(() => outgoing().waitFor({ state: 'detached' }));
    figure(
      `400 kbps / 400 ms: inbox, cold ${inbox} ms; conversation ${thread} ms; message shown as sending ${seen} ms, as sent ${seen + sent} ms`,
    );
    expect(inbox).toBeLessThan(8_000);
    expect(thread).toBeLessThan(5_000);
    expect(seen).toBeLessThan(1_000);
    expect(seen + sent).toBeLessThan(5_000);
    expect(await stored('Over the poor line')).toBe(1);
    expect(await shown('Over the poor line')).toBe(1);
  });

  it('a message whose answer is lost waits, and is sent once', async () => {
    keys.length = 0;
    const text = 'Written as the line went';
    await reply().fill(text);
    await page.getByText(/Draft kept, /).waitFor();
    line.hush();
    await page.getByRole('button', { name: 'Send reply' }).click();
    // The server has it, and the line goes before its answer comes.
    await expect.poll(() => stored(text), soon).toBe(1);
    expect(await outgoing().getByText('Sending').count()).toBe(1);
    line.drop();
    await outgoing().getByText('Waiting').waitFor();
    expect(await violations(page)).toEqual([]);
    const again = await timed(async () => {
      line.back();
      await outgoing().waitFor({ state: 'detached' });
    });
    figure(
      `400 kbps / 400 ms: sent ${again} ms after the line was back, ${keys.length} tries under ${new Set(keys).size} key`,
    );
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(await stored(text)).toBe(1);
    expect(await shown(text)).toBe(1);
    expect(await reply().inputValue()).toBe('');
  });

  it('a message that never left waits, and is sent once', async () => {
    keys.length = 0;
    const text = 'Written in the tunnel';
    await reply().fill(text);
    line.drop();
    await page.getByRole('button', { name: 'Send reply' }).click();
    await outgoing().getByText('Waiting').waitFor();
    expect(await stored(text)).toBe(0);
    line.back();
    await outgoing().waitFor({ state: 'detached' });
    expect(new Set(keys).size).toBe(1);
    expect(await stored(text)).toBe(1);
  });

  it('a message that the server does not take is shown as not sent, and its text is kept', async () => {
    const text = 'x'.repeat(10_001);
    await reply().fill(text);
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('Not sent.').first().waitFor();
    await page
      .getByText(/a text has at most 10000 characters/)
      .first()
      .waitFor();
    expect(await reply().inputValue()).toBe(text);
    expect(await stored(text)).toBe(0);
    expect(await violations(page)).toEqual([]);
  });
});

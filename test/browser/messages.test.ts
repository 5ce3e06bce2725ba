import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPatient, openPortal, violations, type Portal, type Reader } from '#test/browser/kit/portal.ts';

let portal: Portal;
let pcp: Reader;
let oncologist: Reader;
beforeAll(async () => {
  portal = await openPortal();
  pcp = await portal.reader();
  oncologist = await portal.reader();
  await pcp.signIn('pcp');
  await oncologist.signIn('oncologist');
});
afterAll(() => portal?.close());

const undoOver = 10_500;
/** A draft is asked for when the page is drawn, over whatever line there is. */
const slowLine = { timeout: 10_000 };

/** Opens the composer from the patient's page, as a clinician does. */
async function writeAboutFirstPatient(reader: Reader): Promise<void> {
  await openPatient(reader);
  await reader.page.getByRole('link', { name: 'Write about this patient' }).click();
  await reader.page.getByRole('button', { name: 'Send to Priya Raman' }).waitFor();
}

async function send(reader: Reader, subject: string, body: string): Promise<void> {
  const { page } = reader;
  await writeAboutFirstPatient(reader);
  await page.getByLabel('Message', { exact: true }).fill(body);
  await page.getByLabel('Subject').fill(subject);
  await page.getByLabel('Subject').press('Control+Enter');
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}/);
  await page.getByText('Sent to Priya Raman.').waitFor();
}

/** The conversation that the first of these tests begins. */
async function openConversation({ page }: Reader): Promise<void> {
  await page.goto('/messages');
  await page.locator('.thread').getByRole('link', { name: 'Iron tablets' }).click();
}

describe('writing about a patient', () => {
  it('opens with the patient, two identifiers and the oncologist filled in, and what is known of her', async () => {
    const { page } = pcp;
    await writeAboutFirstPatient(pcp);
    expect(await page.locator('.banner').textContent()).toMatch(/born.*\d{4}.*MRN/);
    const to = page.getByRole('group', { name: 'To' });
    expect(await to.textContent()).toMatch(/Priya Raman, oncologist, Three Rivers Cancer Center/);
    expect(await to.textContent()).toMatch(/Last here today|usual/);
    expect(await violations(page)).toEqual([]);
  });

  it('says what is missing, beside the field, and moves there', async () => {
    const { page } = pcp;
    await page.getByRole('radio', { name: 'Hand over' }).check();
    await page.getByRole('button', { name: 'Send to Priya Raman' }).click();
    expect(await page.getByLabel('Subject').evaluate((field) => field === document.activeElement)).toBe(true);
    for (const words of [
      'Say in a line what it is about.',
      'Write the message.',
      'Say who is to do it.',
      'Say by when.',
    ])
      await page.getByText(words).waitFor();
    await page.getByText('Give a number to call when it cannot be done.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Ask' }).check();
  });

  it('arrives with the oncologist after the undo is over, and her reply is told to the sender as answered', async () => {
    // She has looked at her messages a moment ago, and is on another page when it comes.
    await oncologist.page.getByRole('link', { name: 'Messages', exact: true }).click();
    await oncologist.page.locator('.thread').first().waitFor();
    await oncologist.page.getByRole('link', { name: 'My patients', exact: true }).click();
    await send(pcp, 'Iron tablets', 'May I start iron by mouth?\n<b>Not bold</b>');
    await pcp.page.locator('.message-body').first().waitFor();
    expect(await violations(pcp.page)).toEqual([]);
    expect(await pcp.page.locator('.message-body').first().textContent()).toBe(
      'May I start iron by mouth?\n<b>Not bold</b>',
    );
    await pcp.page.waitForTimeout(undoOver);

    const { page } = oncologist;
    await page.getByRole('link', { name: 'Messages 1 new' }).click();
    await page.locator('.thread-unread').getByRole('link', { name: 'Iron tablets' }).click();
    await page.getByText('May I start iron by mouth?').waitFor();
    expect(await violations(page)).toEqual([]);
    // Of the writer nobody wonders whether they have read it.
    expect(await page.getByText('Has not read this yet').count()).toBe(0);
    await page.keyboard.press('r');
    await page.keyboard.type('Yes, on alternate days.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Sent to Hannah Lindqvist.').waitFor();
    expect(await page.getByRole('link', { name: 'Messages', exact: true }).count()).toBe(1);

    await page.waitForTimeout(undoOver);
    await pcp.page.reload();
    await pcp.page.getByText('Yes, on alternate days.').waitFor();
    await pcp.page.getByText(/Priya Raman: answered/).click();
    expect(await pcp.page.locator('.delivery-steps').first().textContent()).toMatch(/opened, \d+ \w+ \d{4}/);
    expect(await violations(pcp.page)).toEqual([]);
  });

  it('takes a message back within ten seconds, and gives the text back', async () => {
    const { page } = pcp;
    await openConversation(pcp);
    const reply = page.getByLabel(/^Reply to/);
    await reply.fill('Sent too soon');
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByRole('button', { name: /^Undo/ }).waitFor({ state: 'detached' });
    expect(await reply.inputValue()).toBe('Sent too soon');
    await page.locator('.message').getByText('Sent too soon').waitFor({ state: 'detached' });
    await reply.fill('');
    await page.getByText('Draft kept').waitFor();
  });
});

describe('a draft', () => {
  it('is kept by the server and is there after log-off', async () => {
    const { page } = pcp;
    await openConversation(pcp);
    await page.getByLabel(/^Reply to/).fill('Half a');
    await page.getByText(/Draft kept, \d\d:\d\d/).waitFor();
    // What was typed in the last moment before is kept as well.
    await page.getByLabel(/^Reply to/).fill('Half a thought');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.', { exact: true }).waitFor();
    expect(await page.content()).not.toContain('Half a thought');
    await pcp.signIn('pcp');
    // From the server, and not from what this tab remembers.
    await page.goto('/messages');
    await page.getByRole('region', { name: 'Not sent yet' }).getByRole('link').click();
    await page.getByLabel(/^Reply to/).waitFor();
    await expect.poll(() => page.getByLabel(/^Reply to/).inputValue(), slowLine).toBe('Half a thought');
  });

  it('shows the other version when it was changed elsewhere, and loses neither', async () => {
    const { page } = pcp;
    const second = await portal.reader();
    await second.signIn('pcp');
    await second.page.goto(page.url());
    const there = second.page.getByLabel(/^Reply to/);
    await expect.poll(() => there.inputValue(), slowLine).toBe('Half a thought');
    await there.fill('Thought on the other computer');
    await second.page.getByText(/Draft kept, /).waitFor();
    await page.getByLabel(/^Reply to/).fill('Thought on this computer');
    await page.getByText('Another version of this draft was kept').waitFor();
    await page.getByText('Thought on the other computer').waitFor();
    expect(await page.getByLabel(/^Reply to/).inputValue()).toBe('Thought on this computer');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Put both together' }).click();
    await page.getByText(/Draft kept, /).waitFor();
    expect(await page.getByLabel(/^Reply to/).inputValue()).toBe(
      'Thought on this computer\n\nThought on the other computer',
    );
    await second.context.close();
  });
});

describe('what is handed over', () => {
  it('is told in the open conversation as it is answered', async () => {
    const { page } = pcp;
    await writeAboutFirstPatient(pcp);
    await page.getByRole('radio', { name: 'Hand over' }).check();
    await page.getByLabel('Subject').fill('The port');
    await page.getByLabel('Message', { exact: true }).fill('Please have it flushed.');
    await page.getByLabel('What is to be done').fill('Flush the port');
    await page.getByLabel('Who does it').selectOption({ label: 'Priya Raman, oncologist, Three Rivers Cancer Center' });
    await page.locator('#dueOn').fill('2099-01-15');
    await page.getByLabel('Number to call').fill('+1 505 555 0124');
    await page.getByLabel('Number to call').press('Control+Enter');
    await page.getByText('Task: proposed, waits for an answer.').waitFor({ timeout: 2 * undoOver });
    await oncologist.page.goto('/tasks');
    const task = oncologist.page.locator('.task').filter({ hasText: 'Flush the port' });
    await task.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('Task: accepted.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('is answered where it is read, and taken back', async () => {
    const { page } = oncologist;
    await page.goto(pcp.page.url());
    const asked = page.getByRole('list', { name: 'What is asked' });
    await asked.getByText('Task: accepted.').waitFor();
    await asked.getByRole('button', { name: 'Done' }).click();
    await asked.getByText('Task: done.').waitFor();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await asked.getByText('Task: accepted.').waitFor();
    await asked.getByRole('button', { name: 'Ask' }).click();
    await asked.getByRole('textbox').fill('Which needle?');
    await asked.getByRole('textbox').press('Enter');
    const answers = pcp.page.getByRole('list', { name: 'What is asked' });
    await answers.getByText('Which needle?').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await violations(pcp.page)).toEqual([]);
    await answers.getByRole('button', { name: 'Answer' }).click();
    await answers.getByRole('textbox').fill('A Huber needle, 20 gauge.');
    await answers.getByRole('textbox').press('Enter');
    await asked.getByText('Which needle?').waitFor({ state: 'detached' });
    // Whoever asked for it has nothing left to answer here.
    await answers.getByRole('button').first().waitFor({ state: 'detached' });
  });
});

describe('a lost line', () => {
  it('shows a message as waiting, sends it by itself once, and shows it as sent', async () => {
    const { page } = pcp;
    await openConversation(pcp);
    const reply = page.getByLabel(/^Reply to/);
    await expect.poll(() => reply.inputValue(), slowLine).toContain('Thought on the other computer');
    await reply.fill('Written in the tunnel');
    await page.getByText(/Draft kept, /).waitFor();
    pcp.fault('SendMessage', 'cut');
    pcp.sent.length = 0;
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.locator('.message-outgoing').getByText('Waiting').waitFor();
    await page.getByText('1 message waiting for the line.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.message-outgoing').getByRole('button', { name: 'Try now' }).click();
    await page.locator('.message-outgoing').getByText('Waiting').waitFor();
    // It is no draft any more, neither while it waits nor once it is sent.
    await page.getByRole('link', { name: /^Messages/ }).click();
    await page.locator('.thread').first().waitFor();
    const drafts = page.getByRole('region', { name: 'Not sent yet' });
    expect(await drafts.count()).toBe(0);
    pcp.fault('SendMessage', null);
    await page.getByText('Sent to Priya Raman.').waitFor();
    expect(await drafts.count()).toBe(0);
    await page.locator('.thread').getByRole('link', { name: 'Iron tablets' }).click();
    await page.locator('.message').getByText('Written in the tunnel').waitFor();
    await page.locator('.message-outgoing').waitFor({ state: 'detached' });
    expect(await page.locator('.message').getByText('Written in the tunnel').count()).toBe(1);
    const keys = pcp.sent
      .filter(({ name }) => name === 'SendMessage')
      .map(({ variables }) => (variables as { input: { idempotencyKey: string } }).input.idempotencyKey);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    await page.reload();
    await page.getByText('Written in the tunnel').waitFor();
    expect(await page.getByText('Written in the tunnel').count()).toBe(1);
    expect(await page.getByLabel(/^Reply to/).inputValue()).toBe('');
  });
});

describe('files', () => {
  it('attaches what is what it says, and says why it does not take another', async () => {
    const { page } = pcp;
    await page.getByLabel(/^Reply to/).focus();
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'letter.pdf', mimeType: 'application/pdf', buffer: pdf },
      { name: 'lie.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>1</script></html>') },
    ]);
    await page.getByRole('button', { name: 'Take out letter.pdf' }).waitFor();
    await page.getByText('Not attached.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take out letter.pdf' }).click();
  });
});

describe('on paper', () => {
  it('prints whom it is about and what was written, and nothing to press', async () => {
    const { page } = pcp;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.banner').isVisible()).toBe(true);
    expect(await page.locator('.message').first().isVisible()).toBe(true);
    expect(await page.locator('.conversation .button:visible').count()).toBe(0);
    expect(await page.locator('.reply').isVisible()).toBe(false);
    // Black on white, in whatever colours the screen is read.
    const paper = () =>
      page
        .locator('.message')
        .first()
        .evaluate((message) => getComputedStyle(message).backgroundColor);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    expect(await paper()).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: null, colorScheme: null });
    expect(await paper()).not.toBe('rgb(255, 255, 255)');
  });
});

// Mail to a physician bounces: what the administrator of the practice sees of it and does, until it is mended.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPortal, overflow, sizes, violations, type Portal, type Reader } from '#test/browser/kit/portal.ts';
import { Caller } from '#test/kit/caller.ts';
import { openMailServer, type Behaviour, type MailServer } from '#test/kit/smtp.ts';

const PHYSICIAN = 'Hannah Lindqvist';
const MEND = `Mend the e-mail address of ${PHYSICIAN}`;

let portal: Portal;
let mail: MailServer;
let behaviour: Behaviour = 'refuses for good';
beforeAll(async () => {
  mail = await openMailServer(() => behaviour);
  portal = await openPortal({ SMTP_URL: mail.url, MAIL_FROM: 'portage@centre.example' });
});
afterAll(async () => {
  await portal?.close();
  await mail?.close();
});

/** Undo, the worker and the mail server take their time. */
const soon = { timeout: 30_000 };

/** The oncologist writes something urgent about the first patient whom both read. */
async function writeToPhysician(): Promise<void> {
  const oncologist = new Caller(portal.url);
  await oncologist.signIn('oncologist@demo.example', portal.demoPassword);
  const { json } = await oncologist.ask('{ patients(first: 50) { edges { node { id } } } }');
  const patients = (json.data!['patients'] as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node.id);
  for (const patientId of patients) {
    const asked = await oncologist.ask('query ($id: ID!) { recipients(patientId: $id) { person { id name } } }', {
      id: patientId,
    });
    const recipients = asked.json.data!['recipients'] as { person: { id: string; name: string } }[];
    const physician = recipients.find(({ person }) => person.name === PHYSICIAN);
    if (!physician) continue;
    const input = {
      idempotencyKey: randomUUID(),
      patientId,
      subject: 'Fever since this morning',
      intent: 'ASK',
      priority: 'URGENT',
      body: 'Please call me.',
      recipientIds: [physician.person.id],
    };
    const sent = await oncologist.ask(
      'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }',
      { input },
    );
    expect(sent.json.data).toEqual({ sendMessage: { __typename: 'MessageSent' } });
    return;
  }
  throw new Error(`the oncologist shares no patient with ${PHYSICIAN}`);
}

const unreached = ({ page }: Reader) => page.getByRole('region', { name: 'Not reached by mail' });

it('is told with its task, taken on, mended by the physician, and done', { timeout: 120_000 }, async () => {
  const administrator = await portal.reader();
  await administrator.signIn('practice-admin');
  const { page } = administrator;
  await page.getByRole('link', { name: 'Practice', exact: true }).click();
  // Of the demo, somebody else’s address refuses mail already.
  await unreached(administrator).getByText('Daniel Achterhof').first().waitFor();
  expect(await unreached(administrator).getByText(PHYSICIAN).count()).toBe(0);

  // The open page hears of it by itself.
  await writeToPhysician();
  const link = unreached(administrator).getByRole('link', { name: MEND });
  await link.waitFor(soon);
  expect(await unreached(administrator).textContent()).toMatch(
    new RegExp(`${PHYSICIAN}, pcp@demo\\.example: refused mail on`),
  );
  expect(await violations(page)).toEqual([]);

  await link.click();
  const task = page.locator('.task').filter({ hasText: MEND });
  await task.getByText('Their e-mail address refuses mail.').waitFor();
  expect(await violations(page)).toEqual([]);
  await task.getByRole('button', { name: 'Accept' }).click();
  await task.getByText('Accepted by').waitFor();

  // The physician is asked, and sets an address that works.
  behaviour = 'takes it';
  const physician = await portal.reader(sizes.phone);
  await physician.signIn('pcp');
  await physician.page.goto('/notifications');
  await physician.page.getByLabel('New address').fill('hannah@new.example');
  await physician.page.getByRole('button', { name: 'Change the address' }).click();
  await physician.page.getByText('A link is on its way to the new address.').waitFor();
  expect(await overflow(physician.page)).toBe(0);
  const code = () =>
    /notifications\?code=3D([\w-]+)|notifications\?code=([\w-]+)/.exec(lastMailTo('hannah@new.example'));
  await expect.poll(code, soon).not.toBeNull();
  const [, quoted, plain] = code()!;
  await physician.page.goto(`/notifications?code=${quoted ?? plain}`);
  await physician.page.getByText('Your e-mail address is confirmed.').waitFor();

  await page.getByRole('link', { name: 'Practice', exact: true }).click();
  await unreached(administrator).getByText('Daniel Achterhof').first().waitFor();
  await unreached(administrator)
    .getByText(PHYSICIAN)
    .first()
    .waitFor({ state: 'detached', ...soon });
  await page.goto('/tasks');
  await task.getByRole('button', { name: 'Done', exact: true }).click();
  await task.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await task.count()).toBe(0);
  expect(administrator.complaints).toEqual([]);
});

/** Its text in one piece: a mail breaks long lines. */
const lastMailTo = (address: string): string =>
  mail.received.findLast(({ to }) => to === address)?.raw.replaceAll('=\r\n', '') ?? '';

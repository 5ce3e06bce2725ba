// R6: mail servers drop, delay, refuse and hang up, and no mail is missing.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '#api/http/index.ts';
import { jobList } from '#api/job-list.ts';
import { startJobs, type JobsRunning } from '#api/jobs/index.ts';
import { openChannels, writeMail } from '#api/notifications/index.ts';
import { figure } from '#test/access/figure.ts';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { openMailServer, type Behaviour, type MailServer } from '#test/kit/smtp.ts';

/** `R6_MAILS=2000 npm test -- integration test/notifications/mail.test.ts` for the figure. */
const MAILS = Number(process.env['R6_MAILS'] ?? 60);
const FROM = 'Portage <portage@centre.example>';

let clinic: Clinic;
let contacts: { id: string; address: string }[];
let servers: MailServer[] = [];
let running: JobsRunning[] = [];

beforeAll(async () => {
  clinic = await openClinic();
  const practice = await clinic.organization();
  await Promise.all(Array.from({ length: 20 }, () => clinic.person('community-clinician').of(practice)));
  contacts = await clinic.behindTheWall('select id, address from contact order by id');
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  await Promise.all(servers.map((one) => one.close()));
  [running, servers] = [[], []];
  await clinic.owner.query('delete from graphile_worker._private_jobs; delete from mail');
  await clinic.owner.query('update contact set failed_at = null, failure = null');
});
afterAll(() => clinic.close());

async function mailServer(behave?: () => Behaviour, port?: number): Promise<MailServer> {
  const server = await openMailServer(behave, port);
  servers.push(server);
  return server;
}

function start(url: string | undefined, production = false): JobsRunning {
  const channels = openChannels(url === undefined ? undefined : { url, from: FROM }, production);
  const jobs = jobList({ channels, linkTo: (path) => `https://portage.example${path}` });
  const one = startJobs({
    url: clinic.database.urls.portage_worker,
    jobs,
    log: createLogger('silent'),
    lookEveryMs: 500,
  });
  running.push(one);
  return one;
}

const write = async (n = 0) => {
  const contact = contacts[n % contacts.length]!;
  const text = { subject: 'You have 1 item in Portage', body: 'You have 1 item in Portage.' };
  const id = await writeMail(clinic.pool('portage_worker'), contact.id, 'digest', text);
  return { id: id!, address: contact.address };
};
/** What waits to be tried again is tried now: hours pass in a moment. */
const hurry = () =>
  clinic.owner.query(
    `update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now()`,
  );
const counts = async () =>
  (
    await clinic.behindTheWall<{ sent: number; failed: number; waiting: number }>(
      `select count(sent_at)::int as sent, count(failed_at)::int as failed, count(*) filter (where sent_at is null and failed_at is null)::int as waiting from mail`,
    )
  )[0]!;

describe('a mail', () => {
  it('arrives, in words that tell nothing', async () => {
    const server = await mailServer();
    start(server.url);
    const { id, address } = await write();
    await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 5_000 });
    const [mail] = server.received;
    expect(mail).toMatchObject({ to: address, messageId: `<${id}@centre.example>` });
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated/im);
    await vi.waitFor(async () => expect(await counts()).toMatchObject({ sent: 1 }));
  });

  it('that is refused for good is tried once, and its contact is known not to work', async () => {
    const server = await mailServer(() => 'refuses for good');
    start(server.url);
    const { address } = await write();
    await vi.waitFor(async () => expect(await counts()).toEqual({ sent: 0, failed: 1, waiting: 0 }), {
      timeout: 5_000,
    });
    const [contact] = await clinic.behindTheWall(
      'select failure, failed_at is not null as failed from contact where address = $1',
      [address],
    );
    expect(contact).toEqual({ failure: 'rejected', failed: true });
  });

  it('fails with its reason where nobody has set up mail', async () => {
    start(undefined, true);
    await write();
    await vi.waitFor(async () => expect(await counts()).toEqual({ sent: 0, failed: 1, waiting: 0 }), {
      timeout: 5_000,
    });
    expect(await clinic.behindTheWall('select distinct failure from mail')).toEqual([{ failure: 'not-configured' }]);
  });

  it('waits while no server answers, and goes when one does', async () => {
    const gone = await openMailServer();
    await gone.close();
    start(gone.url);
    await write();
    await sleep(600);
    expect(await counts()).toEqual({ sent: 0, failed: 0, waiting: 1 });
    const back = await mailServer(undefined, gone.port);
    await hurry();
    await vi.waitFor(() => expect(back.received).toHaveLength(1), { timeout: 6_000 });
  });
});

it(`R6: of ${MAILS} mails to a server that behaves badly none is missing`, { timeout: 600_000 }, async () => {
  const bad: Behaviour[] = ['is slow', 'refuses for now', 'hangs up at once', 'hangs up after the last line'];
  let connections = 0;
  // Six of ten go wrong in one way or another, none for good.
  const server = await mailServer(() => {
    connections += 1;
    return Math.random() < 0.4 ? 'takes it' : bad[Math.floor(Math.random() * bad.length)]!;
  });
  start(server.url);
  const written: string[] = [];
  for (let n = 0; n < MAILS; n += 1) {
    written.push((await write(n)).id);
    // The process that sends is stopped and another takes over, again and again.
    if (n % 25 === 24) {
      const [old] = running.splice(0, 1);
      start(server.url);
      await old?.stop();
    }
  }
  await vi.waitFor(
    async () => {
      await hurry();
      expect((await counts()).waiting).toBe(0);
    },
    { timeout: 550_000, interval: 200 },
  );
  const arrived = server.received.map(({ messageId }) => messageId.slice(1, 37));
  const missing = written.filter((id) => !arrived.includes(id));
  const more = arrived.length - new Set(arrived).size;
  figure(
    `R6: ${MAILS} mails over ${connections} connections, ${missing.length} missing, ${more} arrived twice with the same Message-ID`,
  );
  expect(missing).toEqual([]);
  expect(arrived.filter((id) => !written.includes(id))).toEqual([]);
  expect((await counts()).failed).toBe(0);
});

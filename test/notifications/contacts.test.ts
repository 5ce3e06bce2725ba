// Contacts and settings: each person's own, and an address counts once it was answered from.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { registerParties } from '#api/identity/index.ts';
import type { Caller, Reply } from '#test/kit/caller.ts';
import type { PersonInClinic } from '#test/kit/clinic.ts';
import { openMailServer, type MailServer } from '#test/kit/smtp.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';

const FIELDS = `
  settings { digestHour urgentAtOnce quietFrom quietUntil timeZone }
  contacts { id channel address verifiedAt codeSentAt failedAt failure }
  practice { secondContact { id name } urgentAfterMinutes routineAfterDays workingDays timeZone mayChange members { id name }
    unreachable { person { id } address state since task { id title dueOn } } }`;
const READ = `{ notifications { ${FIELDS} } }`;
const ANSWER = `{ __typename ... on ContactChanged { notifications { ${FIELDS} } } ... on ContactRefused { reason } }`;
const CHANGE = `mutation ($input: ContactInput!) { answer: changeContact(input: $input) ${ANSWER} }`;
const SEND = `mutation ($id: ID!) { answer: sendContactLink(id: $id) ${ANSWER} }`;
const VERIFY = `mutation ($code: String!) { answer: verifyContact(code: $code) ${ANSWER} }`;
const SETTINGS = `mutation ($input: NotificationSettingsInput!) { changeNotificationSettings(input: $input) { ${FIELDS} } }`;
const PRACTICE = `mutation ($input: PracticeSettingsInput!) { changePracticeSettings(input: $input) { ${FIELDS} } }`;

interface State {
  settings: Record<string, unknown>;
  contacts: { id: string; channel: string; address: string; verifiedAt: string | null; codeSentAt: string | null }[];
  practice: {
    secondContact: { id: string; name: string } | null;
    mayChange: boolean;
    members: { id: string }[];
    unreachable: { person: { id: string }; address: string; state: string; task: { title: string } | null }[];
  };
}

let mailServer: MailServer;
let served: ServedClinic;
let doctor: PersonInClinic;
let administrator: PersonInClinic;
let stranger: PersonInClinic;
let asDoctor: Caller;
let asAdministrator: Caller;
let asStranger: Caller;

beforeAll(async () => {
  mailServer = await openMailServer();
  served = await serveClinic({ SMTP_URL: mailServer.url, MAIL_FROM: 'portage@centre.example' });
  const practice = await served.clinic.organization();
  doctor = await served.clinic.person('community-clinician').of(practice);
  administrator = await served.clinic.person('practice-administrator').of(practice);
  stranger = await served.clinic.person('oncologist').of(await served.clinic.organization('cancer-centre'));
  [asDoctor, asAdministrator, asStranger] = (await Promise.all([doctor, administrator, stranger].map(signedIn))) as [
    Caller,
    Caller,
    Caller,
  ];
});
afterAll(async () => {
  await served.close();
  await mailServer.close();
});

async function signedIn(person: PersonInClinic): Promise<Caller> {
  await served.admit(person);
  const browser = served.caller();
  expect((await browser.signIn(person.email, PASSWORD)).__typename).toBe('SignedIn');
  return browser;
}
const stateOf = async (browser: Caller) => (await browser.ask(READ)).json.data?.['notifications'] as State;
const emailOf = async (browser: Caller) => (await stateOf(browser)).contacts.find(({ channel }) => channel === 'EMAIL');
const answerIn = ({ json }: Reply) => json.data?.['answer'] as { __typename: string; reason?: string };
/** The code in the newest mail to an address. */
async function codeTo(address: string): Promise<string> {
  return vi.waitFor(
    () => {
      const mail = mailServer.received.findLast(({ to }) => to === address);
      const code = /code=3D([\w-]+)|code=([\w-]+)/.exec(mail?.raw.replaceAll('=\r\n', '') ?? '');
      expect(code).not.toBeNull();
      return code?.[1] ?? code?.[2] ?? '';
    },
    { timeout: 5_000 },
  );
}

describe('a contact', () => {
  it('is there for everybody with an account, and not yet theirs', async () => {
    expect(await emailOf(asDoctor)).toMatchObject({ address: doctor.email, verifiedAt: null, codeSentAt: null });
  });

  it('is theirs once they have opened the link, which counts once', async () => {
    const { id } = (await emailOf(asDoctor))!;
    expect(answerIn(await asDoctor.ask(SEND, { id })).__typename).toBe('ContactChanged');
    const code = await codeTo(doctor.email);
    expect(answerIn(await asStranger.ask(VERIFY, { code }))).toMatchObject({ reason: 'WRONG_CODE' });
    expect(answerIn(await asDoctor.ask(VERIFY, { code })).__typename).toBe('ContactChanged');
    expect((await emailOf(asDoctor))?.verifiedAt).not.toBeNull();
    expect(answerIn(await asDoctor.ask(VERIFY, { code }))).toMatchObject({ reason: 'WRONG_CODE' });
  });

  it('is asked for at most once a minute', async () => {
    const { id } = (await emailOf(asAdministrator))!;
    await asAdministrator.ask(SEND, { id });
    expect(answerIn(await asAdministrator.ask(SEND, { id }))).toMatchObject({ reason: 'TOO_SOON' });
  });

  it('that changes has to be confirmed anew, from the new address', async () => {
    const address = 'new@clinic.example';
    await asStranger.ask(CHANGE, { input: { channel: 'EMAIL', address: ' New@Clinic.example ' } });
    expect(await emailOf(asStranger)).toMatchObject({ address, verifiedAt: null });
    expect(answerIn(await asStranger.ask(VERIFY, { code: await codeTo(address) })).__typename).toBe('ContactChanged');
    expect((await emailOf(asStranger))?.verifiedAt).not.toBeNull();
  });

  it('is told of on the open pages of its person, and of who administers their practice, when it works or does no longer', async () => {
    const toldOf = async () =>
      (
        await served.clinic.behindTheWall<{ person_id: string }>(
          `select person_id from live_event where kind = 'contact' and subject_id = $1 order by id`,
          [doctor.id],
        )
      ).map(({ person_id }) => person_id);
    const both = [doctor.id, administrator.id].toSorted();
    const before = (await toldOf()).length;
    await served.clinic.owner.query(`update contact set failed_at = now(), failure = 'rejected' where person_id = $1`, [
      doctor.id,
    ]);
    expect((await toldOf()).slice(before).toSorted()).toEqual(both);
    await asDoctor.ask(CHANGE, { input: { channel: 'EMAIL', address: 'mended@clinic.example' } });
    expect((await toldOf()).slice(before + 2).toSorted()).toEqual(both);
    const code = await codeTo('mended@clinic.example');
    await asDoctor.ask(VERIFY, { code });
    expect((await toldOf()).slice(before + 4).toSorted()).toEqual(both);
  });

  it('of another person is neither shown nor written to', async () => {
    const { id } = (await emailOf(asStranger))!;
    expect(answerIn(await asDoctor.ask(SEND, { id }))).toMatchObject({ reason: 'NOT_FOUND' });
    expect(JSON.stringify(await stateOf(asDoctor))).not.toContain('new@clinic.example');
  });

  it('by a channel that nobody has set up says so', async () => {
    await asDoctor.ask(CHANGE, { input: { channel: 'FAX', address: '+1 (505) 555-0100' } });
    await vi.waitFor(
      async () =>
        expect((await stateOf(asDoctor)).contacts.find(({ channel }) => channel === 'FAX')).toMatchObject({
          address: '+15055550100',
          failure: 'NOT_CONFIGURED',
        }),
      { timeout: 5_000 },
    );
  });

  it.each([
    ['no address', 'EMAIL', 'nobody'],
    ['two addresses', 'EMAIL', 'a@b.example,c@d.example'],
    ['a header', 'EMAIL', 'a@b.example\r\nBcc: c@d.example'],
    ['a number for an address', 'EMAIL', '+15055550100'],
    ['a word for a number', 'FAX', 'call me'],
  ])('is refused that is %s', async (_, channel, address) => {
    const { json } = await asDoctor.ask(CHANGE, { input: { channel, address } });
    expect(json.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('settings', () => {
  it('are a mail a day at seven, and urgent ones at once, until somebody changes them', async () => {
    expect((await stateOf(asDoctor)).settings).toEqual({
      digestHour: 7,
      urgentAtOnce: true,
      quietFrom: null,
      quietUntil: null,
      timeZone: 'America/Phoenix',
    });
    const input = { digestHour: 17, urgentAtOnce: false, quietFrom: 20, quietUntil: 6 };
    await asDoctor.ask(SETTINGS, { input });
    expect((await stateOf(asDoctor)).settings).toMatchObject(input);
    expect((await stateOf(asAdministrator)).settings).toMatchObject({ digestHour: 7 });
  });

  it.each([
    ['an hour that no clock shows', { digestHour: 24, urgentAtOnce: true }],
    ['a beginning without an end', { digestHour: 7, urgentAtOnce: true, quietFrom: 20 }],
    ['a negative hour', { digestHour: 7, urgentAtOnce: true, quietFrom: -1, quietUntil: 3 }],
  ])('refuse %s', async (_, input) => {
    expect((await asDoctor.ask(SETTINGS, { input })).json.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('of the practice are its administrator’s to change, and name one of its own', async () => {
    const input = { secondContactId: doctor.id, urgentAfterMinutes: 120, routineAfterDays: 2 };
    expect((await asDoctor.ask(PRACTICE, { input })).json.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const foreign = { ...input, secondContactId: stranger.id };
    expect((await asAdministrator.ask(PRACTICE, { input: foreign })).json.errors?.[0]?.extensions['code']).toBe(
      'BAD_USER_INPUT',
    );
    expect((await asAdministrator.ask(PRACTICE, { input })).json.errors).toBeUndefined();
    const { practice } = await stateOf(asDoctor);
    expect(practice).toMatchObject({
      secondContact: { id: doctor.id },
      urgentAfterMinutes: 120,
      routineAfterDays: 2,
      mayChange: false,
    });
    expect(practice.members.map(({ id }) => id).toSorted()).toEqual([doctor.id, administrator.id].toSorted());
    expect((await stateOf(asStranger)).practice).toMatchObject({ secondContact: null, urgentAfterMinutes: 240 });
  });

  it('of the practice say by which days and clock it works', async () => {
    const input = {
      urgentAfterMinutes: 120,
      routineAfterDays: 2,
      workingDays: [1, 2, 3, 4],
      timeZone: 'America/Denver',
    };
    const practiceOf = async (browser: Caller) => (await stateOf(browser)).practice;
    expect(await practiceOf(asDoctor)).toMatchObject({ workingDays: [1, 2, 3, 4, 5], timeZone: 'America/Phoenix' });
    expect((await asDoctor.ask(PRACTICE, { input })).json.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await practiceOf(asDoctor)).toMatchObject({ timeZone: 'America/Phoenix' });
    await asAdministrator.ask(PRACTICE, { input });
    expect(await practiceOf(asDoctor)).toMatchObject({ workingDays: [1, 2, 3, 4], timeZone: 'America/Denver' });
    // What is not named stays, and so does everybody else's clock.
    await asAdministrator.ask(PRACTICE, { input: { urgentAfterMinutes: 60, routineAfterDays: 1 } });
    expect(await practiceOf(asDoctor)).toMatchObject({ workingDays: [1, 2, 3, 4], timeZone: 'America/Denver' });
    expect(await practiceOf(asStranger)).toMatchObject({ timeZone: 'America/Phoenix' });
    // Nor does registering the practice again turn its clock back.
    const { id, name } = doctor.organization;
    const again = { id, kind: 'community-practice', name: `${name}, renamed`, timeZone: 'America/Phoenix' } as const;
    await registerParties(served.clinic.database.urls.portage_steward, [again], []);
    expect(await practiceOf(asDoctor)).toMatchObject({ workingDays: [1, 2, 3, 4], timeZone: 'America/Denver' });
    expect(await served.clinic.behindTheWall('select name from organization where id = $1', [id])).toEqual([
      { name: again.name },
    ]);
    for (const wrong of [
      { workingDays: [] },
      { workingDays: [1, 1] },
      { workingDays: [8] },
      { timeZone: 'Mars/Base' },
    ]) {
      const { json } = await asAdministrator.ask(PRACTICE, { input: { ...input, ...wrong } });
      expect(json.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
  });

  it('show its administrator, and nobody else, whose mail does not arrive and the task that was raised', async () => {
    const colleague = await served.clinic.person('practice-staff').of(doctor.organization);
    const contact = await served.clinic.behindTheWall<{ id: string }>('select id from contact where person_id = $1', [
      colleague.id,
    ]);
    const [task] = await served.clinic.behindTheWall<{ id: string }>(
      `select app.request_task(null, 'Mend the e-mail address', null, 'routine', null, $1, 'practice-administrator', null, current_date, 'contact', $2) as id`,
      [doctor.organization.id, contact[0]!.id],
    );
    const { practice } = await stateOf(asAdministrator);
    expect(practice.unreachable.find(({ person }) => person.id === colleague.id)).toMatchObject({
      address: colleague.email,
      state: 'UNVERIFIED',
      task: { id: task!.id, title: 'Mend the e-mail address' },
    });
    // Whose address is confirmed is not among them.
    expect(practice.unreachable.map(({ person }) => person.id)).not.toContain(doctor.id);
    expect((await stateOf(asDoctor)).practice.unreachable).toEqual([]);
    expect((await stateOf(asStranger)).practice.unreachable).toEqual([]);
  });

  it('leave their change in the audit, and their refusal', async () => {
    const rows = await served.clinic.behindTheWall<{ outcome: string }>(
      `select distinct outcome from audit_event where action = 'notifications:change-practice'`,
    );
    expect(rows.map(({ outcome }) => outcome).toSorted()).toEqual(['denied', 'done']);
  });
});

describe('mails that were written', () => {
  it('are shown to whoever develops, and marked up as text', async () => {
    const { status, text } = await served.caller().fetch('/development/mail');
    expect(status).toBe(200);
    expect(text).toContain('Confirm this address for Portage');
    expect(text).toContain('new@clinic.example');
  });

  it('are not shown in production', async () => {
    const production = await serveClinic({ NODE_ENV: 'production' });
    expect((await production.caller().fetch('/development/mail')).status).toBe(404);
    await production.close();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ago, ahead, DAY, openClinic, type Clinic } from '#test/kit/clinic.ts';
import { correspond, Post, signedIn, type Correspondence, type Person, type ThreadTold } from './correspondence.ts';

let clinic: Clinic;
let post: Post;
let at: Correspondence;
let staff: Person;
let thread: ThreadTold;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
});
beforeEach(async () => {
  at = await correspond(clinic);
  staff = await signedIn(await clinic.person('practice-staff').of(at.physician.person.organization));
  ({ thread } = await post.begin(at.oncologist, at.patient, [at.physician], { body: 'For the doctor' }));
  await post.letUndoPass();
});
afterAll(() => clinic.close());

describe('practice staff', () => {
  it('see nothing of a clinician’s threads without delegation', async () => {
    expect(await post.inbox(staff)).toEqual([]);
  });

  it('who stand in see them, and it shows', async () => {
    await clinic.standIn(at.physician.person).by(staff.person);
    expect(await post.inbox(staff)).toMatchObject([
      { id: thread.id, onBehalfOf: { id: at.physician.person.id }, unreadCount: 1 },
    ]);
    expect(await post.inbox(staff, { mine: true })).toEqual([]);
    expect(await post.unread(staff)).toBe(1);
  });

  it('open and answer in the clinician’s place, and the sender is shown who did', async () => {
    await clinic.standIn(at.physician.person).by(staff.person);
    const { sentAt } = ((await post.thread(staff, thread.id)) as ThreadTold).messages.edges[0]!.node;
    await post.change(staff, `markThreadRead(id: "${thread.id}", until: "${sentAt}")`);
    const reply = await post.send(staff, { threadId: thread.id, body: 'She comes on Monday.' });
    expect(reply.message.mine).toBe(true);
    await post.letUndoPass();
    const told = (await post.thread(at.oncologist, thread.id)) as ThreadTold;
    expect(told.messages.edges.map(({ node }) => [node.sender.id, node.onBehalfOf?.id])).toEqual([
      [staff.person.id, at.physician.person.id],
      [at.oncologist.person.id, undefined],
    ]);
    expect(told.messages.edges[1]!.node.deliveries).toMatchObject([
      { recipient: { id: at.physician.person.id }, openedBy: { id: staff.person.id } },
    ]);
    expect(told.participants).toHaveLength(2);
    const [audited] = await clinic.behindTheWall<{ acting_for_id: string }>(
      `select acting_for_id from audit_event where person_id = $1 and action = 'messages:send' and outcome = 'done'`,
      [staff.person.id],
    );
    expect(audited!.acting_for_id).toBe(at.physician.person.id);
  });

  it('begin a thread in the clinician’s place, who then has it', async () => {
    const input = { onBehalfOfId: at.physician.person.id };
    expect(await post.begin(staff, at.patient, [at.oncologist], input)).toMatchObject({ reason: 'NOT_YOUR_PRINCIPAL' });
    await clinic.standIn(at.physician.person).by(staff.person);
    const sent = await post.begin(staff, at.patient, [at.oncologist], input);
    expect(sent.thread.participants.map(({ person }) => person.id).toSorted()).toEqual(
      [at.physician.person.id, at.oncologist.person.id].toSorted(),
    );
    expect(await post.inbox(at.physician, { mine: true })).toHaveLength(2);
  });

  it('see no more when the delegation has ended', async () => {
    await clinic.standIn(at.physician.person).by(staff.person, { validFrom: ago(2 * DAY), validUntil: ago(DAY) });
    expect(await post.inbox(staff)).toEqual([]);
  });
});

describe('nobody writes in the place of somebody who did not name them', () => {
  const inPlaceOf = (who: Person, principal: Person) =>
    post.begin(who, at.patient, [at.oncologist], { onBehalfOfId: principal.person.id });
  const written = async () => {
    const [row] = await clinic.behindTheWall<{ count: number }>(
      `select count(*)::integer as count from message where patient_id = $1 and on_behalf_of_id is not null`,
      [at.patient.id],
    );
    return row!.count;
  };

  it.each<[string, () => Promise<unknown>]>([
    ['never asked', async () => undefined],
    [
      'whose delegation has ended',
      () => clinic.standIn(at.physician.person).by(staff.person, { validFrom: ago(2 * DAY), validUntil: ago(DAY) }),
    ],
    [
      'whose delegation was taken back',
      () => clinic.standIn(at.physician.person).by(staff.person, { revokedAt: ago(DAY) }),
    ],
    [
      'whose delegation has not begun',
      () => clinic.standIn(at.physician.person).by(staff.person, { validFrom: ahead(DAY) }),
    ],
    [
      'for whom the clinician stands in, and not the other way',
      () => clinic.standIn(staff.person).by(at.physician.person),
    ],
    [
      'who stands in for somebody else',
      async () => {
        const other = await clinic.person('community-clinician').of(at.physician.person.organization);
        await clinic.standIn(other).by(staff.person);
      },
    ],
  ])('%s', async (_, arrange) => {
    await arrange();
    expect(await inPlaceOf(staff, at.physician)).toMatchObject({ reason: 'NOT_YOUR_PRINCIPAL', field: 'onBehalfOfId' });
    const reply = await post.send(staff, {
      threadId: thread.id,
      body: 'In her name',
      onBehalfOfId: at.physician.person.id,
    });
    expect(reply.codes).toEqual(['NOT_FOUND']);
    expect(await written()).toBe(0);
  });

  it('who may not read the patient, though their stand-in may', async () => {
    const stranger = await signedIn(await clinic.person('community-clinician').of(await clinic.organization()));
    await clinic.standIn(stranger.person).by(staff.person);
    expect(await inPlaceOf(staff, stranger)).toMatchObject({
      reason: 'RECIPIENT_WITHOUT_ACCESS',
      personIds: [stranger.person.id],
    });
    expect(await written()).toBe(0);
  });

  it('is kept in the draft, with whom it was for', async () => {
    await inPlaceOf(staff, at.physician);
    const { data } = await post.ask(staff, '{ drafts { onBehalfOfId } }');
    expect(data!['drafts']).toEqual([{ onBehalfOfId: at.physician.person.id }]);
  });
});

describe('a clinician who is away', () => {
  it('is shown with who covers, before sending and in the thread', async () => {
    const buddy = await signedIn(await clinic.person('community-clinician').of(at.physician.person.organization));
    await clinic.standIn(at.physician.person).by(buddy.person, { kind: 'cover', validUntil: ahead(DAY) });
    const { data } = await post.ask(
      at.oncologist,
      `{ recipients(patientId: "${at.patient.id}") { person { id } cover { person { id } } lastSeenAt usualReplyHours } }`,
    );
    const recipients = data!['recipients'] as { person: { id: string }; lastSeenAt: string | null }[];
    const away = recipients.find(({ person }) => person.id === at.physician.person.id);
    expect(away).toMatchObject({ cover: { person: { id: buddy.person.id } }, usualReplyHours: null });
    expect(away!.lastSeenAt).not.toBeNull();
    const told = (await post.thread(at.oncologist, thread.id)) as ThreadTold;
    const participant = told.participants.find(({ person }) => person.id === at.physician.person.id);
    expect(participant!.cover).toMatchObject({ person: { id: buddy.person.id } });
  });

  it('has the cover read and answer', async () => {
    const buddy = await signedIn(await clinic.person('community-clinician').of(at.physician.person.organization));
    await clinic.standIn(at.physician.person).by(buddy.person, { kind: 'cover', validUntil: ahead(DAY) });
    expect(await post.inbox(buddy)).toMatchObject([{ id: thread.id, onBehalfOf: { id: at.physician.person.id } }]);
    const reply = await post.send(buddy, { threadId: thread.id, body: 'I have it.' });
    expect(reply.__typename).toBe('MessageSent');
  });
});

describe('recipients', () => {
  it('are those who may read messages about the patient, found by name or practice', async () => {
    const names = async (search: string) => {
      const { data } = await post.ask(
        at.oncologist,
        `query ($search: String!) { recipients(patientId: "${at.patient.id}", search: $search) { person { id } } }`,
        { search },
      );
      return (data!['recipients'] as { person: { id: string } }[]).map(({ person }) => person.id);
    };
    expect((await names('')).toSorted()).toEqual([at.physician.person.id, staff.person.id].toSorted());
    expect(await names(at.physician.person.organization.name.toUpperCase())).toHaveLength(2);
    expect(await names('nobody of that name')).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, inDays, list, openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.clinic.close());

const kinds = (task: { history: { kind: string }[] } | null) => task?.history.map(({ kind }) => kind);

describe('a task', () => {
  it('is asked for by the centre and taken on by the practice, on one and the same page of both', async () => {
    const task = await office.ask({ detail: 'Before the visit' });
    expect(task).toMatchObject({ status: 'REQUESTED', version: 1, mayDirect: true, mayRespond: false });
    expect(task.owner).toMatchObject({ person: { id: office.pcp.id }, role: 'COMMUNITY_CLINICIAN' });
    const accepted = await office.as('pcp', 'acceptTask', { id: task.id, version: 1 });
    expect(accepted).toMatchObject({ changed: true, task: { status: 'ACCEPTED', version: 2 } });
    expect(kinds(accepted.task)).toEqual(['REQUESTED', 'ACCEPTED']);
    const { tasks } = await list(office.clinic, office.tokens.oncologist, { owner: 'REQUESTED_BY_ME' });
    expect(tasks.find(({ id }) => id === task.id)).toMatchObject({
      status: 'ACCEPTED',
      requester: { id: office.oncologist.id },
    });
  });

  it('goes from proposed to begun to done, and what was done is kept', async () => {
    const { id } = await office.ask();
    expect((await office.as('pcp', 'startTask', { id })).task?.status).toBe('IN_PROGRESS');
    const done = await office.as('pcp', 'completeTask', { id, note: 'CEA 2.1 ng/mL' });
    expect(done.task).toMatchObject({ status: 'COMPLETED', reason: 'CEA 2.1 ng/mL', mayRespond: false });
    expect(await office.as('pcp', 'acceptTask', { id })).toMatchObject({ changed: false, reason: 'WRONG_STATE' });
  });

  it('is declined with a reason only, and then is its requester’s to settle', async () => {
    const { id } = await office.ask();
    expect(await office.as('pcp', 'declineTask', { id, reason: '  ' })).toMatchObject({
      changed: false,
      reason: 'WORDS_MISSING',
    });
    expect((await office.as('pcp', 'declineTask', { id, reason: 'x'.repeat(1001) })).reason).toBe('WORDS_TOO_LONG');
    const declined = await office.as('pcp', 'declineTask', { id, reason: '<b>No phlebotomy here</b>' });
    expect(declined.task).toMatchObject({ status: 'REJECTED', reason: '<b>No phlebotomy here</b>' });
    const mine = await list(office.clinic, office.tokens.oncologist, { owner: 'REQUESTED_BY_ME', open: false });
    expect(mine.tasks.find((task) => task.id === id)).toMatchObject({ mayDirect: true });
    const again = await office.as('oncologist', 'reassignTask', { id, ownerId: office.colleague.id });
    expect(again.task).toMatchObject({
      status: 'REQUESTED',
      reason: null,
      owner: { person: { id: office.colleague.id } },
    });
  });

  it('goes back and forth by a question, and stays open all the while', async () => {
    const { id } = await office.ask();
    const asked = await office.as('pcp', 'askAboutTask', { id, question: 'Fasting?' });
    expect(asked.task).toMatchObject({ status: 'REQUESTED', question: 'Fasting?' });
    expect(await office.as('pcp', 'answerTaskQuestion', { id, answer: 'Yes' })).toMatchObject({ reason: 'NOT_YOURS' });
    const answered = await office.as('oncologist', 'answerTaskQuestion', { id, answer: 'No need' });
    expect(answered.task).toMatchObject({ status: 'REQUESTED', question: null });
    expect(answered.task?.history.map(({ words }) => words)).toEqual([null, 'Fasting?', 'No need']);
    expect((await office.as('oncologist', 'answerTaskQuestion', { id, answer: 'No need' })).reason).toBe(
      'NOTHING_ASKED',
    );
  });

  it('is withdrawn by who asked, and by nobody else', async () => {
    const { id } = await office.ask();
    expect((await office.as('pcp', 'cancelTask', { id, reason: 'No' })).reason).toBe('NOT_YOURS');
    expect((await office.as('oncologist', 'acceptTask', { id })).reason).toBe('NOT_YOURS');
    expect((await office.as('oncologist', 'cancelTask', { id, reason: 'Done here' })).task?.status).toBe('CANCELLED');
  });

  it('asked of a role is claimed by one of those who have it, and is then theirs', async () => {
    const { id, owner } = await office.ask({
      ownerId: null,
      ownerOrganizationId: office.pcp.organization.id,
      ownerRole: 'COMMUNITY_CLINICIAN',
    });
    expect(owner.person).toBeNull();
    expect((await office.as('staff', 'acceptTask', { id })).reason).toBe('NOT_YOURS');
    const claimed = await office.as('colleague', 'acceptTask', { id });
    expect(claimed.task?.owner.person?.id).toBe(office.colleague.id);
    expect((await office.as('pcp', 'completeTask', { id, note: 'x' })).reason).toBe('NOT_YOURS');
  });

  it('changed meanwhile is not answered by who saw it as it was', async () => {
    const { id } = await office.ask();
    await office.as('oncologist', 'reassignTask', { id, ownerId: office.pcp.id });
    const late = await office.as('pcp', 'acceptTask', { id, version: 1 });
    expect(late).toMatchObject({
      changed: false,
      reason: 'CHANGED_MEANWHILE',
      task: { status: 'REQUESTED', version: 2 },
    });
  });

  it('whose day has passed stays open and shows as overdue on both sides', async () => {
    const { id } = await office.ask();
    await office.clinic.behindTheWall('update task set due_on = due_on - 10 where id = $1', [id]);
    for (const [who, owner] of [
      ['pcp', 'MINE'],
      ['oncologist', 'REQUESTED_BY_ME'],
    ] as const) {
      const { tasks } = await list(office.clinic, office.tokens[who], { owner, overdue: true });
      expect(tasks.find((task) => task.id === id)).toMatchObject({ overdue: true, status: 'REQUESTED' });
    }
  });

  it('asked for again with its key, also at once, is one task and answered alike', async () => {
    const input = {
      patientId: office.patient.id,
      title: 'Call once',
      ownerId: office.pcp.id,
      dueOn: inDays(1),
      idempotencyKey: randomUUID(),
    };
    const tries = await Promise.all(Array.from({ length: 6 }, () => office.as('oncologist', 'requestTask', { input })));
    expect(tries.map(({ changed }) => changed)).toEqual(tries.map(() => true));
    expect(new Set(tries.map(({ task }) => task!.id)).size).toBe(1);
    await office.as('pcp', 'acceptTask', { id: tries[0]!.task!.id });
    const late = await office.as('oncologist', 'requestTask', { input: { ...input, title: 'Call twice' } });
    expect(late.task).toMatchObject({ id: tries[0]!.task!.id, title: 'Call once', status: 'ACCEPTED' });
    // The key is the asker's own: somebody else's is another.
    const other = await office.as('pcp', 'requestTask', { input: { ...input, ownerId: office.oncologist.id } });
    expect(other.task!.id).not.toBe(late.task!.id);
    const wrong = { input: { ...input, idempotencyKey: 'mine' } };
    expect((await office.as('oncologist', 'requestTask', wrong)).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('that was declined stays in its requester’s list until they settle it', async () => {
    const { id } = await office.ask();
    const declined = async () => {
      const { tasks } = await list(office.clinic, office.tokens.oncologist, {
        owner: 'REQUESTED_BY_ME',
        declined: true,
      });
      return tasks.filter((task) => task.id === id).length;
    };
    expect(await declined()).toBe(0);
    await office.as('pcp', 'declineTask', { id, reason: 'On leave' });
    expect(await declined()).toBe(1);
    await office.as('oncologist', 'cancelTask', { id, reason: 'Done elsewhere' });
    expect(await declined()).toBe(0);
  });

  it('is refused in words when it cannot be asked for', async () => {
    const asking = (more: Record<string, unknown>) =>
      office.as('oncologist', 'requestTask', {
        input: { patientId: office.patient.id, title: 'Call', ownerId: office.pcp.id, dueOn: inDays(1), ...more },
      });
    expect(await asking({ title: ' ' })).toMatchObject({ reason: 'WORDS_MISSING', task: null });
    expect((await asking({ title: 'x'.repeat(201) })).reason).toBe('WORDS_TOO_LONG');
    expect((await asking({ dueOn: inDays(-1) })).reason).toBe('DUE_IN_THE_PAST');
    expect((await asking({ dueOn: inDays(0) })).changed).toBe(true);
    expect((await asking({ ownerId: office.stranger.id })).reason).toBe('OWNER_CANNOT_READ');
    expect((await asking({ ownerId: randomUUID() })).reason).toBe('OWNER_CANNOT_READ');
    expect((await asking({ ownerId: null })).reason).toBe('OWNER_MISSING');
    expect((await asking({ onBehalfOfId: office.pcp.id })).reason).toBe('NOT_YOURS');
    expect((await asking({ patientId: randomUUID() })).codes).toEqual(['NOT_FOUND']);
  });
});

describe('taking back', () => {
  it('restores what was before, within ten seconds, and both stay in the history', async () => {
    const { id } = await office.ask();
    const declined = await office.as('pcp', 'declineTask', { id, reason: 'Slip of the hand' });
    expect(Date.parse(declined.undoUntil!) - Date.now()).toBeGreaterThan(5_000);
    const back = await office.as('pcp', 'undoTaskAnswer', { id });
    expect(back.task).toMatchObject({ status: 'REQUESTED', reason: null, version: 3 });
    expect(kinds(back.task)).toEqual(['REQUESTED', 'DECLINED', 'UNDONE']);
    expect((await office.as('pcp', 'undoTaskAnswer', { id })).reason).toBe('UNDO_EXPIRED');
  });

  it('gives a claimed task back to the role, and a reassigned one to who had it', async () => {
    const { id } = await office.ask({
      ownerId: null,
      ownerOrganizationId: office.pcp.organization.id,
      ownerRole: 'COMMUNITY_CLINICIAN',
    });
    await office.as('pcp', 'acceptTask', { id });
    expect((await office.as('pcp', 'undoTaskAnswer', { id })).task).toMatchObject({
      status: 'REQUESTED',
      owner: { person: null },
    });
    const other = await office.ask();
    await office.as('pcp', 'reassignTask', { id: other.id, ownerId: office.colleague.id });
    expect((await office.as('pcp', 'undoTaskAnswer', { id: other.id })).task?.owner.person?.id).toBe(office.pcp.id);
  });

  it('is over after ten seconds, and is never for somebody else’s answer', async () => {
    const { id } = await office.ask();
    await office.as('pcp', 'acceptTask', { id });
    expect((await office.as('oncologist', 'undoTaskAnswer', { id })).reason).toBe('UNDO_EXPIRED');
    await office.clinic.behindTheWall(`update task_event set at = at - interval '10 seconds' where task_id = $1`, [id]);
    expect(await office.as('pcp', 'undoTaskAnswer', { id })).toMatchObject({
      reason: 'UNDO_EXPIRED',
      task: { status: 'ACCEPTED' },
    });
  });
});

describe('whoever stands in', () => {
  it('answers in the other’s place, and it shows', async () => {
    const nurse = await office.clinic.person('practice-staff').of(office.pcp.organization);
    await office.clinic.standIn(office.pcp).by(nurse);
    const token = await nurse.signIn();
    const { id } = await office.ask();
    const { task } = await answer(office.clinic, token, 'acceptTask', { id });
    expect(task).toMatchObject({ status: 'ACCEPTED', owner: { person: { id: office.pcp.id } } });
    expect(task?.history.at(-1)).toMatchObject({ by: { id: nurse.id }, onBehalfOf: { id: office.pcp.id } });
    const input = {
      patientId: office.patient.id,
      title: 'Send slides',
      ownerId: office.oncologist.id,
      dueOn: inDays(2),
    };
    const asked = await answer(office.clinic, token, 'requestTask', {
      input: { ...input, onBehalfOfId: office.pcp.id },
    });
    expect(asked.task).toMatchObject({ requester: { id: office.pcp.id } });
    expect(asked.task?.history[0]).toMatchObject({ by: { id: nurse.id }, onBehalfOf: { id: office.pcp.id } });
  });

  it('sees the covered clinician’s tasks among their own, until the cover ends', async () => {
    const buddy = await office.clinic.person('community-clinician').of(await office.clinic.organization());
    const token = await buddy.signIn();
    const { id } = await office.ask({ ownerId: office.colleague.id });
    const mine = async () => (await list(office.clinic, token, { owner: 'MINE' })).tasks.map((task) => task.id);
    expect(await mine()).not.toContain(id);
    // The practice was granted the patient, not the colleague: cover gives what the person has.
    await office.clinic.grant(office.patient).to(office.colleague, { basis: 'care-team' });
    await office.clinic.standIn(office.colleague).by(buddy, { kind: 'cover' });
    expect(await mine()).toContain(id);
    await office.clinic.behindTheWall('update delegation set revoked_at = now() where delegate_id = $1', [buddy.id]);
    expect(await mine()).not.toContain(id);
  });
});

describe('the audit', () => {
  it('has every change in the transaction that made it, and every read', async () => {
    const { id } = await office.ask();
    const { requestId } = await office.as('pcp', 'acceptTask', { id });
    const rows = await office.clinic.behindTheWall<{ action: string; patient_id: string; row_ids: string[] }>(
      `select a.action, a.patient_id, a.row_ids from audit_event a where a.request_id = $1 order by a.id`,
      [requestId],
    );
    expect(rows.map(({ action }) => action)).toEqual(['tasks:read', 'tasks:answer']);
    for (const row of rows) expect(row).toMatchObject({ patient_id: office.patient.id });
    expect(rows[1]!.row_ids).toContain(id);
    const [together] = await office.clinic.behindTheWall<{ same: boolean }>(
      `select e.xmin::text = a.xmin::text and t.xmin::text = a.xmin::text as same
       from task t join task_event e on e.task_id = t.id, audit_event a
       where t.id = $1 and a.request_id = $2 and a.action = 'tasks:answer'`,
      [id, requestId],
    );
    expect(together).toEqual({ same: true });
  });

  it('refuses the change when it cannot be written', async () => {
    const { id } = await office.ask();
    await office.clinic.owner.query(
      `alter table audit_event add constraint broken check (action <> 'tasks:answer') not valid`,
    );
    try {
      expect((await office.as('pcp', 'acceptTask', { id })).codes).toHaveLength(1);
    } finally {
      await office.clinic.owner.query('alter table audit_event drop constraint broken');
    }
    expect(
      (await list(office.clinic, office.tokens.pcp, { owner: 'MINE' })).tasks.find((one) => one.id === id),
    ).toMatchObject({
      status: 'REQUESTED',
      version: 1,
    });
  });
});

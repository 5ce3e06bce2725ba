// Nobody is sent right back without a handshake: a plan from its draft to its end, on real PostgreSQL.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { before, openSharedCare, type LineTold, type PlanTold, type SharedCare } from './shared-care.ts';

let care: SharedCare;
const lineOf = (plan: PlanTold | null, key: string): LineTold => plan!.lines.find((line) => line.key === key)!;

describe('a plan', () => {
  beforeAll(async () => {
    care = await openSharedCare();
  }, 60_000);
  afterAll(() => care.clinic.close());

  it('is begun by oncology, filled from the record, and seen by nobody else before it is sent', async () => {
    expect(await care.plan(care.oncologist)).toBeNull();
    expect((await care.does(care.physician, 'draftCarePlan')).reason).toBe('NOT_YOURS');
    const { plan } = await care.does(care.nurse, 'draftCarePlan');
    expect(plan?.state).toBe('DRAFT');
    expect(plan?.facts.diagnoses[0]?.text).toBe('Breast cancer, right, stage IIA');
    expect(plan?.facts.systemic[0]).toEqual({
      name: 'doxorubicin',
      cumulativeDose: { value: 240, unit: 'mg/m²', doxorubicinEquivalent: 240 },
    });
    expect(plan?.facts.endOfTreatment).toBe(before(200));
    expect(plan?.missing.map(({ key }) => key)).toContain('smoking');
    expect(lineOf(plan, 'breast-mammogram').state).toBe('DUE');
    expect(lineOf(plan, 'breast-visit').state).toBe('OVERDUE');
    expect(lineOf(plan, 'diabetes-hba1c').owner).toBe('PRIMARY_CARE');
    expect(await care.plan(care.physician)).toBeNull();
    expect((await care.does(care.oncologist, 'draftCarePlan')).reason).toBe('WRONG_STATE');
  });

  it('takes what a person fills in, under their name, and no dose without its unit', async () => {
    const [missing] = (await care.plan(care.nurse))!.missing.filter(({ key }) => key.startsWith('radiation:'));
    expect((await care.does(care.nurse, 'fillMissingFact', { key: missing!.key, text: '40', value: 40 })).reason).toBe(
      'VALUE_UNUSABLE',
    );
    expect((await care.does(care.nurse, 'fillMissingFact', { key: 'smoking', text: 'no' })).reason).toBe(
      'VALUE_UNUSABLE',
    );
    const { plan } = await care.does(care.nurse, 'fillMissingFact', {
      key: missing!.key,
      text: '40 Gy',
      value: 40,
      unit: 'Gy',
    });
    expect(plan?.missing.map(({ key }) => key)).not.toContain(missing!.key);
  });

  it('cannot be signed while a line has no owner, nor by a nurse', async () => {
    const draft = await care.plan(care.nurse);
    const line = lineOf(draft, 'breast-mammogram');
    const without = await care.does(care.nurse, 'updateCarePlanLine', { lineId: line.id, owner: 'NOBODY' });
    expect(lineOf(without.plan, 'breast-mammogram').owner).toBe('NOBODY');
    expect((await care.does(care.nurse, 'signCarePlan', { version: 1 })).reason).toBe('NOT_YOURS');
    const refused = await care.does(care.oncologist, 'signCarePlan', { version: 1 });
    expect([refused.reason, refused.field]).toEqual(['OWNER_MISSING', 'breast-mammogram']);
    await care.does(care.nurse, 'updateCarePlanLine', {
      lineId: line.id,
      owner: 'ONCOLOGY',
      ownerName: 'Breast clinic',
    });
  });

  it('keeps two people from colliding', async () => {
    const { revision, lines } = (await care.plan(care.nurse))!;
    const change = { lineId: lines[0]!.id, everyMonths: { least: 4, most: 4 }, revision };
    const both = await Promise.all([
      care.does(care.nurse, 'updateCarePlanLine', change),
      care.does(care.oncologist, 'updateCarePlanLine', { ...change, ownerName: 'Clinic' }),
    ]);
    expect(both.filter(({ changed }) => changed)).toHaveLength(1);
    expect(both.find(({ changed }) => !changed)?.reason).toBe('CHANGED_MEANWHILE');
  });

  it('is signed by the oncologist, with a hash of what was signed, and then does not change', async () => {
    const { plan } = await care.does(care.oncologist, 'signCarePlan', { version: 1 });
    expect(plan?.state).toBe('SIGNED');
    const [row] = await care.clinic.behindTheWall<{ content: string; hash: string }>(
      'select content, hash from follow_up_plan where patient_id = $1',
      [care.patient.id],
    );
    expect(createHash('sha256').update(row!.content).digest('hex')).toBe(plan?.hash);
    expect(row!.content).not.toContain('BRCA1');
    expect(
      (await care.does(care.nurse, 'updateCarePlanLine', { lineId: plan!.lines[0]!.id, owner: 'PATIENT' })).reason,
    ).toBe('WRONG_STATE');
    for (const change of [
      `content = '{}'`,
      `decisions = '[]'`,
      `signed_by = gen_random_uuid()`,
      `hash = repeat('0', 64)`,
    ]) {
      await expect(
        care.clinic.behindTheWall(`update follow_up_plan set ${change} where patient_id = $1`, [care.patient.id]),
      ).rejects.toThrow('does not change');
    }
    expect(await care.plan(care.physician)).toBeNull();
  });

  it('is sent to somebody who may read it, and asks them to answer', async () => {
    const stranger = await care.clinic.person('community-clinician').of(await care.clinic.organization());
    expect((await care.does(care.oncologist, 'sendCarePlan', { version: 1, recipientId: stranger.id })).reason).toBe(
      'RECIPIENT_CANNOT_READ',
    );
    const { plan } = await care.does(care.oncologist, 'sendCarePlan', { version: 1, recipientId: care.physician.id });
    expect(plan?.state).toBe('SENT');
    expect(plan?.sentTo?.id).toBe(care.physician.id);
    const tasks = await care.ask(
      care.physician,
      '{ tasks(filter: { owner: MINE }) { edges { node { title status source { kind id } } } } }',
    );
    expect(JSON.stringify(tasks.data)).toContain('Answer the follow-up plan');
  });

  it('is received by the physician, who alone may answer', async () => {
    const seen = await care.plan(care.physician);
    expect(seen?.mayRespond).toBe(true);
    expect((await care.plan(care.bystander))?.mayRespond).toBe(false);
    expect((await care.does(care.bystander, 'receiveCarePlan')).reason).toBe('NOT_YOURS');
    expect((await care.does(care.physician, 'receiveCarePlan')).plan?.state).toBe('RECEIVED');
    const line = seen!.lines.find(({ asksForResponse }) => asksForResponse)!;
    expect(
      (await care.does(care.bystander, 'respondToCarePlanLine', { lineIds: [line.id], response: 'ACCEPTED' })).reason,
    ).toBe('NOT_YOURS');
    expect(
      (await care.does(care.oncologist, 'respondToCarePlanLine', { lineIds: [line.id], response: 'ACCEPTED' })).reason,
    ).toBe('NOT_YOURS');
  });

  it('is declined with a reason, which makes a task of the signer, and taken back within seconds', async () => {
    const line = lineOf(await care.plan(care.physician), 'diabetes-hba1c');
    expect(
      (await care.does(care.physician, 'respondToCarePlanLine', { lineIds: [line.id], response: 'DECLINED' })).reason,
    ).toBe('WORDS_MISSING');
    const declined = await care.does(care.physician, 'respondToCarePlanLine', {
      lineIds: [line.id],
      response: 'DECLINED',
      words: 'The endocrinologist does that',
    });
    const now = lineOf(declined.plan, 'diabetes-hba1c');
    expect([now.response, now.responseWords, now.respondedBy?.id]).toEqual([
      'DECLINED',
      'The endocrinologist does that',
      care.physician.id,
    ]);
    expect(now.task?.owner.person?.id).toBe(care.oncologist.id);
    expect(now.task?.status).toBe('REQUESTED');
    expect(declined.undoUntil).not.toBeNull();
    const undone = await care.does(care.physician, 'undoCarePlanResponse', { lineIds: [line.id] });
    const again = lineOf(undone.plan, 'diabetes-hba1c');
    expect([again.response, again.task?.status]).toEqual(['NONE', 'CANCELLED']);
    expect((await care.does(care.physician, 'undoCarePlanResponse', { lineIds: [line.id] })).reason).toBe(
      'UNDO_EXPIRED',
    );
  });

  it('cannot be closed before the handshake, save by a named person with a reason', async () => {
    expect((await care.does(care.oncologist, 'closeFollowUp')).reason).toBe('HANDSHAKE_OPEN');
    expect((await care.does(care.oncologist, 'closeFollowUp', { override: true })).reason).toBe('WORDS_MISSING');
    expect((await care.does(care.nurse, 'closeFollowUp', { override: true, reason: 'x' })).reason).toBe('NOT_YOURS');
  });

  it('is in force once every line has been taken on, and the request to answer is done with', async () => {
    const openTasks = async (): Promise<unknown> =>
      (await care.ask(care.physician, '{ tasks(filter: { owner: MINE, open: true }) { totalCount } }')).data;
    const asking = (await care.plan(care.physician))!.lines.filter(({ asksForResponse }) => asksForResponse);
    const [first, ...rest] = asking.map(({ id }) => id);
    await care.does(care.physician, 'respondToCarePlanLine', { lineIds: [first], response: 'ACCEPTED' });
    const accept = { lineIds: rest, response: 'ACCEPTED' };
    const strange = { ...accept, lineIds: [...rest, care.patient.id] };
    expect((await care.does(care.physician, 'respondToCarePlanLine', strange)).reason).toBe('NO_SUCH_LINE');
    const { plan } = await care.does(care.physician, 'respondToCarePlanLine', accept);
    expect(plan?.handshake).toEqual({ accepted: asking.length, declined: 0, asked: 0, open: 0 });
    expect(plan?.state).toBe('ACTIVE');
    expect(await openTasks()).toEqual({ tasks: { totalCount: 0 } });
    // One undo takes the whole click back, and the request to answer stands again, once.
    const undone = await care.does(care.physician, 'undoCarePlanResponse', { lineIds: rest });
    expect(undone.plan?.handshake).toEqual({ accepted: 1, declined: 0, asked: 0, open: rest.length });
    expect(await openTasks()).toEqual({ tasks: { totalCount: 1 } });
    const again = (await care.does(care.physician, 'respondToCarePlanLine', accept)).plan!;
    expect(again.state).toBe('ACTIVE');
    expect(again.lines.filter(({ respondedBy }) => respondedBy?.id === care.physician.id)).toHaveLength(asking.length);
  });

  it('stays true: what is done at either place is seen by both', async () => {
    await care.record('observation', ['results'], {
      category: 'laboratory',
      family: 'hba1c',
      display: 'Hemoglobin A1c',
      value_number: 7.1,
      unit: '%',
      status: 'final',
      // The same day at either place, at whatever hour the test runs.
      effective_at: `${before(1)}T18:00:00Z`,
    });
    for (const person of [care.physician, care.oncologist]) {
      const line = lineOf(await care.plan(person), 'diabetes-hba1c');
      expect([line.state, line.lastDone?.on, line.lastDone?.text]).toEqual([
        'NOT_YET_DUE',
        before(1),
        'Hemoglobin A1c: 7.1 %',
      ]);
    }
  });

  it('is revised by a new version that shows what differs and asks only anew for what changed', async () => {
    const { plan: draft } = await care.does(care.oncologist, 'draftCarePlan');
    expect(draft?.version).toBe(2);
    const hba1c = lineOf(draft, 'diabetes-hba1c');
    await care.does(care.oncologist, 'updateCarePlanLine', {
      lineId: hba1c.id,
      owner: 'OTHER',
      ownerName: 'Endocrinology',
    });
    const mammogram = lineOf(draft, 'breast-mammogram');
    await care.does(care.oncologist, 'updateCarePlanLine', { lineId: mammogram.id, owner: 'PRIMARY_CARE' });
    expect((await care.plan(care.physician))?.version).toBe(1);
    await care.does(care.oncologist, 'signCarePlan', { version: 2 });
    const { plan } = await care.does(care.oncologist, 'sendCarePlan', { version: 2, recipientId: care.physician.id });
    expect(plan?.handshake.open).toBe(1);
    expect(plan?.versions.map(({ version, state }) => `${version} ${state}`)).toEqual(['2 SENT', '1 REVISED']);
    const diff = await care.ask(
      care.physician,
      'query ($id: ID!) { carePlanDiff(patientId: $id, from: 1, to: 2) { key kind field before after } }',
    );
    expect(diff.data?.['carePlanDiff']).toContainEqual({
      key: 'diabetes-hba1c',
      kind: 'changed',
      field: 'owner',
      before: 'primary-care',
      after: 'other, Endocrinology',
    });
  });

  it('is on the worklist of whoever may read it, by owner, and of nobody else', async () => {
    const query = `query ($owner: PlanOwner) { dueItems(filter: { owner: $owner }) { totalCount edges { node { title owner state dueOn patient { id } } } } }`;
    const ofPractice = await care.ask(care.physician, query, { owner: 'PRIMARY_CARE' });
    const { edges } = ofPractice.data!['dueItems'] as {
      edges: { node: { title: string; owner: string; dueOn: string } }[];
    };
    expect(edges.map(({ node }) => node.owner)).toEqual(edges.map(() => 'PRIMARY_CARE'));
    expect(edges.map(({ node }) => node.title)).toContain('Mammogram');
    expect(edges.map(({ node }) => node.dueOn)).toEqual(edges.map(({ node }) => node.dueOn).toSorted());
    // Done since it was signed: it is gone at once, and from the count the next time.
    await care.record('imaging_study', ['results'], {
      modality: 'MG',
      description: 'Screening mammography',
      status: 'available',
      started_at: new Date(Date.now() - 3_600_000),
    });
    const titles = async () => {
      const { data } = await care.ask(care.physician, query, { owner: 'PRIMARY_CARE' });
      const list = data!['dueItems'] as { totalCount: number; edges: { node: { title: string } }[] };
      return { total: list.totalCount, titles: list.edges.map(({ node }) => node.title) };
    };
    const [once, again] = [await titles(), await titles()];
    expect(once.titles).not.toContain('Mammogram');
    expect(again).toEqual(once);
    expect(again.total).toBe(again.titles.length);
    const stranger = await care.clinic.person('community-clinician').of(await care.clinic.organization());
    expect((await care.ask(stranger, query)).data).toEqual({ dueItems: { totalCount: 0, edges: [] } });
  });

  it('is suspended when the cancer is back, and says so', async () => {
    await care.record('condition', ['oncology'], {
      category: 'secondary-cancer',
      display: 'Liver metastases',
      clinical_status: 'active',
      onset_on: before(1),
    });
    const plan = await care.plan(care.physician);
    expect([plan?.state, plan?.suspendedBecause]).toEqual(['SUSPENDED', 'A metastasis is recorded: Liver metastases.']);
    expect(lineOf(plan, 'breast-mammogram')).toMatchObject({ state: 'NOT_APPLICABLE', nextDue: null });
  });

  it('is closed by a named person with a reason', async () => {
    const reason = 'Care goes on in the advanced disease clinic';
    const closed = await care.does(care.oncologist, 'closeFollowUp', { override: true, reason });
    const closedBy = { id: care.oncologist.id };
    expect(closed.plan).toMatchObject({ state: 'CLOSED', closedBecause: reason, closedBy });
    expect((await care.does(care.oncologist, 'closeFollowUp', { override: true, reason: 'again' })).reason).toBe(
      'WRONG_STATE',
    );
  });

  it('left an audit row of every write, in whose name it was made', async () => {
    const rows = await care.clinic.behindTheWall<{ action: string; person_id: string; n: string }>(
      `select action, person_id, count(*) as n from audit_event where patient_id = $1 and outcome = 'done' and action like 'care-plan:%' group by 1, 2`,
      [care.patient.id],
    );
    const by = (person: string) => rows.filter(({ person_id }) => person_id === person).map(({ action }) => action);
    expect(by(care.oncologist.id)).toEqual(expect.arrayContaining(['care-plan:write', 'care-plan:read']));
    expect(by(care.physician.id)).toEqual(expect.arrayContaining(['care-plan:answer', 'care-plan:read']));
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClinic, type Clinic } from '#test/kit/clinic.ts';
import { openSharedCare } from '#test/survivorship/shared-care.ts';
import { correspond, Post, signedIn, type Correspondence, type ThreadTold } from './correspondence.ts';

let clinic: Clinic;
let post: Post;
let at: Correspondence;
beforeAll(async () => {
  clinic = await openClinic();
  post = new Post(clinic);
  at = await correspond(clinic);
});
afterAll(() => clinic.close());

const row = (table: string, needs: string) =>
  at.patient.rows.find((one) => one.table === table && one.needs.join() === needs)!;
const quoted = () => [
  { kind: 'RESULT', id: row('observation', 'results').id },
  { kind: 'RESULT', id: row('diagnostic_report', 'results').id },
  { kind: 'RESULT', id: row('imaging_study', 'results').id },
  { kind: 'TREATMENT', id: row('procedure', 'oncology').id },
  { kind: 'TREATMENT', id: row('medication_use', 'clinical').id },
  { kind: 'DIAGNOSIS', id: row('condition', 'oncology').id },
  { kind: 'DOCUMENT', id: row('document_reference', 'documents').id },
];

describe('a piece of the record in a message', () => {
  it('is told live to whoever reads it, and as nothing to whoever does not', async () => {
    const { thread } = await post.begin(at.oncologist, at.patient, [at.physician], { references: quoted() });
    await post.letUndoPass();
    const told = async (who: Correspondence['physician']) =>
      ((await post.thread(who, thread.id)) as ThreadTold).messages.edges[0]!.node.references;
    const all = await told(at.physician);
    expect(all.map(({ kind, id }) => ({ kind, id }))).toEqual(quoted());
    for (const { title } of all) expect(title).toContain(at.patient.canary);

    await clinic.revoke(at.grants.practice);
    await clinic
      .grant(at.patient)
      .to(at.physician.person.organization, { scopes: ['demographics', 'messages', 'results'] });
    const narrow = await told(at.physician);
    expect(narrow.map(({ title }) => title !== null)).toEqual([true, true, true, false, false, false, false]);
    expect(narrow.slice(3).map(({ detail }) => detail)).toEqual([null, null, null, null]);

    await clinic.owner.query(`update observation set display = 'Corrected' where id = $1`, [quoted()[0]!.id]);
    expect((await told(at.oncologist))[0]!.title).toBe('Corrected');
  });

  it('is refused when it is hidden from the sender, of somebody else, or of another kind', async () => {
    const stranger = await clinic.patient({ withRecord: true });
    const sensitive = at.patient.rows.find(({ table, needs }) => table === 'observation' && needs.includes('hiv'))!;
    for (const reference of [
      { kind: 'RESULT', id: stranger.rows.find(({ table }) => table === 'observation')!.id },
      { kind: 'RESULT', id: sensitive.id },
      { kind: 'DIAGNOSIS', id: quoted()[0]!.id },
    ]) {
      expect(await post.begin(at.oncologist, at.patient, [at.physician], { references: [reference] })).toMatchObject({
        reason: 'REFERENCE_NOT_READABLE',
      });
    }
  });

  it('is warned of before sending, by recipient', async () => {
    const { data } = await post.ask(
      at.oncologist,
      `query ($references: [RecordReferenceInput!]!) { recipients(patientId: "${at.patient.id}", references: $references) { person { id } mayRead hiddenReferences mailTrouble } }`,
      { references: quoted() },
    );
    expect(data!['recipients']).toEqual([
      {
        person: { id: at.physician.person.id },
        mayRead: false,
        hiddenReferences: [3, 4, 5, 6],
        mailTrouble: 'UNVERIFIED',
      },
    ]);
  });

  it('is sent to somebody whom mail reaches, or whose address refuses it, which is told before', async () => {
    const trouble = async (contact: string) => {
      await clinic.owner.query(`update contact set ${contact} where person_id = $1`, [at.physician.person.id]);
      const { data } = await post.ask(at.oncologist, `{ recipients(patientId: "${at.patient.id}") { mailTrouble } }`);
      return data!['recipients'];
    };
    expect(await trouble('verified_at = now()')).toEqual([{ mailTrouble: null }]);
    expect(await trouble(`failed_at = now(), failure = 'rejected'`)).toEqual([{ mailTrouble: 'REJECTED' }]);
  });
});

describe('a line of the follow-up plan', () => {
  it('is quoted once the plan was sent, told as it stands now, and as nothing to whoever does not read plans', async () => {
    const care = await openSharedCare(clinic);
    const [oncologist, physician] = [await signedIn(care.oncologist), await signedIn(care.physician)];
    await care.does(care.oncologist, 'draftCarePlan');
    await care.does(care.oncologist, 'signCarePlan', { version: 1 });
    const { lines } = (await care.plan(care.oncologist))!;
    const line = lines.find(({ asksForResponse, nextDue }) => asksForResponse && nextDue !== null)!;
    const references = [{ kind: 'PLAN_LINE', id: line.id }];
    const quote = () => post.begin(oncologist, care.patient, [physician], { references });
    expect(await quote()).toMatchObject({ reason: 'REFERENCE_NOT_READABLE' });

    await care.does(care.oncologist, 'sendCarePlan', { version: 1, recipientId: care.physician.id });
    const { thread } = await quote();
    await post.letUndoPass();
    const told = async () =>
      ((await post.thread(physician, thread.id)) as ThreadTold).messages.edges[0]!.node.references[0]!;
    expect(await told()).toMatchObject({
      ...references[0],
      title: line.title,
      detail: expect.stringMatching(/due by/),
    });

    await care.does(care.physician, 'respondToCarePlanLine', { lineIds: [line.id], response: 'ACCEPTED' });
    expect((await told()).detail).toMatch(/taken on$/);

    const recipients = async () => {
      const { data } = await post.ask(
        oncologist,
        `query ($references: [RecordReferenceInput!]!) { recipients(patientId: "${care.patient.id}", references: $references) { person { id } mayRead } }`,
        { references },
      );
      return (data!['recipients'] as { person: { id: string }; mayRead: boolean }[]).find(
        ({ person }) => person.id === care.physician.id,
      );
    };
    expect(await recipients()).toMatchObject({ mayRead: true });
    await clinic.owner.query(
      `update access_grant set scopes = array_remove(scopes, 'care-plan') where patient_id = $1 and grantee_id = $2`,
      [care.patient.id, care.physician.organization.id],
    );
    expect(await told()).toMatchObject({ title: null, detail: null });
    expect(await recipients()).toMatchObject({ mayRead: false });
  });
});

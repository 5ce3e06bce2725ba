import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#test/kit/execute.ts';
import { FEED } from '#test/kit/clinic-row.ts';
import { openOffice, type Office } from '#test/tasks/office.ts';
import { randomUUID } from 'node:crypto';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.clinic.close());

interface Item {
  kind: string;
  title: string;
  detail: string | null;
  count: number;
  dueOn: string | null;
  patient: { id: string } | null;
  task: { id: string; status: string } | null;
}
type Home = Record<'asksYou' | 'changes' | 'forInformation', Item[]> & { since: string | null };

const ITEM = 'kind title detail count dueOn patient { id } task { id status }';
async function home(token: string): Promise<Home> {
  const { data, codes } = await execute(
    office.clinic,
    token,
    `{ home { since asksYou { ${ITEM} } changes { ${ITEM} } forInformation { ${ITEM} } } }`,
  );
  expect(codes).toEqual([]);
  return data!['home'] as Home;
}
const visit = (token: string, patientId?: string) =>
  execute(office.clinic, token, 'mutation ($id: ID) { markVisited(patientId: $id) }', { id: patientId ?? null });
const kinds = (items: Item[]) => items.map(({ kind }) => kind);

async function result(value: number, flag: string | null = null): Promise<void> {
  const id = randomUUID();
  await office.clinic.insert('portage_ingest', 'observation', {
    id,
    patient_id: office.patient.id,
    needs: ['results'],
    source_system: FEED,
    source_type: 'Observation',
    source_id: id,
    source_hash: Buffer.alloc(32),
    category: 'laboratory',
    display: 'CEA',
    value_number: value,
    unit: 'ng/mL',
    flag,
    status: 'final',
    effective_at: new Date(),
  });
}

describe('since the last visit', () => {
  it('nothing is told at the first, and what came in afterwards at the next', async () => {
    await result(1);
    const first = await office.pcp.signIn();
    expect(await home(first)).toMatchObject({ since: null, changes: [] });
    await visit(first);
    await result(2);
    await result(5.5, 'high');
    // The same visit: what came during it is for the next one.
    expect((await home(first)).since).toBeNull();
    const second = await office.pcp.signIn();
    const told = await home(second);
    expect(told.since).not.toBeNull();
    expect(told.changes).toMatchObject([
      {
        kind: 'RESULTS',
        count: 2,
        title: '2 new results',
        detail: 'CEA 5.5 ng/mL (high); CEA 2 ng/mL',
        patient: { id: office.patient.id },
      },
    ]);
  });

  it('what is new stays new during the visit, and until the patient is opened', async () => {
    const token = await office.pcp.signIn();
    await visit(token);
    await visit(token);
    expect(kinds((await home(token)).changes)).toEqual(['RESULTS']);
    await visit(token, office.patient.id);
    expect(kinds((await home(token)).changes)).toEqual(['RESULTS']);
    const next = await office.pcp.signIn();
    expect(kinds((await home(next)).changes)).toEqual([]);
    await result(7);
    expect((await home(next)).changes).toMatchObject([{ title: '1 new result' }]);
    // Portage was visited again, the patient was not opened: it is still news.
    await visit(next);
    const later = await office.pcp.signIn();
    await visit(later);
    expect((await home(await office.pcp.signIn())).changes).toMatchObject([{ title: '1 new result' }]);
  });

  it('is each person’s own, and a mark on a hidden patient tells nothing', async () => {
    expect((await home(office.tokens.colleague)).since).toBeNull();
    for (const id of [office.patient.id, randomUUID(), 'x']) {
      const { data } = await visit(office.tokens.stranger, id);
      expect(data).toEqual({ markVisited: true });
    }
    expect((await execute(office.clinic, undefined, '{ home { since } }')).codes).toEqual(['UNAUTHENTICATED']);
    expect((await execute(office.clinic, 'x'.repeat(43), 'mutation { markVisited }')).codes).toEqual([
      'UNAUTHENTICATED',
    ]);
  });
});

describe('tasks on both homes', () => {
  it('ask their owner first, by day, and go back to the requester when they are declined or asked about', async () => {
    const [late, soon] = [await office.ask({ title: 'Late' }), await office.ask({ title: 'Soon' })];
    await office.clinic.behindTheWall('update task set due_on = due_on - 20 where id = $1', [late.id]);
    const mine = await home(office.tokens.pcp);
    expect(mine.asksYou.filter(({ kind }) => kind === 'TASK').map(({ title }) => title)).toEqual(['Late', 'Soon']);
    // Nothing is closed by silence: what is past its day shows to who asked, too.
    expect((await home(office.tokens.oncologist)).forInformation).toMatchObject([
      { kind: 'AGEING', task: { id: late.id } },
    ]);
    await office.as('pcp', 'askAboutTask', { id: soon.id, question: 'Fasting?' });
    await office.as('pcp', 'declineTask', { id: late.id, reason: 'On leave' });
    const theirs = (await home(office.tokens.oncologist)).asksYou;
    expect(theirs).toMatchObject([
      { kind: 'DECLINED', detail: 'On leave', task: { id: late.id } },
      { kind: 'QUESTION', detail: 'Fasting?', task: { id: soon.id } },
    ]);
    expect((await home(office.tokens.stranger)).asksYou).toEqual([]);
  });

  it('that were taken on are news for who asked, until their next visit', async () => {
    await visit(office.tokens.oncologist);
    const token = await office.oncologist.signIn();
    const { id } = await office.ask({ title: 'Taken' });
    await office.as('pcp', 'acceptTask', { id });
    expect((await home(token)).changes.filter(({ kind }) => kind === 'ANSWERED')).toMatchObject([{ task: { id } }]);
    await visit(token);
    const next = await office.oncologist.signIn();
    expect(kinds((await home(next)).changes)).not.toContain('ANSWERED');
  });
});

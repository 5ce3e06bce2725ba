import { Client, Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SCOPES } from '#api/access/index.ts';
import { openClinic, type Clinic, type PatientInClinic } from '#test/kit/clinic.ts';
import { execute } from '#test/kit/execute.ts';
import { SUMMARY } from '#test/kit/summary.graphql.ts';

const DOCUMENT_TEXT = `
  query DocumentText($id: ID!, $document: ID) { patient(id: $id) { documents(id: $document) { items { id text } } } }`;

describe('the patient summary', () => {
  let clinic: Clinic;
  let patient: PatientInClinic;
  let token: string;

  beforeAll(async () => {
    clinic = await openClinic();
    const practice = await clinic.organization();
    const physician = await clinic.person('community-clinician').of(practice);
    patient = await clinic.patient({ withRecord: true });
    await clinic.grant(patient).to(practice, { scopes: SCOPES });
    token = await physician.signIn();
  });
  afterAll(() => clinic.close());

  it('tells every section of the record', async () => {
    const { data, codes } = await execute(clinic, token, SUMMARY, { id: patient.id });
    expect(codes).toEqual([]);
    const read = data?.['patient'] as Record<string, { state?: string }>;
    expect(read['id']).toBe(patient.id);
    for (const section of [
      'careTeam',
      'oncology',
      'palliative',
      'problems',
      'medications',
      'allergies',
      'immunizations',
      'results',
      'documents',
    ]) {
      expect(read[section]?.state, section).toBe('RECORDED');
    }
  });

  it('is one statement in one transaction and one round trip, its session setting and audit row within', async () => {
    await execute(clinic, token, SUMMARY, { id: patient.id });
    const connected = vi.spyOn(Pool.prototype, 'connect');
    const before = await auditRows(clinic);
    connected.mockClear();
    const { sent, stop } = listen();
    const { codes } = await execute(clinic, token, SUMMARY, { id: patient.id });
    stop();

    expect(codes).toEqual([]);
    expect(connected).toHaveBeenCalledTimes(1);
    expect(sent.map(({ text }) => text.trim().split(/\s/)[0])).toEqual(['begin', 'select', 'with', 'commit']);
    // all four left before the first was answered: one round trip
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 0, 0]);
    expect(await auditRows(clinic)).toBe(before + 1);
  });

  it('reads the text of the document that is opened, and of no other', async () => {
    const open = async (document: string | null) => {
      const { data } = await execute(clinic, token, DOCUMENT_TEXT, { id: patient.id, document });
      return (data!['patient'] as { documents: { items: { id: string; text: string | null }[] } }).documents.items;
    };
    const texts = (await open(null)).filter(({ text }) => text !== null);
    expect(texts.length).toBeGreaterThan(1);
    const [letter] = texts;
    expect(await open(letter!.id)).toEqual([letter]);
    // A text has the key of its document: what was opened stands in the audit twice.
    const { rows } = await clinic.owner.query<{ id: string }>(
      `select id from unnest((select row_ids from audit_event order by id desc limit 1)) id group by id having count(*) > 1`,
    );
    expect(rows).toEqual([{ id: letter!.id }]);
    expect(await open('no id at all')).toEqual([]);
  });

  it('answers alike for a patient who is hidden and one who does not exist', async () => {
    const hidden = await clinic.patient();
    const [one, other] = [
      await execute(clinic, token, SUMMARY, { id: hidden.id }),
      await execute(clinic, token, SUMMARY, { id: crypto.randomUUID() }),
    ];
    expect(one.codes).toEqual(['NOT_FOUND']);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });
});

/** Notes each statement that any client sends, and how many had been answered by then. */
function listen(): { sent: { text: string; at: number }[]; stop(): void } {
  const sent: { text: string; at: number }[] = [];
  const original = Client.prototype.query as (this: Client, ...given: unknown[]) => Promise<unknown>;
  let answered = 0;
  const noting = function (this: Client, ...given: unknown[]): Promise<unknown> {
    const [config] = given as [string | { text: string }];
    sent.push({ text: typeof config === 'string' ? config : config.text, at: answered });
    const result = original.apply(this, given);
    void result.finally(() => answered++).catch(() => undefined);
    return result;
  };
  Object.assign(Client.prototype, { query: noting });
  return { sent, stop: () => void Object.assign(Client.prototype, { query: original }) };
}

async function auditRows(clinic: Clinic): Promise<number> {
  const { rows } = await clinic.owner.query<{ count: number }>('select count(*)::int as count from audit_event');
  return rows[0]?.count ?? 0;
}

import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleUrls } from '#api/database/index.ts';
import { demoPeople } from '#seeds/index.ts';
import { demoAccounts, loadDemo } from '#seeds/load-demo.ts';
import { Caller } from '#test/kit/caller.ts';
import { SECRET } from '#test/kit/database.ts';
import { startPortage, type DemoPortage } from '#test/kit/portage.ts';

let portage: DemoPortage;
beforeAll(async () => {
  portage = await startPortage();
});
afterAll(() => portage.stop());

const PANEL = '{ patients(first: 200) { totalCount edges { node { id name } } } }';

async function panelOf(email: string): Promise<string[] | undefined> {
  const caller = new Caller(portage.url);
  expect((await caller.signIn(email, portage.demoPassword)).__typename).toBe('SignedIn');
  const { data } = (await caller.ask(PANEL)).json;
  return (data?.['patients'] as { edges: { node: { id: string } }[] } | undefined)?.edges.map(({ node }) => node.id);
}

interface Told {
  name: string;
  headline: { diagnosis: string | null };
  oncology: {
    treatments: { name: string }[];
    nextSteps: { text: string; kind: string }[];
    tumorMarkers: { trend: string }[];
  };
  palliative: {
    involved: string;
    carer: { relationship: string | null } | null;
    advanceDirectives: { kind: string }[];
  };
  results: { edges: { node: { name: string } }[] };
}

const CHARTS = `query Charts($id: ID!) { patient(id: $id) {
  name
  headline { diagnosis }
  oncology { treatments { name } nextSteps { text kind } tumorMarkers { trend } }
  palliative { involved carer { relationship } advanceDirectives { kind } }
  results(first: 20) { edges { node { name } } }
} }`;

async function chartsOf(email: string): Promise<Told[]> {
  const caller = new Caller(portage.url);
  await caller.signIn(email, portage.demoPassword);
  const charts: Told[] = [];
  for (const id of (await panelOf(email)) ?? [])
    charts.push((await caller.ask(CHARTS, { id })).json.data?.['patient'] as Told);
  return charts;
}

async function counts(): Promise<unknown> {
  const client = new Client({ connectionString: portage.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`
      select (select count(*) from patient) as patients, (select count(*) from observation) as observations,
        (select count(*) from access_grant) as grants, (select count(*) from person) as people,
        (select count(*) from membership) as memberships, (select count(*) from import_reject) as rejects,
        (select count(*) from task) as tasks, (select count(*) from message) as messages, (select count(*) from mail) as mails,
        (select json_agg(d order by d.message_id, d.recipient_id) from message_delivery d) as deliveries,
        (select array_agg(password_hash order by person_id) from credential) as credentials`);
    return rows[0];
  } finally {
    await client.end();
  }
}

describe('the demo', () => {
  it('lets every account in, each with its role', async () => {
    for (const { email, memberships } of demoPeople) {
      const { viewer } = await new Caller(portage.url).signIn(email, portage.demoPassword);
      expect(viewer.role).toBe(memberships[0]?.role.replaceAll('-', '_').toUpperCase());
    }
  });

  it(
    'shows each physician their own patients, the centre all, and administrators none',
    { timeout: 60_000 },
    async () => {
      const [own, other, centre] = [
        await panelOf('pcp@demo.example'),
        await panelOf('pcp2@demo.example'),
        await panelOf('oncologist@demo.example'),
      ];
      expect(own?.length).toBeGreaterThan(3);
      expect(other?.length).toBeGreaterThan(1);
      expect(own?.filter((id) => other?.includes(id))).toEqual([]);
      expect(centre?.length).toBeGreaterThanOrEqual(24);
      for (const email of ['admin@demo.example', 'privacy@demo.example', 'practice-admin@demo.example']) {
        expect((await panelOf(email)) ?? []).toEqual([]);
      }
    },
  );

  it('says of its patients no more than their records do, and each thing once', { timeout: 60_000 }, async () => {
    const told = await chartsOf('oncologist@demo.example');
    const chart = (family: string): Told => told.find(({ name }) => name.startsWith(family))!;

    // A team that ended is not one that never was, and neither is one of which nothing was sent.
    expect(chart('MALDONADO').palliative.involved).toBe('NOT_INVOLVED');
    expect(chart('ACHEBE').palliative.involved).toBe('NOT_RECORDED');
    expect(chart('OYELARAN').palliative.carer?.relationship).not.toBe('carer');
    expect(chart('OYELARAN').palliative.advanceDirectives.map(({ kind }) => kind)).toEqual(['Health care agent named']);

    const visits = chart('IBARRA').oncology.nextSteps.filter(({ text }) => text === 'Palliative care, first visit');
    expect(visits.map(({ kind }) => kind)).toEqual(['appointment']);
    expect(chart('VAN DER HEIJDEN').headline.diagnosis).toBe('Breast cancer, right, stage IIB, since then metastatic');
    expect(chart('MALDONADO').headline.diagnosis).toBe('Small cell lung cancer, right, extensive');
    expect(chart('OYELARAN').headline.diagnosis).toBe('Ascending colon cancer, stage IVB');
    expect(chart('MALDONADO').oncology.treatments.map(({ name }) => name)).toContain(
      'External beam radiation therapy using photons, three dimensional',
    );
    // 226, 181, 176, 204: up and down is not "rising".
    expect(chart('TSOSIE').oncology.tumorMarkers.map(({ trend }) => trend)).toEqual(['UNKNOWN']);
    expect(chart('TANAKA').results.edges.map(({ node }) => node.name)).toContain('CEA');
  });

  it(
    'is loaded once: a second load changes nothing, and an interrupted one is taken up again',
    { timeout: 120_000 },
    async () => {
      const urls = roleUrls(portage.ownerUrl, SECRET);
      const before = await counts();
      await loadDemo(urls, portage.demoPassword);
      expect(await counts()).toEqual(before);
      const owner = new Client({ connectionString: portage.ownerUrl });
      await owner.connect();
      await owner.query('delete from demo_load');
      await owner.end();
      await expect(loadDemo(urls, portage.demoPassword, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
      await loadDemo(urls, portage.demoPassword);
      expect(await counts()).toEqual(before);
    },
  );

  it('takes a new password for all accounts', async () => {
    await loadDemo(roleUrls(portage.ownerUrl, SECRET), 'another password');
    for (const email of ['pcp@demo.example', 'hospice@demo.example']) {
      expect(await new Caller(portage.url).signIn(email, portage.demoPassword)).toMatchObject({
        reason: 'WRONG_CREDENTIALS',
      });
      expect((await new Caller(portage.url).signIn(email, 'another password')).__typename).toBe('SignedIn');
    }
  });

  it('holds conversations in every state, at the times of their stories', async () => {
    const client = new Client({ connectionString: portage.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ story: string; late: boolean }>(`
      select t.subject || ': ' || case when d.answered_at is not null then 'answered' when d.opened_at is not null then 'opened'
          when d.escalated_to_id is not null then d.failure || ', passed on' when d.notified_at is not null then 'notified' else 'stored' end as story,
        greatest(d.stored_at, d.notified_at, d.opened_at, d.answered_at, d.failed_at, d.escalated_at) > now() - interval '50 minutes' as late
      from message_delivery d join thread t on t.id = d.thread_id order by 1`);
    await client.end();
    expect(rows.map(({ story }) => story)).toEqual([
      'Blood pressure and diabetes pass to your practice: opened',
      'CEA: is one laboratory enough?: answered',
      'CEA: is one laboratory enough?: opened',
      'Creatinine on lenalidomide: contact-rejected, passed on',
      'Home visit moves to Thursday: opened',
      'New cough on durvalumab: can you see her today?: notified',
      'Osimertinib goes on: what to look for: notified',
      'The colitis has stayed away: opened',
      'White count of 47: infection or the injection?: answered',
      'White count of 47: infection or the injection?: notified',
    ]);
    expect(rows.filter(({ late }) => late)).toEqual([]);
  });

  it('prints its accounts as a table', () => {
    const table = demoAccounts('portage-demo');
    expect(table.match(/portage-demo/g)).toHaveLength(1);
    for (const { email } of demoPeople) expect(table).toContain(email);
    expect(table).toMatch(/staff@demo\.example +practice staff +Alder Street Family Medicine\n/);
  });
});

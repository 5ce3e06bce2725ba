// S9: whatever row is told is named in the audit of the same transaction, and without the audit nothing is told.
import { parse, type DocumentNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clinic, PatientInClinic, PersonInClinic } from '#test/kit/clinic.ts';
import { openClinic } from '#test/kit/clinic.ts';
import { asking, type Answer, type Ask } from './asking.ts';
import { askWhole, askWholeInList, Watch, type Case } from './cases.ts';
import { figure } from './figure.ts';
import { ORDINARY, PATIENT_FIELDS } from './truth-table.ts';

const FIELDS = Object.keys(PATIENT_FIELDS);

interface AuditRow {
  xid: string;
  session_id: string | null;
  person_id: string | null;
  organization_id: string | null;
  role: string | null;
  patient_id: string | null;
  action: string;
  outcome: string;
  sections: string[];
  row_ids: string[];
}

let clinic: Clinic;
let ask: Ask;
let reader: PersonInClinic;
let token: string;
let patients: PatientInClinic[];
let watch: Watch;

beforeAll(async () => {
  clinic = await openClinic();
  ask = asking(clinic);
  reader = await clinic.person('community-clinician').of(await clinic.organization());
  token = await reader.signIn();
  patients = [];
  for (let index = 0; index < 3; index++) {
    const patient = await clinic.patient({ withRecord: true });
    await clinic.grant(patient).to(reader.organization);
    patients.push(patient);
  }
  const cases = patients.map((patient): Case => ({
    role: 'community-clinician',
    state: 'primary-care',
    given: ORDINARY,
    token,
    patient,
  }));
  watch = new Watch(cases);
});
afterAll(() => clinic.close());

const auditOf = ({ requestId }: Answer) =>
  clinic.behindTheWall<AuditRow>('select * from audit_event where request_id = $1 order by id', [requestId]);

/** Rows of an answer that its audit does not name under their patient. */
async function unnamed(answer: Answer): Promise<string[]> {
  const audit = await auditOf(answer);
  expect(new Set(audit.map(({ xid }) => xid)).size).toBe(1);
  for (const row of audit) {
    expect(row).toMatchObject({
      person_id: reader.id,
      organization_id: reader.organization.id,
      role: reader.role,
      outcome: 'done',
    });
  }
  const named = new Set(audit.flatMap(({ patient_id, row_ids }) => row_ids.map((id) => `${patient_id} ${id}`)));
  return watch
    .shownIn(answer)
    .filter(({ of, row }) => !named.has(`${of.patient.id} ${row.id}`))
    .map(({ row }) => `${row.table} ${row.id}`);
}

describe('every row that is told', () => {
  it('is named in the audit, of one patient and of the list, field by field', { timeout: 60_000 }, async () => {
    const missing: string[] = [];
    let told = 0;
    for (const field of FIELDS) {
      for (const document of [askWhole(field), askWholeInList(field)]) {
        const answer = await ask(token, document, { id: patients[0]!.id });
        expect(answer.codes).toEqual([]);
        told += watch.shownIn(answer).length;
        missing.push(...(await unnamed(answer)).map((row) => `${field}: ${row}`));
      }
    }
    figure(
      `S9: ${told} rows told in ${FIELDS.length * 2} reads, ${missing.length} not in the audit of their transaction`,
    );
    expect(told).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('is named when one request asks for everything', async () => {
    const document = parse(
      `query ($id: ID!) { patient(id: $id) { name oncology { diagnoses { id } } palliative { careGoals { id } } documents { items { id text } } } }`,
    );
    const answer = await ask(token, document, { id: patients[1]!.id });
    expect(await unnamed(answer)).toEqual([]);
    expect((await auditOf(answer)).flatMap(({ sections }) => sections).sort()).toEqual([
      'documents',
      'oncology',
      'palliative',
    ]);
  });

  it('is never told before it is written: the audit row and the read are one transaction', async () => {
    const before = await clinic.behindTheWall<{ count: string }>('select count(*) from audit_event');
    const answer = await ask(token, askWhole('oncology'), { id: patients[0]!.id });
    const after = await clinic.behindTheWall<{ count: string }>('select count(*) from audit_event');
    expect(Number(after[0]!.count) - Number(before[0]!.count)).toBe(1);
    expect(await auditOf(answer)).toHaveLength(1);
  });
});

describe('a read that is denied', () => {
  const denied = async (document: DocumentNode, id: string, as = token) => {
    const answer = await ask(as, document, { id });
    return { code: answer.codes.join(), audit: await auditOf(answer) };
  };

  it('for a patient who is hidden or absent is audited as denied, under the id that was asked for', async () => {
    const hidden = await clinic.patient({ withRecord: true });
    for (const id of [hidden.id, '00000000-0000-4000-8000-000000000000']) {
      const { code, audit } = await denied(askWhole('oncology'), id);
      expect(code).toBe('NOT_FOUND');
      expect(audit).toMatchObject([{ outcome: 'denied', patient_id: id, person_id: reader.id, row_ids: [] }]);
    }
  });

  it('for a section that the role does not read is audited as denied', async () => {
    const staff = await clinic.person('practice-staff').of(reader.organization);
    const { code, audit } = await denied(askWhole('palliative'), patients[0]!.id, await staff.signIn());
    expect(code).toBe('FORBIDDEN');
    expect(audit).toMatchObject([
      { outcome: 'denied', patient_id: patients[0]!.id, person_id: staff.id, sections: ['palliative'] },
    ]);
  });
});

describe('without an audit nothing is told', () => {
  const breakages: [how: string, broken: string, mended: string][] = [
    ['the right to insert is gone', 'revoke insert on audit_event from portage_app', ''],
    [
      'a constraint refuses the row',
      'alter table audit_event add constraint refused check (patient_id is null) not valid',
      'alter table audit_event drop constraint refused',
    ],
    [
      'a trigger fails',
      `create function public.fail() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$;
       create trigger fail before insert on audit_event for each row execute function public.fail()`,
      'drop trigger fail on audit_event; drop function public.fail()',
    ],
    ['the policy refuses the row', 'alter policy append on audit_event with check (false)', ''],
    [
      'the table is gone',
      'alter table audit_event rename to audit_lost',
      'alter table audit_lost rename to audit_event',
    ],
  ];

  it.each(breakages)('when %s', async (_, broken, mended) => {
    const policy = await clinic.behindTheWall<{ qual: string }>(
      `select pg_get_expr(polwithcheck, polrelid) as qual from pg_policy where polname = 'append'`,
    );
    await clinic.owner.query(broken);
    try {
      for (const field of FIELDS) {
        for (const document of [askWhole(field), askWholeInList(field)]) {
          const { codes, data, bytes } = await ask(token, document, { id: patients[0]!.id });
          expect(data ?? null).toBeNull();
          expect(codes.every((code) => ['INTERNAL', 'FORBIDDEN'].includes(code)) && codes.length > 0).toBe(true);
          expect(watch.shownIn({ bytes }).map(({ row }) => row.table)).toEqual([]);
        }
      }
    } finally {
      if (mended) await clinic.owner.query(mended);
      await clinic.owner.query(`alter policy append on audit_event with check (${policy[0]!.qual})`);
      await clinic.owner.query('grant insert on audit_event to portage_app');
    }
    expect((await ask(token, askWhole('name'), { id: patients[0]!.id })).codes).toEqual([]);
  });
});
